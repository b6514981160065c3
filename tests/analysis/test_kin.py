"""Who is whose: "her son", "his wife", "the lawyer", named above or below."""

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
