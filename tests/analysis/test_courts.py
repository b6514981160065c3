"""News from the courts: who gave evidence, who presides, who asks and who is asked."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


def test_garda_is_a_rank(nlp: Language) -> None:
    stage = Stage(
        nlp, "Garda Maeve Tobin stopped the van at noon. The garda said that she had seen no plates."
    )
    assert stage.of("maeve-tobin") == ["Garda Maeve Tobin", "The garda", "she"]


def test_a_younger_namesake_may_be_told_by_jnr(nlp: Language) -> None:
    text = (
        "Nuala Keane was at the window. Her daughter, Aoife Keane, a vet, was in the yard. "
        "Nuala Keane wept. Ms Keane Jnr said nothing."
    )
    assert "Ms Keane Jnr" in Stage(nlp, text).of("aoife-keane")


@pytest.mark.parametrize("gave", ["gave evidence", "was giving evidence", "testified"])
def test_who_gives_evidence_is_the_witness(nlp: Language, gave: str) -> None:
    stage = Stage(nlp, f"Carla Bruni-Lee {gave} on Monday. Jurors heard that the witness had slept.")
    assert "the witness" in stage.of("carla-bruni-lee")


def test_whose_trial_it_is_is_the_accused(nlp: Language) -> None:
    text = (
        "On the third day of the trial of Declan Ryan the jury was sent home. A brother of the accused wept."
    )
    assert "the accused" in Stage(nlp, text).of("declan-ryan")


def test_a_justice_is_the_judge_whoever_else_was_named(nlp: Language) -> None:
    text = "Ms Justice Orla Dunne sat at ten. Ivan Petrov waved. Jurors were told by the judge to go."
    assert "the judge" in Stage(nlp, text).of("orla-dunne")


@pytest.mark.parametrize(("style", "name"), [("Khun", "Somchai Suksai"), ("Doctora", "Rosa Mamani")])
def test_some_honorifics_stand_before_a_given_name(nlp: Language, style: str, name: str) -> None:
    given = name.split()[0]
    text = f"{name} lives near the border. On Monday, a teacher asked {style} {given} to lend the hat."
    assert f"{style} {given}" in Stage(nlp, text).of(name.lower().replace(" ", "-"))


def test_whoever_asks_in_court_asks_of_another(nlp: Language) -> None:
    text = (
        "Paula Redding, the widow, told the court that the dog had barked. She wept.\n\n"
        "Barrister Joan Tighe, for the defence, asked if she had moved the ladder. She said she had not."
    )
    stage = Stage(nlp, text)
    assert {m.actor for m in stage.mentions if text[m.start : m.end].lower() == "she"} == {"paula-redding"}


def test_whoever_is_asked_by_somebody_is_another(nlp: Language) -> None:
    text = "Felix Baum took the stand. Asked by Brian Orr whether he had read the file, he said he had not."
    stage = Stage(nlp, text)
    assert {m.actor for m in stage.mentions if stage.text[m.start : m.end] == "he"} == {"felix-baum"}


def test_whoever_asks_for_something_may_ask_for_himself(nlp: Language) -> None:
    text = "Paula Redding nodded. Judge Joan Tighe asked if she could open a window."
    she = Stage(nlp, text).at("she")
    assert she is not None
    assert she.actor == "joan-tighe"


def test_whoever_answers_somebody_is_not_explained_by_the_name(nlp: Language) -> None:
    text = "Garda Maeve Tobin sat. In reply to Joan Tighe, the garda accepted that she had seen no plates."
    stage = Stage(nlp, text)
    assert stage.of("maeve-tobin") == ["Garda Maeve Tobin", "the garda", "she"]


def test_somebody_is_told_of_by_what_she_was(nlp: Language) -> None:
    text = (
        "The day’s last witness was a bank cashier. She said that she had counted the notes. Her hands shook."
    )
    stage = Stage(nlp, text)
    assert {m.actor for m in stage.mentions} == {stage.mentions[0].actor}
    assert [m.form for m in stage.mentions].count("pronoun") == 3


def test_counsel_without_an_article_is_the_one_counsel_on_stage(nlp: Language) -> None:
    text = (
        "Sinead Walsh, counsel for the family, opened the case. The ward was full, counsel said.\n\n"
        "Defence counsel said nothing, and counsel for the clinic sat down."
    )
    assert Stage(nlp, text).of("sinead-walsh")[-1] == "counsel"
