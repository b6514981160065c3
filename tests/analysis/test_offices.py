"""Offices that pass on, and holders of offices who are named late or never."""

import pytest
from spacy.language import Language

from tests.analysis.test_actors import Stage


def test_a_successor_has_the_office_from_then_on(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Juan Orellana, the president of Honduras, resigned on Friday. His successor, Marta Lagos, was sworn "
        "in on Saturday. The president promised to hold elections. The former president left the country.",
    )
    assert stage.of("marta-lagos") == ["His successor", "Marta Lagos", "The president"]
    assert "The former president" in stage.of("juan-orellana")
    assert stage.actors["marta-lagos"].roles == ("president of Honduras",)
    assert [tie.other for tie in stage.actors["marta-lagos"].ties] == ["honduras"]
    assert stage.actors["juan-orellana"].roles == ("former president of Honduras",)


def test_a_predecessor_has_had_the_office(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Gavin Roe, the mayor of Leeds, declined to comment. Mr Roe’s predecessor, Jeffrey Donald, agreed. "
        "The mayor left. The former mayor stayed.",
    )
    assert "The mayor" in stage.of("gavin-roe")
    assert "The former mayor" in stage.of("jeffrey-donald")


def test_a_counterpart_has_the_same_office_elsewhere(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Israel’s prime minister, Dov Ariel, met his Irish counterpart, Sean Doyle, in Cork. The Irish prime "
        "minister praised the talks.",
    )
    assert stage.actors["sean-doyle"].roles == ("Irish prime minister",)
    assert stage.of("sean-doyle")[-1] == "The Irish prime minister"


def test_who_is_named_to_an_office_has_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Nora Thanh, an economist who had run the ministry for four years, was named prime minister on "
        "Friday. The prime minister thanked her party.",
    )
    assert "The prime minister" in stage.of("nora-thanh")


def test_who_leads_a_body_has_a_role_and_a_tie(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Somali Democratic Front, led by Ali Youssef, said it would boycott the vote. Naomi Long, who "
        "leads the cross-community Alliance Party, agreed.",
    )
    youssef, long = stage.actors["ali-youssef"], stage.actors["naomi-long"]
    assert youssef.roles == ("leader of Somali Democratic Front",)
    assert [tie.other for tie in youssef.ties] == ["somali-democratic-front"]
    words = youssef.ties[0].words
    assert stage.text[words.start : words.end] == "Somali Democratic Front, led by"
    assert [tie.other for tie in long.ties] == ["alliance-party"]


def test_the_leader_of_the_opposition_is_who_leads_it(nlp: Language) -> None:
    stage = Stage(
        nlp, "The opposition is led by Ali Youssef. Police fired on a crowd. The opposition leader fled."
    )
    assert "The opposition leader" in stage.of("ali-youssef")


def test_a_holder_named_later_is_the_one_described_before(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Russian president said on Tuesday that he would not sign. Vladimir Orlov, Russia’s president, "
        "then met reporters.",
    )
    assert stage.of("vladimir-orlov")[:2] == ["The Russian president", "he"]


def test_a_holder_who_is_never_named_is_an_actor_by_the_description(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Russian president said on Tuesday that he would not sign. Officials in Kyiv were not surprised. "
        "The Russian president left for Minsk.",
    )
    assert stage.of("russian-president") == ["The Russian president", "he", "The Russian president"]
    assert stage.actors["russian-president"].country == "RU"
    assert "belarus" not in stage.actors


def test_the_president_after_a_name_of_which_nothing_is_known_is_that_one(nlp: Language) -> None:
    stage = Stage(nlp, "Vladimir Orlov arrived in Beijing on Monday. The Russian president stayed a day.")
    assert stage.of("vladimir-orlov") == ["Vladimir Orlov", "The Russian president"]
    assert stage.actors["vladimir-orlov"].country == "RU"


def test_a_president_of_no_named_country_is_not_taken_for_another(nlp: Language) -> None:
    stage = Stage(nlp, "President Ann Roe met the French president on Monday. They spoke for an hour.")
    found = stage.at("the French president")
    assert found is None or found.actor != "ann-roe"


def test_a_relative_described_first_is_who_is_named_later(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Ruth Okello lost her husband in March. He had worked at the mill for 20 years. Her husband, James "
        "Okello, was 54.",
    )
    assert stage.of("james-okello") == ["her husband", "He", "Her husband", "James Okello"]


def test_the_vermont_senator_is_the_one_senator_on_stage(nlp: Language) -> None:
    text = "Sen. Todd Hargis voted no. The Vermont senator said so on Friday."
    assert "The Vermont senator" in Stage(nlp, text).of("todd-hargis")


def test_of_two_senators_the_part_of_the_state_tells_none(nlp: Language) -> None:
    stage = Stage(nlp, "Sen. Ann Lee met Sen. Todd Hargis. The Vermont senator was late.")
    assert stage.at("The Vermont senator") is None


def test_the_president_is_no_leader_of_a_party(nlp: Language) -> None:
    text = (
        "President Ida Korhonen met Pavel Roe, the leader of the Harbour Party. Mr. Roe left first.\n\n"
        "Nobody had told the president."
    )
    assert "the president" in Stage(nlp, text).of("ida-korhonen")


def test_a_player_for_a_country_is_told_anew(nlp: Language) -> None:
    text = "Ida Korhonen had made nine saves. The Finland international then scored twice."
    assert "The Finland international" in Stage(nlp, text).of("ida-korhonen")


def test_whom_no_country_is_said_of_holds_the_office_of_the_articles_own(nlp: Language) -> None:
    text = (
        "Chile’s interior minister quits over leaked tapes\n\nSANTIAGO, Chile — "
        "Interior Minister Ana Soler resigned on Tuesday.\n"
    )
    assert "Chile’s interior minister" in Stage(nlp, text).of("ana-soler")


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        (
            "The Lake Authority shut two gates. “We had no choice,” its chief executive, Ruta Kanda, "
            "told reporters.",
            "chief executive",
            "its chief executive",
        ),
        (
            "The Lake Authority shut two gates. The authority’s director of works, Ruta Kanda, said "
            "that she had no choice.",
            "the authority’s director of works",
            "The authority’s director of works",
        ),
        (
            "The Lake Authority shut two gates. Ruta Kanda, a spokeswoman for the authority, said it "
            "had no choice.",
            "spokeswoman for the authority",
            "a spokeswoman for the authority",
        ),
    ],
)
def test_whose_an_office_is_may_stand_without_a_name(nlp: Language, text: str, role: str, words: str) -> None:
    stage = Stage(nlp, text)
    kanda = stage.actors["ruta-kanda"]
    (tie,) = kanda.ties
    assert kanda.roles == (role,)
    assert (tie.other, stage.text[tie.words.start : tie.words.end]) == ("lake-authority", words)
    assert tie.speaks


def test_who_works_for_a_person_is_tied_to_no_body(nlp: Language) -> None:
    stage = Stage(nlp, "Ana Ruiz runs the Lake Authority. Her lawyer, Lars Holm, said that she would stay.")
    assert not stage.actors["lars-holm"].ties
