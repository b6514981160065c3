"""Who is whose: "her son", "his wife", "the lawyer", named above or below."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast


def of(nlp: Language, text: str, actor: str) -> list[str]:
    """The mentions of an actor in a text."""
    return [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


def test_her_husband_once_named_makes_her_his_wife(nlp: Language) -> None:
    text = (
        "Karin Solberg ran the mill for nine years. Her husband, Oskar, kept the books.\n\n"
        "On Monday Oskar Solberg said that his wife had not slept since the fire."
    )
    assert "his wife" in of(nlp, text, "karin-solberg")


def test_her_son_is_who_is_named_later_as_being_it(nlp: Language) -> None:
    text = (
        "Mariam Haidara has not seen her son for a week. She waits at the gate.\n\n"
        "The boy was last seen on Friday.\n\n"
        "Ms. Haidara said her son, Bakary, had taken no coat."
    )
    assert "her son" in of(nlp, text, "bakary")[:1]


def test_the_second_her_of_a_list_is_not_who_the_first_one_owns(nlp: Language) -> None:
    text = (
        "Sanna Virta died in March. Her mother, Liisa, and her brother, Antti, sued the clinic.\n\n"
        "Antti Virta said that he missed his sister every day."
    )
    assert "his sister" in of(nlp, text, "sanna-virta")


def test_of_two_sons_none_is_meant(nlp: Language) -> None:
    text = (
        "Mariam Haidara came with her sons. Her son Bakary is nine; her son Seydou is twelve.\n\n"
        "Ms. Haidara waited at the gate. She said that her son was tired."
    )
    named = of(nlp, text, "bakary") + of(nlp, text, "seydou")
    assert "her son" not in named


def test_my_brother_is_the_speakers(nlp: Language) -> None:
    text = (
        "Karin Solberg ran the mill with her brother, Oskar.\n\n"
        "“I lent my brother the boat,” Ms. Solberg said. “He never came back.”"
    )
    assert "my brother" in of(nlp, text, "oskar")


def test_a_daughter_of_somebody_makes_him_her_father(nlp: Language) -> None:
    text = (
        "Liisa Virta, a daughter of Antti Virta, opened the hall on Monday.\n\n"
        "Ms. Virta said that her father had built it himself."
    )
    assert "her father" in of(nlp, text, "antti-virta")


def test_whose_daughter_is_his(nlp: Language) -> None:
    text = (
        "Antti Virta, whose daughter Liisa rows for Finland, built the hall.\n\n"
        "Mr. Virta said that his daughter would open it."
    )
    assert "his daughter" in of(nlp, text, "liisa")


def test_a_widow_is_who_is_named_next_of_that_family(nlp: Language) -> None:
    text = (
        "Antti Virta drowned in March. His widow wants an answer.\n\n"
        "Liisa Virta said that nobody had called her."
    )
    assert "His widow" in of(nlp, text, "liisa-virta")


def test_my_brother_is_the_one_man_of_the_family(nlp: Language) -> None:
    text = (
        "Effie Urquhart and Hamish Urquhart sat at one table and did not speak.\n\n"
        "“I love my brother,” Miss Urquhart told the meeting. “He cannot read a contract.”"
    )
    assert {"my brother", "He"} <= set(of(nlp, text, "hamish-urquhart"))


def test_her_daughter_is_her_husbands(nlp: Language) -> None:
    text = (
        "Dwayne Moar was late. His daughter, Kaylee, was in the house. His wife, Sheila Moar, was out.\n\n"
        "“My daughter said it was fine,” Sheila Moar said."
    )
    assert "My daughter" in of(nlp, text, "kaylee")


def test_my_daughter_is_not_who_is_somebodys_mother(nlp: Language) -> None:
    text = (
        "“My daughter should learn bridge,” Étienne Marchand said. He had given the shops to Delphine "
        "Marchand and Julien Marchand.\n\n“My brother thinks that a loaf is a religion,” Delphine Marchand "
        "told a court. Their mother, Odile Marchand, died in March."
    )
    assert "My daughter" in of(nlp, text, "delphine-marchand")
    assert "My brother" in of(nlp, text, "julien-marchand")


def test_the_father_of_her_child_is_her_husband(nlp: Language) -> None:
    text = (
        "Antti Kallio left in May. Antti’s father, Oskar Kallio, was ill; Antti’s mother, Liisa Virta, "
        "ran the mill.\n\nMs. Virta said that her husband kept the books."
    )
    assert "her husband" in of(nlp, text, "oskar-kallio")


def test_two_who_tell_one_tie_from_both_ends_are_each_others(nlp: Language) -> None:
    text = (
        "Liisa Kallio had sent the money through her grandson, she said.\n\n"
        "Antti Virta looked at the floor. His grandmother did not shout at him."
    )
    assert "his grandmother" in [each.lower() for each in of(nlp, text, "liisa-kallio")]
    assert "her grandson" in of(nlp, text, "antti-virta")


def test_their_mother_is_the_one_mother_known(nlp: Language) -> None:
    text = (
        "Antti and Oskar Virta ran the mill. Antti’s mother, Liisa Kallio, kept the books.\n\n"
        "The brothers parted in May. They met once a year to mark the birthday of their mother."
    )
    assert "their mother" in of(nlp, text, "liisa-kallio")


def test_nobody_is_the_mother_of_who_is_almost_as_old(nlp: Language) -> None:
    text = (
        "Liisa Virta, 31, a nurse, was found at home. She had called a friend at noon.\n\n"
        "Antti Virta, 15, stopped there. He looked at his mother and asked for water."
    )
    assert "his mother" not in of(nlp, text, "liisa-virta")


def test_their_second_child_is_nobody_who_was_told_of(nlp: Language) -> None:
    text = (
        "Denise Kallio came first. Her father, Ray Kallio, led the last strike at the plant.\n\n"
        "Minh Pham said he would vote yes. He and his wife expect their second child in March."
    )
    assert "their second child" not in of(nlp, text, "denise-kallio")


def test_who_was_introduced_as_a_daughter_has_a_father(nlp: Language) -> None:
    text = (
        "Yusuf Okoro, the old president, was led away. "
        "His daughter, Sena Okoro, said she had last heard from her father at dawn."
    )
    assert "her father" in of(nlp, text, "yusuf-okoro")


def test_the_mother_of_a_victim_is_whoever_was_killed_s(nlp: Language) -> None:
    text = (
        "Curtis Lind was murdered in April. Darla Lind, the victim's mother, came with her husband, Wade. "
        "Wade Lind said nothing about his son."
    )
    assert "the victim" in of(nlp, text, "curtis-lind")
    assert "his son" in of(nlp, text, "curtis-lind")


def test_the_client_of_a_lawyer_is_whom_counsel_is_for(nlp: Language) -> None:
    text = "Zubair Khan, counsel for Devraj Solanki, said that his client had slept."
    assert "his client" in of(nlp, text, "devraj-solanki")


def test_the_client_of_a_lawyer_is_the_one_defendant(nlp: Language) -> None:
    text = "Brandon Teal was charged. Kyle Abbott, a lawyer from Tern, said that his client slept."
    assert "his client" in of(nlp, text, "brandon-teal")
    two = "Brandon Teal and Ray Lind were charged. Ray Lind was charged twice. Kyle Abbott, a lawyer, left. "
    assert "his client" not in of(nlp, two + "Abbott said that his client slept.", "brandon-teal")


def test_who_is_named_windows_later_is_meant_by_what_stood_above(nlp: Language) -> None:
    above = "Annika Vogt walked out with Jonas Vogt, her husband. She asked for her mother."
    below = "Helga Vogt wept at the news."
    cast = Cast()
    first = cast.read(nlp(above))
    assert all(above[m.start : m.end] != "her mother" for m in first.mentions)
    later = cast.read(nlp(below), len(above) + 2).late
    assert [(above[m.start : m.end], m.actor) for m in later] == [("her mother", "helga-vogt")]


def test_whom_somebody_married_is_his_wife(nlp: Language) -> None:
    text = "Mio Okoro runs the mill. Jonas Vogt married her in 2009. Mr. Vogt said that his wife was asleep."
    assert "his wife" in of(nlp, text, "mio-okoro")


@pytest.mark.parametrize(
    "denial",
    [
        "Ms. Prosser is not related to him.",
        "Mr. Prosser and Ms. Prosser are not related.",
        "Ms. Prosser is no relation.",
    ],
)
def test_who_is_not_related_is_nobodys_wife(nlp: Language, denial: str) -> None:
    text = (
        "“My wife read it to me,” Gethin Prosser said on Monday.\n\nCarys Mostyn and Susan Prosser, who play "
        f"for Wales, went home. {denial} She said that she was glad.\n"
    )
    mentions = Cast().read(nlp(text)).mentions
    assert "My wife" not in {text[m.start : m.end] for m in mentions if m.actor == "susan-prosser"}


def test_he_is_her_husband_who_was_told_of_just_before(nlp: Language) -> None:
    text = (
        "Karin Solberg ran the mill with her husband, Oskar Solberg. Ivar Lund kept the books. "
        "Ms. Solberg told Mr. Lund that her husband had gone to see why it barked. She heard him call out."
    )
    assert "him" in of(nlp, text, "oskar-solberg")


def test_my_wife_is_she_whom_the_speaker_tells_of(nlp: Language) -> None:
    text = (
        "Oskar Solberg ran the mill with his wife, Karin Solberg. Signe Lund kept the books.\n\n"
        "“Ms. Lund had the key,” Mr. Solberg said. “Nobody asked my wife. She was asleep.”"
    )
    assert "She" in of(nlp, text, "karin-solberg")


def test_their_daughter_is_the_couples(nlp: Language) -> None:
    text = (
        "Since her husband, Ted Bascom, a teacher, died, Ruth Okonjo has lived alone. Their daughter, "
        "Anna Bascom, phones her.\n\n“Mom is tough,” Anna Bascom said."
    )
    assert "Mom" in of(nlp, text, "ruth-okonjo")


def test_somebodys_grandmother_is_the_one_who_was_theirs(nlp: Language) -> None:
    text = (
        "Amina Hadj won the prize. It was their grandmother, Zohra, who died.\n\n"
        "“My grandmother raised six,” Karim Hadj said."
    )
    assert "My grandmother" in of(nlp, text, "zohra")


def test_their_child_is_nobodys_wife(nlp: Language) -> None:
    text = (
        "Ettore Bassani lost his place in scores. His wife told nobody.\n\n"
        "“Nobody knew,” said their only child, Flora Bassani, a vet."
    )
    assert "His wife" not in of(nlp, text, "flora-bassani")


def test_whom_she_married_is_her_husband(nlp: Language) -> None:
    text = (
        "Karin Solberg ran the mill for nine years. Oskar Brandt, a carpenter whom she married in 1999, "
        "kept the books.\n\n“I lent my husband the boat,” Ms. Solberg said."
    )
    assert "my husband" in of(nlp, text, "oskar-brandt")


def test_her_mother_is_another_one_where_she_is_anothers(nlp: Language) -> None:
    text = (
        "Karin Solberg sold the mill in May. Her mother, who lived above it, wept.\n\n"
        "Liisa Virta bought it in June. Ms. Virta said that her mother, Aino, had once worked there.\n\n"
        "“I was sorry for the old lady,” Aino Virta said."
    )
    assert "Her mother" not in of(nlp, text, "aino-virta")


def test_two_who_have_one_mother_are_brothers(nlp: Language) -> None:
    text = (
        "Oskar Brandt and Jonas Brandt cut their mother’s cake on Sunday.\n\n"
        "Oskar Brandt was late. He said that his brother had started without him."
    )
    assert "his brother" in of(nlp, text, "jonas-brandt")


def test_her_mothers_husband_is_her_stepfather(nlp: Language) -> None:
    text = (
        "Karin Solberg ran the mill with her mother, Aino. Aino’s husband, Oskar, kept the books.\n\n"
        "Ms. Solberg said that her stepfather had warned her."
    )
    assert "her stepfather" in of(nlp, text, "oskar")


@pytest.mark.parametrize(
    "text",
    [
        "Oskar Brandt’s wife, Karin Brandt, wept. Besides his wife, Mr. Brandt leaves two sons.",
        "Oskar Brandt’s wife, Karin Brandt, ran. “She is late,” he said, as his wife came along the quay.",
        "Oskar Brandt and his wife, Karin Brandt, race. Oskar Brandt has beaten his wife seven times.",
    ],
)
def test_his_wife_is_meant_wherever_a_sentence_has_room_for_her(nlp: Language, text: str) -> None:
    assert "his wife" in of(nlp, text, "karin-brandt")[1:]


def test_who_has_a_daughter_by_his_father_is_his_mother(nlp: Language) -> None:
    text = (
        "Oskar Brandt came with his daughter, Petra Brandt. Petra’s mother, Ilse Holm, sat beside them.\n\n"
        "Oskar Brandt’s son, Tommy, stopped. Tommy looked at his mother."
    )
    assert "his mother" in of(nlp, text, "ilse-holm")


def test_her_sister_is_not_her_mother(nlp: Language) -> None:
    text = (
        "Hetty Lund followed her sister, Clemency Lund, on to the stage. Hetty’s father, Piers, left.\n\n"
        "Hetty Lund said that her mother had stayed."
    )
    assert "her mother" not in of(nlp, text, "clemency-lund")
