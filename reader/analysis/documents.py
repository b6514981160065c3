"""What spaCy's documents do not give of themselves: a tree where no parser was, a cheap length, marks."""

from spacy.tokens import Doc, Span


def with_parse(doc: Doc) -> Doc:
    """Give a document without a parse a flat one: spaCy would read its children out of other memory."""
    if doc.has_annotation("DEP") or not len(doc):
        return doc
    whole = Doc(
        doc.vocab,
        [token.text for token in doc],
        [bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        heads=[0] * len(doc),
        deps=["dep"] * len(doc),
    )
    whole.set_ents([Span(whole, each.start, each.end, each.label) for each in doc.ents])
    return whole


def length(doc: Doc) -> int:
    """Count the code points of a document; its text is put together anew each time that it is asked for."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def is_quoted(doc: Doc, index: int) -> bool:
    """Tell whether a quotation that opens in the paragraph of a token is still open there."""
    opened = False
    for i in range(index - 1, -1, -1):
        text = doc[i].text
        if "\n" in text:
            break
        if "“" in text or "”" in text:
            return text.rfind("“") > text.rfind("”")
        opened ^= text == '"'
    return opened
