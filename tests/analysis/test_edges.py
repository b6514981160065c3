"""Where names end and what they name, proved by the words around them and by the article's other names."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.analysis.cast.actors import Cast
from reader.analysis.cast.spans.entities import name_spans
from reader.analysis.cast.spans.evident import evident
from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage


def spans(nlp: Language, words: str, *names: tuple[str, str], **tags: str) -> list[tuple[str, str]]:
    """The names found where a model marks `names`, (words, label); `tags` are parts of speech by word."""
    texts = words.split()
    doc = Doc(nlp.vocab, texts, pos=[tags.get(text, "PROPN" if text[0].isupper() else "X") for text in texts])
    marked = []
    for name, label in names:
        parts = name.split()
        start = next(i for i in range(len(texts)) if texts[i : i + len(parts)] == parts)
        marked.append(Span(doc, start, start + len(parts), label))
    doc.set_ents(marked)
    return [(span.text(doc), span.label) for span in name_spans(doc, [])]


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        (
            "Okoro rang Ruth at work",
            [("Okoro rang Ruth", "PER")],
            [("Okoro", "PER"), ("Ruth", "PER")],
        ),
        (
            "the Food Safety and Standards Authority met",
            [("Food Safety", "ORG"), ("Standards Authority", "ORG")],
            [("Food Safety and Standards Authority", "ORG")],
        ),
        (
            "the National Women 's League met",
            [("National Women", "ORG")],
            [("National Women 's League", "ORG")],
        ),
        (
            "Beni , Democratic Republic of the Congo",
            [("Democratic Republic of", "GPE")],
            [("Democratic Republic of the Congo", "GPE")],
        ),
        (
            "NSW Resources Minister Clive Dorn said",
            [("NSW Resources", "ORG"), ("Clive Dorn", "PER")],
            [("NSW", "ORG"), ("Clive Dorn", "PER")],
        ),
        (
            "so “ Fast Eddie ” Marlow slumped",
            [("Eddie ” Marlow", "PER")],
            [("“ Fast Eddie ” Marlow", "PER")],
        ),
        ("the lawyer , Bea “ Betty ” Orr , left", [("Bea “ Betty ” Orr", "PER")], None),
        ("“ I love Ann ” Roe sang", [("Ann ” Roe", "PER")], [("Roe", "PER")]),
        ("a Kerry TD said", [("Kerry TD", "PER")], [("Kerry", "GPE")]),
        ("Lima / Quito , June 3", [("Lima / Quito", "ORG")], [("Lima", "ORG"), ("Quito", "ORG")]),
        ("Granny said no", [("Granny", "PER")], []),
        ("Justice SM Tuku Zaman ruled", [("Justice SM Tuku Zaman", "ORG")], [("SM Tuku Zaman", "PER")]),
        ("Dr Ruth Moe District Hospital", [("Dr Ruth Moe District Hospital", "ORG")], None),
        ("worth GH¢3.1 billion", [("GH¢3.1", "ORG")], []),
        (
            "the Prague Museum of Lost Time said",
            [("Prague Museum", "GPE"), ("Lost Time", "GPE")],
            [("Prague Museum of Lost Time", "ORG")],
        ),
        (
            "the Institute for the Study of War said",
            [("Institute for the Study of War", "ORG")],
            [("Institute for the Study of War", "ORG")],
        ),
    ],
)
def test_names_end_where_they_end(
    nlp: Language, words: str, names: list[tuple[str, str]], found: list[tuple[str, str]] | None
) -> None:
    assert spans(nlp, words, *names, rang="VERB") == (names if found is None else found)


@pytest.mark.parametrize(
    "text", ["a *Tromsø*-based firm", "the *Cape Town*-born poet", "the *Hamilton*-based group"]
)
def test_where_somebody_is_based_is_a_place(nlp: Language, text: str) -> None:
    words = text.split("*")[1]
    stage = Stage(nlp, f"On Monday {text.replace('*', '')} said that it was all over.")
    found = stage.at(words)
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.PLACE


def test_letters_that_open_a_sentence_are_the_body(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "An officer of the Kenya Examinations Authority came.\n\nKEA rules do not bar her from class.",
    )
    assert "KEA" in stage.of("kenya-examinations-authority")


def test_letters_may_be_written_like_a_word(nlp: Language) -> None:
    cast = Cast()
    text = "He led the National Teachers Alliance of Kenya (Ntak).\n\nNtak has 9,000 members."
    mentions = cast.read(nlp(text)).mentions
    assert [m.actor for m in mentions if text[m.start : m.end] == "Ntak"] == [
        "national-teachers-alliance-of-kenya"
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A prize went to *Wambeti*, her desk mate.\n\n“She beat me,” Wambeti said. “My notes were better.”",
        "*Espoir Nabende* was washing her son’s shirt on the shore.",
        "*Renato Fabbri* owns half of the company. Chiara Fabbri wants to sell.",
        "*Pep Guardino*’s side won 3-0.\n\n“We slept well,” the coach Pep Guardino said.",
        "The trial of the president, *Amani Kilonzo*, opened.",
    ],
)
def test_who_does_what_only_people_do_is_a_person(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "The bill passed the *House* last week.",
        "“He is our man.” The *Presidency* gave no reason.",
        "She needs the votes of the *Coalition*, which wants more.",
        "On Monday shares in *Tarkora* fell by a third.",
        "She flew with the British airline *BMQ* to Oslo.",
        "According to the “*Bilder*” newspaper, he has left.",
        "He is the founder of *Marvenal*, a website.",
        "The Dutch Safety Board (*OVW*) found a bolt.",
    ],
)
def test_what_is_only_a_body_is_one(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.ORGANISATION


def test_what_things_are_in_is_a_place(nlp: Language) -> None:
    stage = Stage(nlp, "The gathering in Kanewake’s orchard was loud. Visits to Kanewake will go on.")
    assert {actor.kind for actor in stage.actors.values()} == {ActorKind.PLACE}


def test_a_paper_is_one_with_and_without_news(nlp: Language) -> None:
    stage = Stage(nlp, "She told the BBC that it was cold. A minister told BBC News that it was warm.")
    assert len({m.actor for m in stage.mentions if stage.text[m.start : m.end].startswith("BBC")}) == 1


def test_a_name_that_is_a_word_may_open_a_sentence(nlp: Language) -> None:
    stage = Stage(nlp, "“We danced,” Moe tells Variety.\n\nThe film is a thriller. Variety has seen it.")
    assert len(stage.of("variety")) == 2


def test_whoever_waits_at_the_hospital_is_not_what_it_is_called(nlp: Language) -> None:
    stage = Stage(
        nlp, "“I knew Berni would come,” he said.\n\nAt the hospital Berni Kehoe had spent the day."
    )
    assert stage.of("berni-kehoe") == ["Berni", "Berni Kehoe"]


def test_a_dateline_names_a_town_that_nobody_knows(nlp: Language) -> None:
    marks = bytearray(8)
    doc = Doc(nlp.vocab, ["KINDIA", ",", "Nov", "18", "(", "AP", ")", "-"], pos=["NOUN"] * 8)
    assert [span.text(doc) for span in evident(doc, marks)] == ["KINDIA"]


def test_a_county_is_one_by_both_names(nlp: Language) -> None:
    stage = Stage(nlp, "She is from Nenagh, Co Tipperary. The people of Tipperary came to the funeral.")
    assert len({m.actor for m in stage.mentions if "Tipperary" in stage.text[m.start : m.end]}) == 1


def test_the_beginning_of_a_schools_name_is_the_school(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The gate of Nambi Green Girls School closed behind her.\n\nNambi Green is owed a fortune, and the "
        "cooks have not been paid since May.",
    )
    assert "Nambi Green" in stage.of("nambi-green-girls-school")
