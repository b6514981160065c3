from reader.app.layout import Layout, near
from reader.article import Article, Paragraph, ParagraphKind


def written(count: int, headed: bool = True) -> Article:
    blocks = [f"{'“Word”, ' * (number % 40)}end of {number}." for number in range(count)]
    paragraphs, start = [], 0
    for block in blocks:
        kind = ParagraphKind.HEADING if headed and not paragraphs else ParagraphKind.PARAGRAPH
        paragraphs.append(Paragraph(start, start + len(block), kind))
        start += len(block) + 2
    return Article("\n\n".join(blocks), tuple(paragraphs))


LONG = written(3_000)


def grown(article: Article, width: int, shown=None) -> Layout:
    layout = Layout(article, width, shown, range(0))
    for _ in layout.grow():
        pass
    return layout


def test_what_is_laid_out_bit_by_bit_is_the_same_in_the_end():
    for article in (LONG, written(700, headed=False), written(1), Article("", ())):
        for shown in (None, frozenset({0, 5, 6, 400})):
            slow, quick = grown(article, 40, shown), Layout(article, 40, shown)
            assert (slow.starts, slow.ends) == (quick.starts, quick.ends)
            assert (slow.folds, slow.meta, slow.whole) == (quick.folds, quick.meta, True)


def test_a_part_holds_what_lies_around_a_place():
    middle = len(LONG.text) // 2
    part = Layout(LONG, 40, None, near(LONG, middle))
    assert not part.whole
    assert part.meta == -1
    assert part.holds(middle)
    assert not part.holds(0)
    line = part.line_at(middle)
    assert part.starts[line] <= middle <= part.ends[line]
    assert len(part) < len(Layout(LONG, 40)) / 2
