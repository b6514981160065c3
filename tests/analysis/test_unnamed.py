"""People without a name: who is an actor, who is a stranger, who turns out to be whom."""

import pytest
from spacy.language import Language

from reader.analysis import pipeline
from reader.analysis.cast.actors import Cast
from reader.analysis.findings import Analysis, MentionForm, QuoteKind
from reader.analysis.pipeline import analyse
from reader.analysis.stage import Stage
from reader.sources.plain import parse

BRIDGE = (
    "A mother of three, who was walking across the bridge when it gave way, spoke of luck. “I ran. I did not "
    "look round,” she said. The woman had reported the bridge twice.\n"
)


@pytest.fixture(scope="module")
def read(nlp):
    return lambda text: pipeline.understand(nlp, parse(text))


def _of(analysis: Analysis, text: str, actor: str) -> list[str]:
    return [text[m.start : m.end] for m in analysis.mentions if m.actor == actor]


def _unnamed(analysis: Analysis) -> list[str]:
    return [actor.name for actor in analysis.actors.values() if not actor.named]


def test_who_is_quoted_is_an_actor_called_by_the_words_that_introduce_her(read):
    analysis = read(BRIDGE)
    assert _unnamed(analysis) == ["a mother of three"]
    assert [quote.speaker for quote in analysis.quotes if len(quote.segments)] == ["a-mother-of-three"]
    assert _of(analysis, BRIDGE, "a-mother-of-three") == [
        *("A mother of three", "I", "I", "she", "The woman"),
    ]


def test_who_is_spoken_of_again_and_again_is_an_actor(read):
    text = "Police stopped a cyclist on Monday. He had no lights, and his brakes were broken.\n"
    assert _of(read(text), text, "a-cyclist") == ["a cyclist", "He", "his"]


@pytest.mark.parametrize(
    "text",
    [
        "Police stopped a cyclist on Monday. The road was wet.\n",
        "Ann Lee opened the hall. The candidate spoke for an hour, and he shook his head.\n",
        "“When a nurse is tired, she makes her mistakes,” Ann Lee said.\n",
        "Ann Lee of Oslo is a nurse.\n",
    ],
    ids=["met once", "perhaps somebody named", "only spoken of", "what somebody is"],
)
def test_strangers_are_left_out(read, text):
    assert _unnamed(read(text)) == []


def test_a_spokeswoman_leaves_the_word_to_whom_she_speaks_for(read):
    text = "A spokeswoman for Zelk Bank said it was “too early to say”.\n"
    assert _unnamed(read(text)) == []


@pytest.mark.parametrize(
    "ending",
    [
        "The man, later identified as Ryan Boyd, 27, was released.",
        "Police identified the man as Ryan Boyd, 27.",
        "The man turned out to be Ryan Boyd, 27.",
    ],
)
def test_who_is_named_at_last_has_been_it_all_along(read, ending):
    text = f"A man was arrested at the gate. He had lost his keys.\n\n{ending}\n"
    analysis = read(text)
    assert _unnamed(analysis) == []
    assert {"A man", "He", "his"} <= set(_of(analysis, text, "ryan-boyd"))


def test_two_of_one_description_are_two(read):
    text = (
        "“I saw smoke,” said a neighbour.\n\n“I heard a bang,” said another neighbour, who was in her "
        "garden.\n"
    )
    speakers = {quote.speaker for quote in read(text).quotes}
    assert len(speakers) == 2
    assert None not in speakers


def test_who_is_somebody_only_later_gets_what_was_found_of_her_before(nlp):
    filler = "The boat left in the morning and came back at night, and nobody saw it go by. " * 14
    told = parse(
        f"Police questioned a nurse on Monday.\n\n{filler}\n\nThe nurse was tired. “I slept,” she said.\n"
    )
    stage, shown = Stage(), []
    for findings in analyse(nlp, told):
        stage.apply(findings)
        shown.append({stage.actors[m.actor].name for m in stage.mentions if m.form is MentionForm.NOMINAL})
    assert "a nurse" not in shown[0]
    nurse = [told.text[m.start : m.end] for m in stage.mentions_of("a-nurse")]
    assert nurse == ["a nurse", "The nurse", "I", "she"]
    assert len(stage.quotes_of("a-nurse")) == 1


def test_who_asks_for_no_name_is_somebody_whatever_the_trade(read):
    analysis = read(
        "Lasse Wiik grew up in the town.\n\nA Lithuanian packer, who did not want to give his name, said "
        "most of the night shift had left. “Nobody asks us,” he said. The packer said he would go home.\n"
    )
    assert _unnamed(analysis) == ["a Lithuanian packer"]
    assert [quote.speaker for quote in analysis.quotes if quote.kind is QuoteKind.DIRECT] == [
        "a-lithuanian-packer"
    ]


@pytest.mark.parametrize(
    "words", ["The man expected to win is Jan Holt.", "The man from the gas board was Jan Holt."]
)
def test_a_man_told_apart_from_others_is_not_the_man_met_before(read, words):
    text = f"A man asked for the key. “Is it here?” he said. He left, and he did not pay.\n\n{words}\n"
    assert "A man" in _of(read(text), text, "a-man")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A quilter said the men had been “louder than the furnace”.\n", "a quilter"),
        ("The gate was shut by a gilder at the works, who gave no name. “It froze,” she said.\n", "a gilder"),
        ("A ministry official said the talks were “going nowhere”.\n", "a ministry official"),
        ("Ann Lee acts. A spokeswoman for the actor said she was “well”.\n", "a spokeswoman for the actor"),
    ],
    ids=["whatever the trade", "told far behind", "an official is no mouthpiece", "the mouth of a person"],
)
def test_who_speaks_is_somebody(read, text, who):
    assert [name.startswith(who) for name in _unnamed(read(text))] == [True]


@pytest.mark.parametrize("what", ["survey", "placard", "newspaper", "carrier", "card", "theory"])
def test_what_speaks_is_nobody(read, what):
    assert _unnamed(read(f"A {what} said the wind was “too strong to sail”.\n")) == []


def test_who_is_explained_is_one(read):
    text = (
        "Another neighbour, a retired machinist in his 70s, said he saw a car on two evenings.\n\n"
        "“I waved at it,” the machinist said.\n"
    )
    analysis = read(text)
    assert _unnamed(analysis) == ["another neighbour"]
    assert {quote.speaker for quote in analysis.quotes} == {"another-neighbour"}


def test_an_off_duty_nurse_is_somebody_who_may_be_named_later(nlp: Language) -> None:
    text = (
        "The guard said that an off-duty nurse had come first. She had brought a lamp.\n\n"
        "The nurse was later identified as Karin Lund. Nobody had thanked the nurse."
    )
    found = [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "karin-lund"]
    assert {"an off-duty nurse", "the nurse"} <= set(found)


def test_a_spokesperson_for_whom_the_article_does_not_name_speaks_on_her_own(read):
    text = (
        "Dana Volkov told Interfax that the dam would hold.\n\n"
        "A spokesperson for the regional government said: “Things are under control.” "
        "The spokesperson added that “nobody should panic”.\n"
    )
    assert _unnamed(read(text)) == ["a spokesperson for the regional government"]
    assert [q.speaker for q in read(text).quotes if q.kind is not QuoteKind.INDIRECT] == [
        *["a-spokesperson-for-the-regional-government"] * 2
    ]


@pytest.mark.parametrize(
    ("one", "again"),
    [("A lieutenant", "the officer"), ("A boy of six", "the child"), ("A cardiologist", "the doctor")],
)
def test_who_has_no_name_is_told_again_by_a_broader_word(nlp: Language, one: str, again: str) -> None:
    text = f"{one} came first. Nobody had asked {again} to wait."
    mentions = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert mentions[one] == mentions[again]


def test_who_is_named_as_being_the_same_is_one_with_who_had_no_name(nlp: Language) -> None:
    text = (
        "The flood has cost a principal her post.\n\n"
        "The deputy principal left. The town then called the principal, Karin Lund, to a meeting."
    )
    found = [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "karin-lund"]
    assert "a principal" in found
    assert "The deputy principal" not in found


def test_it_was_the_guard_who_came_tells_of_the_guard(nlp: Language) -> None:
    text = "It was a guard who came first. Nobody had asked the guard to wait."
    mentions = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert mentions["a guard"] == mentions["the guard"]


@pytest.mark.parametrize("age", ["in his 60s", "in his late 40s"])
def test_an_age_belongs_to_what_somebody_is_called_by(read, age):
    assert _unnamed(read(f"A miller {age} said he was tired. “It is loud,” he said.\n")) == [
        f"a miller {age}"
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Some senators were uneasy. “We were told nothing,” said one of them, a lawmaker who asked not "
            "to be named. “Ask me later,” the lawmaker said.\n",
            ["a lawmaker"],
        ),
        ("“It was dark,” said one, a father of two. “I braked,” he said.\n", ["a father of two"]),
        ("“We lost it all,” said one of the fishermen.\n", ["one of the fishermen"]),
        (
            "Two neighbours saw smoke. “I rang the bell,” one of them said. “Nobody came,” said the other.\n",
            ["one neighbour", "the other neighbour"],
        ),
        (
            "Guards were asked. “I slept,” said one. “I did not,” said another. A third called it “bad”.\n",
            ["one guard", "another guard", "a third guard"],
        ),
        ("Two pilots were heard. “I slept,” one of the two said.\n", ["one pilot"]),
        (
            "The first man said he was “tired”. The second man said he was “ill”.\n",
            ["the first man", "the second man"],
        ),
        ("“You will see,” said one Republican involved in the planning.\n", ["one Republican"]),
        ("“They came at night,” said a Palestinian who lives there.\n", ["a Palestinian"]),
        ("“It is fun,” one user wrote. “I love it.”\n", ["one user"]),
        ("One intelligence source described it as “a mess”.\n", ["one intelligence source"]),
        ("“It is over,” one Harlow supporter said.\n", ["one Harlow supporter"]),
        ("“It is over,” said the victim’s mother.\n", ["the victim’s mother"]),
        ("Bo Holm left. “It is over,” said Holm’s lawyer.\n", ["Holm’s lawyer"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_one_of_many_is_somebody(read, text, who):
    analysis = read(text)
    assert _unnamed(analysis) == who
    assert [quote.speaker for quote in analysis.quotes if quote.speaker is None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Voters were asked. One in five said they were “tired”.\n",
        "Voters were asked. A third of them said they were “tired”.\n",
        "One of the reports called it “a mess”. Another said it was “late”.\n",
        "Ann Lee met two lawyers. One of them, Bo Holm, said it was “late”.\n",
    ],
    ids=["a share", "many", "a report", "named"],
)
def test_a_share_a_thing_or_a_name_is_nobody_new(read, text):
    assert _unnamed(read(text)) == []


def test_who_is_told_apart_is_not_whom_a_broader_word_meant(read):
    analysis = read(
        "A senior South Korean official said the president had learned of the operation on Monday.\n\n“She "
        "could stop the arrest,” the official said.\n\nThe agency identified the officer who received the "
        "drawings as Col. Tran Quang Duc, a defense attaché.\n"
    )
    assert _unnamed(analysis) == ["a senior South Korean official"]
    assert {quote.speaker for quote in analysis.quotes} == {"a-senior-south-korean-official"}


def test_who_gives_a_name_only_bears_it(read):
    analysis = read(
        "One of the drivers, a father of four who gave his name only as Taiwo, stood at the gate on Thursday "
        "with his old pass.\n\n“They say the machine does not sleep,” he said.\n"
    )
    assert _unnamed(analysis) == []
    assert [quote.speaker for quote in analysis.quotes] == ["taiwo"]


def test_another_is_one_of_those_of_whom_the_first_was(read):
    analysis = read(
        "One of the drivers, a father of four, stood at the gate. “It does not sleep,” he said.\n\nAnother "
        "said he had been offered a job. “I would guard my own house,” he said.\n"
    )
    assert "another driver" in _unnamed(analysis)


def test_a_judge_who_is_named_below_goes_on_as_the_judge(read):
    analysis = read(
        "Workers returned two days after a judge sent their president to prison for ignoring an order.\n\n"
        "Justice Folake Adeyinka of the National Industrial Court had given the union until Monday.\n\nThe "
        "judge was not amused. “You may keep yourself there,” she replied.\n"
    )
    assert [quote.speaker for quote in analysis.quotes] == ["folake-adeyinka"]


def test_whose_phrase_it_is_keeps_the_name_back_not_the_thing_in_it(read):
    text = (
        "Ann Weller runs the fair.\n\nThe promoter of a rival event in Utrecht, who asked not to be "
        "identified, said the papers were late. “You file in January or you cry in June,” he said.\n"
    )
    analysis = read(text)
    assert [quote.speaker for quote in analysis.quotes if quote.kind is not QuoteKind.INDIRECT] == [
        "the-promoter-of-a-rival-event"
    ]
    assert "he" in _of(analysis, text, "the-promoter-of-a-rival-event")


@pytest.mark.parametrize(
    "introduced",
    [
        "Among the ticket holders is a student from Groningen who took a second job.",
        "At the gate was a student from Groningen with a drum.",
    ],
)
def test_a_sentence_may_bring_somebody_at_its_end(read, introduced):
    text = f"The band will not come.\n\n{introduced} She will go anyway. “I have paid for it,” she said.\n"
    analysis = read(text)
    assert _unnamed(analysis) == ["a student from Groningen"]
    assert _of(analysis, text, "a-student-from-groningen")[-2:] == ["I", "she"]


def test_one_of_many_need_not_speak_at_once(read):
    text = (
        "Major Petr Sava was tired. “We hold,” he said.\n\nOne of his men, a sapper who kept bees, saw it "
        "another way. “Nobody is here by choice,” he said.\n"
    )
    analysis = read(text)
    assert [quote.speaker for quote in analysis.quotes] == ["petr-sava", "one-of-his-men"]
    assert "his" in _of(analysis, text, "petr-sava")


@pytest.mark.parametrize("kept", ["whose name may not be published", "whose identity is protected by law"])
def test_whose_name_is_kept_back_is_somebody(read, kept):
    text = (
        f"Ms Lee asked a signal controller on duty that night, {kept}.\n\n"
        "“I wished him well,” the controller said.\n"
    )
    speakers = [quote.speaker for quote in read(text).quotes]
    assert speakers == ["a-signal-controller"]


def test_a_seat_and_a_crowd_are_nobody(read):
    text = "Mr Roe sat on a plastic chair before a host of problems. “I was tired,” the older man said.\n"
    analysis = read(text)
    assert _unnamed(analysis) == []
    assert [quote.speaker for quote in analysis.quotes] == ["roe"]


@pytest.mark.parametrize("one", ["One", "The other", "The first"])
def test_one_of_several_is_introduced_by_what_he_is(read, one):
    text = (
        f"Two people are missing. {one} is a farmer who had gone out to move his sheep. His daughter, "
        "Mia Holm, said he had left his coat.\n"
    )
    assert _of(read(text), text, "a-farmer") == ["a farmer", "his", "His", "he", "his"]


def test_who_will_not_give_her_name_is_nobody_named(read):
    text = (
        "Mr. Holm left at noon, and the woman who feeds the fire stayed. She will not give her name because "
        "she is afraid of losing her pension. “My husband says I’m mad,” she said.\n"
    )
    analysis = read(text)
    assert [quote.speaker for quote in analysis.quotes] == ["the-woman"]
    assert _of(analysis, text, "holm") == ["Mr. Holm"]


def test_a_steward_is_no_boy_who_is_named(read):
    text = (
        "A steward had to walk beside the referee. “It was fine,” the steward said. Ms. Holm, the coach, had "
        "gambled. The boy, Jaden Price, had sat an exam on Friday.\n"
    )
    assert _of(read(text), text, "jaden-price") == ["The boy", "Jaden Price"]


def test_a_boy_who_came_since_is_the_boy(read):
    text = (
        "Jaden Price, 16, hit the bar. The boy was in tears.\n\nKamil Wrona signed a shirt for a boy in a "
        "wheelchair, and he told the boy to wait.\n"
    )
    assert _of(read(text), text, "jaden-price") == ["Jaden Price", "The boy"]
