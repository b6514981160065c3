"""Who asks not to be named, and which words tell of that."""

import pytest
from spacy.language import Language

from reader.analysis.cast.descriptions.anonymity import withholders
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "who", "within"),
    [
        ("A clerk, who spoke on condition of anonymity because he feared for his job, wept.", "clerk", "job"),
        ("A driver, who asked that her name not be used, opened the gate.", "driver", "used"),
        ("The cook, who did not want to be named as she was not allowed to speak, agreed.", "cook", "speak"),
        ("They heard a clerk at the port, whose name may not be published.", "clerk", "published"),
        ("The boy, who has not been named, wept.", "boy", "named"),
        ("The paper quoted a senator, whom it did not name.", "senator", "name"),
        ("Beside him stood a baker. She declined to give her name.", "She", "name"),
    ],
)
def test_the_words_of_a_set_phrase_are_said_of_somebody(
    nlp: Language, text: str, who: str, within: str
) -> None:
    doc = nlp(text)
    told = withholders(doc)
    place = next(token.i for token in doc if token.text == within)
    assert doc[told[place]].text == who


def test_nothing_is_kept_back_elsewhere(nlp: Language) -> None:
    doc = nlp("A clerk, who spoke on condition of anonymity, said Anna Berg had lost her job.")
    said = next(token.i for token in doc if token.text == "said")
    assert all(place < said for place in withholders(doc))


def test_the_reasons_for_it_are_those_of_whoever_asks(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“The count is done,” Senator John Rudd said. He left by the back door.\n\n"
        "A former aide, who spoke on the condition of anonymity because he was not authorized to discuss the "
        "vote, said Mr. Rudd had wavered.",
    )
    assert stage.of("john-rudd") == ["Senator John Rudd", "He", "Mr. Rudd"]


def test_who_declines_to_give_a_name_is_nobody_named(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Maria Keller waited on the steps with her sister. “The room was full,” Ms. Keller said.\n\n"
        "Beside her, a retired teacher held up a blank sheet. She declined to give her name.",
    )
    assert stage.at("She") is None or stage.at("She").actor != "maria-keller"  # type: ignore[union-attr]
