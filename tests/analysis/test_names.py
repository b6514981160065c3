"""Names of people and organisations are compared by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import initials, is_acronym, organisation_key
from reader.analysis.lexicon.personal_names import given_gender, person_match, person_name
from reader.analysis.lexicon.spelling import comparable, fold, slug


@pytest.mark.parametrize(
    ("full", "mention"),
    [
        ("Vladimir V. Putin", "Vladimir Putin"),
        ("Vladimir V. Putin", "Mr. Putin"),
        ("Vladimir V. Putin", "President Putin"),
        ("Vladimir V. Putin", "PUTIN"),
        ("Kim Jong-un", "Mr. Kim"),
        ("Kim Jong-un", "KIM JONG UN"),
        ("Xi Jinping", "Mr. Xi"),
        ("Nguyễn Thị Minh Châu", "Ms Nguyễn"),
        ("Viktor Orbán", "Orban"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Joseph R. Biden Jr.", "Joe Biden"),
        ("Robert Kennary", "Robert F. Kennary Jr."),
        ("Keir Starmer", "Sir Keir"),
        ("Bashar al-Assad", "Mr. Assad"),
        ("Ursula von der Leyen", "Ms. von der Leyen"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mohammed bin Salman", "Crown Prince Mohammed bin Salman"),
        ("Andrés Manuel López Obrador", "Mr. López Obrador"),
        ("Dwayne “The Rock” Johnson", "Dwayne Johnson"),
        ("Lula da Silva", "Mr. da Silva"),
    ],
)
def test_a_short_name_may_name_who_bears_the_long_one(full: str, mention: str) -> None:
    assert person_match(person_name(full), person_name(mention)) >= 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("John A. Smith", "John B. Smith"),
        ("Dean Smith", "John Smith"),
        ("Vladimir Putin", "Volodymyr Zelensky"),
        ("George Bush", "Barbara Bush"),
        ("Harold J. Stamp", "Harold Stamp Jr."),
        ("Harold Stamp Jr.", "Harold J. Stamp"),
    ],
)
def test_two_people_of_one_name_stay_apart(one: str, other: str) -> None:
    assert person_match(person_name(one), person_name(other)) == 0


def test_title_and_honorific_are_taken_off_and_tell_the_gender() -> None:
    name = person_name("Secretary of State Antony J. Blinken")
    assert (name.title, name.words, name.lead) == ("secretary of state", ("antony", "j", "blinken"), 3)
    assert person_name("Mrs. Stroud").gender == "f"
    assert person_name("Queen Margrethe").gender == "f"
    assert person_name("Lt. Gen. Mark Smith").words == ("mark", "smith")


def test_a_french_lawyer_has_a_given_name() -> None:
    name = person_name("Maître Sylvie Aubert")
    assert name.words == ("sylvie", "aubert")
    assert given_gender(name) == "f"


@pytest.mark.parametrize(("noun", "gender"), [("german", ""), ("fireman", "m"), ("frontwoman", "f")])
def test_a_noun_tells_the_gender_but_a_people_none(noun: str, gender: str) -> None:
    assert nouns().gender(noun) == gender


def test_a_given_name_that_looks_like_a_title_stays() -> None:
    assert person_name("Dean Smith").words == ("dean", "smith")
    assert person_name("King Charles").title == "king"


@pytest.mark.parametrize("title", ["General", "Gen.", "Major", "Captain", "Judge", "Governor", "Chancellor"])
def test_a_title_before_a_family_name_is_no_given_name(title: str) -> None:
    assert person_name(f"{title} Milley").words == ("milley",)
    assert person_match(person_name("Gen. Mark Milley"), person_name(f"{title} Milley")) >= 0.7


def test_gender_comes_from_given_names_that_are_clear() -> None:
    assert given_gender(person_name("Angela Merkel")) == "f"
    assert given_gender(person_name("Vladimir Putin")) == "m"
    assert given_gender(person_name("Xi Jinping")) == ""


def test_suffixes_keep_a_father_from_his_son() -> None:
    father, son = person_name("George Reed Sr."), person_name("George Reed Jr.")
    assert person_match(father, son) < person_match(father, person_name("George Reed"))


def test_organisations_are_known_without_article_and_legal_form() -> None:
    assert organisation_key("The Halden Group Inc.") == organisation_key("Halden")
    assert initials("Korean Central News Agency") == "kcna"
    assert is_acronym("U.N.")
    assert not is_acronym("Un")


def test_a_slug_is_letters_digits_and_hyphens() -> None:
    assert slug("Vladimir V. Putin") == "vladimir-v-putin"
    assert slug("“…”") == "actor"


@given(st.text(), st.text())
def test_any_text_is_a_name_of_some_sort(one: str, other: str) -> None:
    comparable(one)
    score = person_match(person_name(one), person_name(other))
    assert 0 <= score <= 1
    assert slug(one)


def test_a_given_name_is_known_without_its_marks() -> None:
    assert fold("Nazlı Đorđević Øystein") == "nazli dordevic oystein"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("US Navy", "usn"),
        ("UN Development Programme", "undp"),
        ("UK Independence Party", "ukip"),
        ("WORLD HEALTH ORGANIZATION", "who"),
    ],
)
def test_a_short_acronym_in_a_name_gives_all_its_letters(name: str, letters: str) -> None:
    assert initials(name) == letters
