import pytest

from reader.analysis.findings import Actor, ActorKind, Span, Tie
from reader.directory import Directory
from reader.filtering import COUNTRIES, PEOPLE, Filter, sift

ZELENSKYY = Actor("zelenskyy", "Volodymyr Zelenskyy", ActorKind.PERSON, "UA", ("Mr. Zelenskyy",))
LUKASHENKO = Actor("lukashenko", "Alexander Lukashenko", ActorKind.PERSON, "BY")
UKRAINE = Actor("ukraine", "Ukraine", ActorKind.COUNTRY, "UA", ("Kyiv",))
KHARKIV = Actor("kharkiv", "Kharkiv", ActorKind.PLACE, "UA")
NAFTOGAZ = Actor("naftogaz", "Naftogaz", ActorKind.ORGANISATION, "UA")
NOWHERE = Actor("group", "Friends of Peace", ActorKind.GROUP)
ALL = (ZELENSKYY, LUKASHENKO, UKRAINE, KHARKIV, NAFTOGAZ, NOWHERE)


def named(query: str, **how) -> set[str]:
    return set(sift(ALL, Filter(query=query, **how)).named)


@pytest.mark.parametrize("typed", ["Zelensky", "zelenskiy", "Selenskyj", "zelnsky", "zelinsk", "volodimir"])
def test_a_name_is_found_in_other_spellings_and_mistyped(typed):
    assert named(typed) == {"zelenskyy"}


@pytest.mark.parametrize(
    ("typed", "found"), [("Kiev", "ukraine"), ("Kharkov", "kharkiv"), ("aleksander lukashenka", "lukashenko")]
)
def test_other_spellings_of_places_and_of_several_words(typed, found):
    assert named(typed) == {found}


def test_what_is_spelled_as_typed_leaves_out_what_is_only_alike():
    near = Actor("lukashenka", "Ina Lukashenka", ActorKind.PERSON)
    assert sift((*ALL, near), Filter(query="lukashenka")).named == {"lukashenka"}


@pytest.mark.parametrize("typed", ["zel x", "qqqq", "ukr zel", "kie"])
def test_what_nobody_is_called_finds_nobody(typed):
    assert named(typed) == set()


def test_a_country_brings_those_who_belong_to_it():
    shown = sift(ALL, Filter(query="ukraine"))
    assert shown.named == {"ukraine"}
    assert shown.tied == {"zelenskyy", "kharkiv", "naftogaz"}
    assert shown.country == "Ukraine"
    assert "zelenskyy" in shown
    assert "lukashenko" not in shown


def test_whoever_the_article_ties_to_a_country_belongs_to_it():
    envoy = Actor("envoy", "Ann Lee", ActorKind.PERSON, "NO", ties=(Tie("ukraine", Span(0, 5)),))
    assert "envoy" in sift((*ALL, envoy), Filter(query="ukraine")).tied


def test_whoever_belongs_to_a_country_can_be_left_out():
    assert sift(ALL, Filter(query="ukraine", ties=False)).tied == frozenset()


def test_people_of_a_country_are_those_of_both_filters():
    shown = sift(ALL, Filter(PEOPLE, "ukraine"))
    assert (shown.named, shown.tied) == (frozenset(), {"zelenskyy"})
    assert sift(ALL, Filter(COUNTRIES, "ukraine")).tied == {"kharkiv"}


def test_whoever_comes_or_changes_between_two_letters_is_found():
    directory = Directory(ALL)
    assert set(directory.meant("zelensky")) == {"zelenskyy"}
    renamed = NAFTOGAZ._replace(aliases=("Zelenska Gas",))
    directory.follow((*ALL[:4], renamed, NOWHERE, Actor("olena", "Olena Zelenska", ActorKind.PERSON)))
    assert set(directory.meant("zelenska")) == {"naftogaz", "olena"}
    assert set(directory.meant("selenska")) == {"zelenskyy", "naftogaz", "olena"}
    directory.follow(ALL)
    assert set(directory.meant("zelenska")) == {"zelenskyy"}
