"""Who speaks where a sentence tells it in a way of its own; each is right, or nobody is given."""

import pytest

from reader.analysis.findings import Quote, QuoteKind
from reader.analysis.pipeline import understand
from reader.sources.plain import parse


@pytest.fixture(scope="module")
def speakers(nlp):
    """Give who speaks each quote of a text, by name, None for nobody."""

    def read(text: str) -> list[str | None]:
        analysis = understand(nlp, parse(text + "\n"))
        marked = [quote for quote in analysis.quotes if quote.kind is not QuoteKind.INDIRECT]
        return [_name(quote, analysis.actors) for quote in marked]

    return read


def _name(quote: Quote, actors) -> str | None:
    return actors[quote.speaker].name if quote.speaker else None


@pytest.mark.parametrize(
    "title", ["Capt.", "Army Capt.", "Lt. Col.", "police Sgt.", "Air Force 1st Lt.", "Det. Insp.", "Supt."]
)
def test_a_rank_that_is_cut_short_does_not_end_the_sentence(speakers, title):
    assert speakers(f"“We will go,” said {title} Daniel Prewitt, who was there.") == ["Daniel Prewitt"]
    assert speakers(f"“We will go,” {title} Daniel Prewitt said.") == ["Daniel Prewitt"]
