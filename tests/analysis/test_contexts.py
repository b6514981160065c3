"""What all uses of a name tell of its kind: clubs, firms and storms that are read as something else."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast.names.contexts import told_by_context
from reader.analysis.cast.names.evidence import Evidence
from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, ORGANISATION, PERSON, THING, NameSpan
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.contexts import NOBODY
from tests.analysis.casting import Stage


def name(doc: Doc, words: str, label: str) -> NameSpan:
    """The name that these words are, taken for what `label` says."""
    size = len(words.split())
    start = next(i for i in range(len(doc)) if doc[i : i + size].text == words)
    return NameSpan(start, start + size, label, start)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Sportivo lie third, a point behind the leaders.", "Sportivo", "organisation"),
        ("Talvera have lost four games in a row this month.", "Talvera", "organisation"),
        ("Talvera Indians have won four games in a row.", "Talvera Indians", "organisation"),
        ("Talvera meet Olimpia on Sunday.", "Talvera", "organisation"),
        ("NASA's Odume rover landed on Friday.", "Odume", "thing"),
        ("The forward signed for Talvera in June.", "Talvera", "organisation"),
        ("Talvera’s young goalkeeper saved a penalty.", "Talvera", "organisation"),
        ("Shares of Quenta fell by a tenth on Friday.", "Quenta", "organisation"),
        ("Quenta said it would close the plant in May.", "Quenta", NOBODY),
        ("The union blamed Quenta, which had rebuilt the deck.", "Quenta", NOBODY),
        ("They drew level before the break with a goal by Odume.", "Odume", "person"),
        ("Odume smiled and put the ball away.", "Odume", "person"),
        ("Valdora made landfall on the coast at dawn.", "Valdora", "thing"),
        ("She read from her second novel, Halfway Home, to the class.", "Halfway Home", "thing"),
        ("The pageant “Salt Road” was made for very little.", "Salt Road", "thing"),
        ("He grew up in the village and lives in Morvane now.", "Morvane", "place"),
        ("The Alianza Campesina won nine seats.", "Alianza Campesina", "organisation"),
    ],
)
def test_a_word_beside_a_name_tells_its_kind(nlp: Language, text: str, words: str, kind: str) -> None:
    doc = nlp(text)
    assert kind in told_by_context(doc, name(doc, words, PERSON))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roe said it took a year to build the bridge.", "Roe"),
        ("Roe wrote it in six weeks at her desk.", "Roe"),
        ("Across the channel from Roe, a storm brought trees down.", "Roe"),
        ("If Roe were to resign, the party would split.", "Roe"),
        ("They saw Roe meet her brother on Sunday.", "Roe"),
        ("Roe, nine, was to have sat his first examination.", "Roe"),
    ],
)
def test_what_people_do_too_tells_nothing(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    assert not told_by_context(doc, name(doc, words, PERSON)).keys() - {"person"}


def test_one_hint_is_not_enough_against_a_given_name(nlp: Language) -> None:
    doc = nlp("The bank sued Claude in May. Claude, which had rebuilt the deck, paid.")
    evidence, span = Evidence(), name(doc, "Claude", PERSON)
    evidence.read(doc, [span])
    assert evidence.kind(doc, span) is None


def test_a_name_listed_with_a_proved_club_is_a_club(nlp: Language) -> None:
    doc = nlp("The goalkeeper of Talvera was ill. Talvera and Ruvane missed the final.")
    spans = [name(doc, "Talvera", ORGANISATION), name(doc, "Ruvane", PERSON)]
    second = next(i for i in range(len(doc)) if doc[i : i + 2].text == "Talvera and")
    evidence = Evidence()
    evidence.read(doc, [spans[0], NameSpan(second, second + 1, ORGANISATION, second), spans[1]])
    assert evidence.kind(doc, spans[1]) == ORGANISATION


def test_a_storm_is_one_by_its_bare_name_too(nlp: Language) -> None:
    doc = nlp("Tropical Storm Valdora left the soil wet. Valdora was the ninth.")
    spans = [name(doc, "Tropical Storm Valdora", PERSON), name(doc, "Valdora", PERSON)]
    evidence = Evidence()
    evidence.read(doc, spans)
    assert [evidence.kind(doc, span) for span in spans] == [THING, THING]


def test_a_part_of_a_full_name_stays_a_person(nlp: Language) -> None:
    doc = nlp("Lee Dong was freed. The coach of Lee, which is odd, has left Lee’s goalkeeper out.")
    spans = [name(doc, "Lee Dong", PERSON), name(doc, "Lee", PERSON)]
    evidence = Evidence()
    evidence.read(doc, spans)
    assert evidence.kind(doc, spans[1]) is None


def test_a_known_city_stays_a_place(nlp: Language) -> None:
    doc = nlp("Barcelona’s goalkeeper saved a penalty.")
    span, evidence = name(doc, "Barcelona", COUNTRY_OR_CITY), Evidence()
    evidence.read(doc, [span])
    assert evidence.kind(doc, span) is None


def test_what_is_told_late_mends_what_was_read_before(nlp: Language) -> None:
    stage = Stage(nlp, "The strike is the first at Halvenko in 17 years, and it may last.")
    offset = len(stage.text) + 2
    stage.cast.read(nlp("Shares of Halvenko fell on Friday. Halvenko’s shareholders were angry."), offset)
    kinds = [actor.kind for actor in stage.actors.values() if actor.name == "Halvenko"]
    assert kinds == [ActorKind.ORGANISATION]


def test_a_storm_is_no_actor(nlp: Language) -> None:
    stage = Stage(
        nlp, "MANILA — Typhoon Valdora tore across the islands on Friday. Valdora weakened over the sea."
    )
    assert not [actor for actor in stage.actors.values() if "Valdora" in actor.name]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Brisol said last week that it would expand the yard.", "Brisol", NOBODY),
        ("Brisol said it was disappointed and would appeal.", "Brisol", NOBODY),
        ("The party wants nine seats, among them Orvel, Tesk and Balmund.", "Balmund", "place"),
        ("Towns such as Orvel and Tesk were cut off.", "Tesk", "place"),
        ("Clubs like Orvel and Tesk lost money.", "Tesk", "organisation"),
        ("In Orvel, where the road ends, a shop was open.", "Orvel", "place"),
        ("The mine near Orvel was shut.", "Orvel", "place"),
        ("The 22-year-old from Orvel won by two points.", "Orvel", "place"),
        ("They had been warned about Orvel, a 23-year-old from the coast.", "Orvel", "person"),
    ],
)
def test_a_list_and_a_clause_tell_its_kind(nlp: Language, text: str, words: str, kind: str) -> None:
    doc = nlp(text)
    assert kind in told_by_context(doc, name(doc, words, PERSON))


@pytest.mark.parametrize(
    "text",
    ["Roe said that it was raining.", "The faith in Roe was gone.", "In Roe's hand was a stone."],
)
def test_a_person_stays_one(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert not told_by_context(doc, name(doc, "Roe", PERSON)).keys() - {"person"}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("LaShawn Orvel, who leads the region, said no.", "LaShawn Orvel", "person"),
        ("Orvel, the Argentine who came in July, scored.", "Orvel", "person"),
        ("Orvel, winless in six, drew with Botamar.", "Orvel", "organisation"),
        ("Botamar drew 0-0 with Orvel in the rain.", "Orvel", "organisation"),
        ("Orvel, where the distillery is, lost 300 jobs.", "Orvel", NOBODY),
    ],
)
def test_what_stands_behind_tells_its_kind(nlp: Language, text: str, words: str, kind: str) -> None:
    doc = nlp(text)
    assert kind in told_by_context(doc, name(doc, words, ORGANISATION))


def test_who_sinks_somebody_is_no_ship(nlp: Language) -> None:
    doc = nlp("Orvel sank Rovers with a late header.")
    assert "thing" not in told_by_context(doc, name(doc, "Orvel", ORGANISATION))


def test_a_place_may_have_its_own(nlp: Language) -> None:
    doc = nlp("The Earth recorded its own best time on Friday.")
    assert "organisation" not in told_by_context(doc, name(doc, "Earth", COUNTRY_OR_CITY))


def test_who_publishes_or_airs_something_may_be_somebody(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Barlow was in England, where he had a letter. Barlow published a book in 1862, and Barlow "
        "published the end of his work in 1864.",
    )
    assert stage.actors["barlow"].kind is ActorKind.PERSON
