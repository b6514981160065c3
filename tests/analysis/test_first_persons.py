""" "I", "we" and "you" inside quotes."""

import pytest

from reader.analysis import pipeline
from reader.analysis.findings import SURE, Analysis, MentionForm
from reader.article import Article, Paragraph
from reader.sources.plain import parse


@pytest.fixture(scope="module")
def read():
    nlp = pipeline.load()

    def understand(text: str) -> Analysis:
        return pipeline.understand(nlp, Article(text, (Paragraph(0, len(text)),)))

    return understand


def _pronouns(analysis: Analysis, text: str, actor: str) -> list[str]:
    return [
        text[m.start : m.end] for m in analysis.mentions if m.actor == actor and m.form is MentionForm.PRONOUN
    ]


def test_i_is_the_speaker(read):
    text = "“I’d never been there, and my bag was lost,” said Ingrid Solheim. “They told me nothing.”"
    analysis = read(text)
    assert _pronouns(analysis, text, "ingrid-solheim") == ["I", "my", "me"]


def test_we_is_the_side_that_an_office_speaks_for_and_a_guess(read):
    text = "“We will not wait,” President Ana Ruiz of Chile said."
    analysis = read(text)
    assert _pronouns(analysis, text, "chile") == ["We"]
    assert all(m.confidence < SURE for m in analysis.mentions if text[m.start : m.end] == "We")


def test_words_within_a_quote_that_somebody_else_says_are_left_alone(read):
    text = "“He asked, ‘Do I know her?’ and I laughed,” said Ingrid Solheim."
    assert _pronouns(read(text), text, "ingrid-solheim") == ["I"]


def test_the_country_us_is_no_pronoun(read):
    text = "“The US has helped us,” said Ingrid Solheim."
    assert _pronouns(read(text), text, "ingrid-solheim") == ["us"]


def test_who_speaks_within_a_quote_is_told_by_the_verb_before_it(read):
    text = "Jonas Orr came late. “I told him, ‘I have waited for you,’ and I left,” said Ingrid Solheim."
    analysis = read(text)
    assert _pronouns(analysis, text, "ingrid-solheim") == ["I", "I", "I"]
    assert _pronouns(analysis, text, "jonas-orr") == ["him", "you"]


def test_whoever_is_called_by_name_is_you(read):
    text = "Jonas Orr came late. “Did you hear it, Mr. Orr?” said Ingrid Solheim."
    assert _pronouns(read(text), text, "jonas-orr") == ["you"]


def test_you_of_a_question_is_who_answers_it(read):
    text = (
        "Jonas Orr was the last witness. “When did you leave?” Ingrid Solheim asked.\n\n"
        "“I told you on Monday,” Mr. Orr replied."
    )
    article = Article(text, (Paragraph(0, text.index("\n")), Paragraph(text.index("\n") + 2, len(text))))
    analysis = pipeline.understand(pipeline.load(), article)
    assert _pronouns(analysis, text, "jonas-orr") == ["you", "I"]
    assert _pronouns(analysis, text, "ingrid-solheim") == ["you"]


def test_what_she_said_she_said_to_me(read):
    text = "Maria Lund left at noon. “She said, ‘You must wait,’ and I waited,” said Ingrid Solheim."
    assert _pronouns(read(text), text, "ingrid-solheim") == ["You", "I"]


def test_who_held_me_and_said_it_is_i_in_her_words(read):
    text = "Maria Lund was there. “She held me and said, ‘I am ill,’” said Jonas Orr. “My God.”"
    analysis = read(text)
    assert _pronouns(analysis, text, "jonas-orr") == ["me"]
    assert _pronouns(analysis, text, "maria-lund") == ["She", "I"]


def _said_of(text: str, actor: str) -> list[str]:
    article = parse(text)
    return _pronouns(pipeline.understand(pipeline.load(), article), article.text, actor)


@pytest.mark.parametrize(
    "words",
    [
        "“So when the doctor rang and said, ‘Can you come?’, I went,” Ingrid Solheim said.",
        "“One of the nurses goes, ‘Have you eaten?’ and there it was,” Ingrid Solheim said.",
        "“He told the wall, ‘I shall be here if you think of it,’” Ingrid Solheim said.",
    ],
    ids=["somebody whom nobody knows", "goes", "spoken to a thing"],
)
def test_what_anybody_says_in_her_words_is_said_to_her(words):
    assert "you" in _said_of(words, "ingrid-solheim")


def test_what_she_said_to_nobody_in_particular_she_said_to_whom_she_spoke_of(read):
    text = "“Jonas Orr looked at me and I said, ‘You are safe,’” said Ingrid Solheim."
    assert _pronouns(read(text), text, "jonas-orr") == ["You"]


def test_many_who_are_called_are_no_one(read):
    text = "Jonas Orr came late. “I told him, ‘Girls, you are late,’” said Ingrid Solheim."
    assert _pronouns(read(text), text, "jonas-orr") == ["him"]


@pytest.mark.parametrize(
    "words",
    [
        "“Thank you, Mr. Chairman,” Ms. Solheim said.",
        "“You are late, Mr. Orr,” Ms. Solheim said.",
        "“Must I ask you twice, sir?” Ms. Solheim asked.",
    ],
    ids=["by office", "by name", "by no more than sir"],
)
def test_whoever_is_called_is_you(words):
    text = (
        "Ingrid Solheim was the last witness. Jonas Orr, the chairman of the panel, asked Ms. Solheim to sit "
        f"down.\n\n{words}\n"
    )
    assert "you" in [word.lower() for word in _said_of(text, "jonas-orr")]


def test_nobody_of_whom_the_words_tell_is_whom_they_speak_to():
    text = (
        "Hamid Rostami asked Ingrid Solheim a question about her father, Jonas Solheim.\n\n“My father was "
        "deaf, sir,” Ms. Solheim said. “Your client never called him.”\n"
    )
    assert _said_of(text, "hamid-rostami") == ["Your"]


def test_bare_words_upon_words_are_said_to_who_spoke_before():
    text = "“You never say so,” Jonas Orr said. Ingrid Solheim shook her head.\n\n“You never ask.”\n"
    assert _said_of(text, "jonas-orr") == ["You"]


def test_the_answer_tells_whom_a_question_was_put_to():
    text = (
        "Ingrid Solheim looked at the plan for some time.\n\n“Do you have another?” she asked.\n\n"
        "Jonas Orr said that he had not.\n"
    )
    assert "you" in _said_of(text, "jonas-orr")


def test_i_in_a_headline_is_who_says_so_far_below():
    told = "The ferry left in the morning and came back at night, and nobody saw it go by. " * 14
    said = "I waited at that gate for an hour"
    text = f"‘{said}’: the night of the ferry\n\n{told}\n\n“{said},” says Ingrid Solheim.\n"
    assert _said_of(text, "ingrid-solheim") == ["I", "I"]


@pytest.mark.parametrize(
    "words",
    [
        "“I say to Mr. Orr: you can still come,” said Ingrid Solheim.",
        "“I would say to Mr. Orr, you can still come,” said Ingrid Solheim.",
        "Ingrid Solheim accused Mr. Orr of “losing your nerve”.",
    ],
)
def test_whom_the_speaker_says_she_speaks_to_is_you(words):
    assert _said_of(f"Jonas Orr came late. {words}", "jonas-orr")[-1].startswith("you")


def test_of_whom_the_speaker_tells_is_not_you(read):
    text = "Jonas Orr came late. “I never told Mr. Orr that. You keep such things,” said Ingrid Solheim."
    assert _pronouns(read(text), text, "jonas-orr") == []


def test_who_asked_is_you_in_the_answer():
    text = (
        "Jonas Orr asked Ingrid Solheim whether she was ill.\n\n“You may write that I am,” Ms. Solheim said."
    )
    assert "You" in _said_of(text, "jonas-orr")


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solheim thanked Jonas Orr for his work. “You did well,” she said.",
        "Ingrid Solheim told Jonas Orr that he would hear in May. “You must know it,” she said.",
        "Ingrid Solheim pressed Jonas Orr on the bridge. “Were you there?” she asked.",
        "Asked by Jonas Orr who had sent it, Ingrid Solheim shrugged. “You know who it was,” she said.",
        "Ingrid Solheim wrote to Jonas Orr. “I have apologised to you,” she wrote.",
    ],
)
def test_whom_she_was_just_said_to_speak_to_is_you(text):
    assert _said_of(text + "\n", "jonas-orr")[-1].lower() == "you"


def test_who_tells_others_does_not_speak_to_whom_he_met(read):
    text = "Jonas Orr greeted Ingrid Solheim at the door. “You never know,” he told reporters."
    assert _pronouns(read(text), text, "ingrid-solheim") == []


def test_two_who_talk_go_on_talking_to_each_other():
    text = (
        "Ingrid Solheim stopped Jonas Orr at the gate.\n\n“Any children?” she asked.\n\n“Two girls,” he "
        "answered.\n\n“So have I,” she said. “Then you will wait here with me.”\n"
    )
    assert _said_of(text, "jonas-orr")[-1] == "you"


def test_who_is_called_is_you_though_nobody_knows_who_speaks():
    text = "Jonas Orr walked by. There were calls of “Love you, Jonas!” as he passed.\n"
    analysis = pipeline.understand(pipeline.load(), parse(text))
    assert [m.confidence > 0 for m in analysis.mentions if text[m.start : m.end] == "you"] == [True]


def test_who_speaks_after_much_else_does_not_answer():
    text = (
        "“She lies whenever you think, right?” Ingrid Solheim said on Friday.\n\nOn Monday, when rain had "
        "stopped at last and the square was full, Jonas Orr called it “a sad day for us”.\n"
    )
    assert _said_of(text, "jonas-orr") == ["us"]


def test_what_people_say_to_anybody_is_said_to_nobody(read):
    text = "“They say, ‘This is how you can expect to be paid,’” said Ingrid Solheim."
    assert _pronouns(read(text), text, "ingrid-solheim") == []
