"""What has a capital beside a name and is no part of it, and what has one and is no name."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage
from tests.analysis.test_edges import spans


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        ("Scriptwriter János Keres left", [("Scriptwriter János Keres", "PER")], [("János Keres", "PER")]),
        ("Rapper Ann West sang", [("Rapper Ann West", "PER")], [("Ann West", "PER")]),
        ("Broadcaster tvNova said so", [("Broadcaster tvNova", "ORG")], [("tvNova", "ORG")]),
        ("Carmaker Brim Motors fell", [("Carmaker Brim Motors", "ORG")], [("Brim Motors", "ORG")]),
        ("Publisher Association met", [("Publisher Association", "ORG")], None),
        ("Baker Hughes fell", [("Baker Hughes", "PER")], None),
        ("Alexander Peter Lind left", [("Alexander Peter Lind", "PER")], None),
    ],
)
def test_a_calling_that_opens_a_sentence_is_no_part_of_a_name(
    nlp: Language, words: str, names: list[tuple[str, str]], found: list[tuple[str, str]] | None
) -> None:
    assert spans(nlp, words, *names) == (names if found is None else found)


@pytest.mark.parametrize(
    ("words", "name", "label"),
    [
        ("hundreds of SMEs closed", "SMEs", "ORG"),
        ("the search for QX417 goes on", "QX417", "ORG"),
        ("they joined Operation Sophia in May", "Sophia", "GPE"),
        ("they joined Operation Sophia in May", "Operation Sophia", "LOC"),
        ("the feast of Eid Al Adha begins", "Al Adha", "PER"),
        ("they teach the Quran there", "Quran", "LOC"),
        ("trade under TTIP would grow", "TTIP", "ORG"),
    ],
)
def test_what_is_no_actor_is_no_name(nlp: Language, words: str, name: str, label: str) -> None:
    assert spans(nlp, words, (name, label)) == []


@pytest.mark.parametrize("name", ["MI6", "M23", "G20", "YouTube"])
def test_letters_and_numbers_may_name_bodies(nlp: Language, name: str) -> None:
    assert spans(nlp, f"they said {name} knew", (name, "ORG")) == [(name, "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The *Kenyan Red Crescent* said three were hurt.", "Kenyan Red Crescent", ActorKind.ORGANISATION),
        ("*Gustav-Meyer-Allee* was closed to traffic.", "Gustav-Meyer-Allee", ActorKind.PLACE),
        ("The *Bombay High court* agreed on Friday.", "Bombay High court", ActorKind.ORGANISATION),
    ],
)
def test_last_words_tell_kinds(nlp: Language, text: str, name: str, kind: ActorKind) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(name)
    assert found is not None
    assert stage.actors[found.actor].kind is kind
