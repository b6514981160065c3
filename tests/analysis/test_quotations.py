"""Quotation marks: our own sentences, every style met in English news."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.speech.quotations import Quotation, find_quotations
from reader.article import Paragraph


def paragraphs_of(text: str) -> list[Paragraph]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return spans


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, paragraphs_of(text))


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations_of(text) if not q.depth]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“The road is open,” the mayor said.", ["The road is open,"]),
        ('"The road is open," the mayor said. "Drive."', ["The road is open,", "Drive."]),
        ("``The road is open,'' the mayor said.", ["The road is open,"]),
        ("«La route est ouverte», said the mayor.", ["La route est ouverte"]),
        ("« The road », he said, « is open ».", ["The road", "is open"]),
        ("„The road is open“, said the mayor.", ["The road is open"]),
        ("»The road is open«, said the mayor.", ["The road is open"]),
        ("The mayor told the paper: 「The road is open.」", ["The road is open."]),
        ("'It was rock 'n' roll in town,' he said.", ["It was rock 'n' roll in town,"]),
        ("‘The road is open,’ the minister said.", ["The road is open,"]),
        ("'The road is open,' the minister said.", ["The road is open,"]),
        ("''The road is open,'' the minister said.", ["The road is open,"]),
        (
            "''We call it 'the goat road,''' said the mayor. ''Drive.''",
            ["We call it 'the goat road,'", "Drive."],
        ),
        ("'''Walk, sir,' was all they said,'' he told us.", ["'Walk, sir,' was all they said,"]),
        ('“The road is open" was all she said.', ["The road is open"]),
        ("She called it ”a mistake“ and left.", ["a mistake"]),
        ("(“No comment.”)", ["No comment."]),
        ("He said—“never again”—and left.", ["never again"]),
        ('"But I—" he began.', ["But I—"]),
        ('The board called it "a one-off"/"an accident".', ["a one-off", "an accident"]),
        ('" The road is open , " he said .', ["The road is open ,"]),
    ],
)
def test_every_style_of_marks_is_read(text, quotes):
    assert outer(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The farmers’ leader didn’t call it ‘a farmers’ revolt’, she said.", ["a farmers’ revolt"]),
        ("‘The dogs’ bowls aren’t full,’ said the warden.", ["The dogs’ bowls aren’t full,"]),
        ("'The dogs' bowls aren't full,' said the warden.", ["The dogs' bowls aren't full,"]),
        ("‘In the ’90s we were goin’ nowhere,’ he said.", ["In the ’90s we were goin’ nowhere,"]),
        ("‘In the ‘90s we sang,’ he said.", ["In the ‘90s we sang,"]),
        ("'In the '90s we sang,' he said.", ["In the '90s we sang,"]),
        ("’Tis the season, and ’twas ever thus.", []),
        ("The '90s had rock 'n' roll; the teachers' union had none.", []),
        ("the workers' pay and the owners' profits", []),
        ("She passed 'the owners' and directors' test' in May.", ["the owners' and directors' test"]),
        ("He likes 'words' and he likes 'deeds'.", ["words", "deeds"]),
        ("It was ‘a joke’ and the players’ fault.", ["a joke"]),
        ("The ‘axis of friends’ met at the ministers’ club.", ["axis of friends"]),
        ("‘He told me “never again” and I won’t,’ she said.", ["He told me “never again” and I won’t,"]),
        ("He is 6'2\" tall and the door is 7' high.", []),
        ("“He is 6'2\" tall and can’t hide,” she said.", ["He is 6'2\" tall and can’t hide,"]),
        ('"He is 6\'2" tall and cannot hide," she said.', ["He is 6'2\" tall and cannot hide,"]),
        ('The 12" disc and the 7" disc cost the same.', []),
        ("Trump‘s plan and O‘Brien‘s plan", []),
    ],
)
def test_apostrophes_and_inches_are_no_marks(text, quotes):
    assert outer(text) == quotes


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“She shouted ‘stop’ and ran,” he said.", ["stop"]),
        ("‘She shouted “stop” and ran,’ he said.", ["stop"]),
        ("\"She shouted 'stop' and ran,\" he said.", ["stop"]),
        ("“‘Stop,’ she shouted,” he said.", ["‘Stop,’ she shouted,", "Stop,"][1:]),
        ("“She said, ‘I stop.’”", ["I stop."]),
        ("“She shouted “stop” and ran,” he said.", ["stop"]),
        ("“It’s the drivers’ fault that ‘stop’ meant ‘go’,” he said.", ["stop", "go"]),
    ],
)
def test_nested_quotations_lie_inside(text, nested):
    found = quotations_of(text)
    assert [text[q.start : q.end] for q in found if q.depth == 1] == nested
    assert sum(q.depth == 0 for q in found) == 1


def test_a_mark_repeated_at_each_paragraph_continues_the_quotation():
    text = "She said: “We rowed for hours.\n“The boat was full.\n“Nobody slept.”\n“Who rowed?” he asked."
    found = quotations_of(text)
    assert [(q.continues, q.closed) for q in found] == [
        (False, False),
        (True, False),
        (True, True),
        (False, True),
    ]
    assert [q.paragraph for q in found] == [0, 1, 2, 3]


def test_british_marks_continue_over_paragraphs():
    text = "‘The miners’ houses are gone.\n‘The owners’ houses stand.’ She paused."
    found = quotations_of(text)
    assert [text[q.start : q.end] for q in found] == [
        "The miners’ houses are gone.",
        "The owners’ houses stand.",
    ]
    assert [q.continues for q in found] == [False, True]


def test_a_quotation_runs_on_where_the_mark_is_not_repeated():
    text = "He said: “We rowed for hours.\nThe boat was full.\nNobody slept.”\nThe end."
    found = quotations_of(text)
    assert [q.paragraph for q in found] == [0, 1, 2]
    assert [q.continues for q in found] == [False, True, True]
    assert text[found[2].start : found[2].end] == "Nobody slept."


def test_a_missing_close_ends_with_the_paragraph():
    assert outer("He said, “We rowed for hours.\nThe boat was full.") == ["We rowed for hours."]
    assert outer('"We rowed for hours.\nThe boat was full.') == ["We rowed for hours."]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("We rowed for hours,” he said. “Never again.”", ["Never again."]),
        ("“We rowed, he said. “Never again.”", ["Never again."]),
        ("the “most liberal), education and age", []),
        ('a stray " in the middle', []),
        ('“” and "" and ‘’', []),
        ("“…”", []),
    ],
)
def test_stray_and_empty_marks_make_no_quotation(text, quotes):
    assert outer(text) == quotes


def test_headlines_have_quotations_too():
    assert outer("Minister: ‘Roads will open’ by May\n‘Chaos’ as roads stay shut") == [
        "Roads will open",
        "Chaos",
    ]


def test_the_turns_of_a_conversation_are_quotations_without_marks():
    text = "Keller: When do we start?\nNovak: A year ago.\nKeller: Nobody said ‘a year’ to me."
    found = quotations_of(text)
    assert [text[q.start : q.end] for q in found] == [
        "When do we start?",
        "A year ago.",
        "Nobody said ‘a year’ to me.",
        "a year",
    ]
    assert [q.turn for q in found] == [True, True, True, False]
    assert [q.depth for q in found] == [0, 0, 0, 1]


def test_questions_and_answers_are_turns():
    assert outer("Q: Who pays?\nA: Everybody does.\nQ: And when?") == [
        "Who pays?",
        "Everybody does.",
        "And when?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Keller: When do we start?\nThe rain fell.",
        "Votes: 12\nSeats: 3\nVotes: 14",
        "Update: The road is open.\nCorrection: The road is shut.\nUpdate: The road is open.",
    ],
)
def test_a_heading_or_a_table_is_no_conversation(text):
    assert outer(text) == []


_ALPHABET = st.sampled_from([*list("ab s,. \n0“”\"'‘’`„«»—("), "'' ", " ``", "s’ ", ".” "])


@settings(max_examples=400, deadline=None)
@given(st.lists(_ALPHABET, max_size=60).map("".join))
def test_any_text_gives_sound_quotations(text):
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs)
    assert [(q.start, -q.end) for q in found] == sorted((q.start, -q.end) for q in found)
    ends: dict[int, int] = {}
    for q in found:
        home = paragraphs[q.paragraph]
        assert home.start <= q.outer_start <= q.start < q.end <= q.outer_end <= home.end
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        assert q.start >= ends.get(q.depth, 0)  # quotations of one depth never overlap
        ends[q.depth] = q.outer_end
        if q.depth:
            assert any(o.depth == q.depth - 1 and o.start <= q.start and q.end <= o.end for o in found)


@pytest.mark.parametrize("line", ['"', "“", "”", "'", "‘", " ‘a", "s’ ", '"a ', "“a‘b "])
def test_a_megabyte_of_marks_takes_no_time(line):
    text = line * (1_000_000 // len(line))
    start = time.process_time()
    find_quotations(text, [Paragraph(0, len(text))])
    assert time.process_time() - start < 6  # well below 2 s on an idle machine; quadratic would take hours
