from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import Actor, ActorKind, Findings, Mention, Quote, Span
from reader.analysis.stage import Stage, gather

A = Actor("a", "Anna", ActorKind.PERSON)
B = Actor("b", "Bo", ActorKind.PERSON)


def batch(**found) -> Findings:
    return Findings("key", 1, 2, **found)


def test_a_mention_replaces_the_one_at_the_same_span():
    stage = Stage()
    stage.apply(batch(actors=(A, B), mentions=(Mention(0, 4, "a"), Mention(9, 12, "a"))))
    stage.apply(batch(mentions=(Mention(0, 4, "b"),)))
    assert [m.start for m in stage.mentions_of("a")] == [9]
    assert [m.start for m in stage.mentions_of("b")] == [0]
    assert len(stage.mentions) == 2


def test_a_merge_moves_mentions_and_quotes():
    stage = Stage()
    quote = Quote((Span(20, 30),), speaker="a", addressee="b")
    stage.apply(batch(actors=(A, B), mentions=(Mention(0, 4, "a"),), quotes=(quote,)))
    stage.apply(batch(merged=(("a", "c"), ("b", "c")), actors=(Actor("c", "Anna Bo", ActorKind.PERSON),)))
    assert [m.actor for m in stage.mentions] == ["c"]
    assert (stage.quotes[0].speaker, stage.quotes[0].addressee) == ("c", "c")
    assert list(stage.quotes_of("c")) == stage.quotes
    assert set(stage.actors) == {"c"}


def test_merges_are_followed_through_a_chain_and_a_ring_does_not_hang():
    stage = Stage()
    stage.apply(batch(actors=(A,), mentions=(Mention(0, 4, "a"),)))
    stage.apply(batch(merged=(("a", "b"), ("b", "c"), ("c", "a"))))
    assert len(stage.mentions) == 1


def test_mentions_in_gives_outer_before_nested():
    stage = Stage()
    stage.apply(batch(actors=(A, B), mentions=(Mention(4, 16, "b"), Mention(4, 23, "a"))))
    assert [m.actor for m in stage.mentions_in(10, 11)] == ["a", "b"]
    assert [m.actor for m in stage.mentions_in(18, 19)] == ["a"]
    assert list(stage.mentions_in(23, 30)) == []


def test_quote_at_holds_where_the_cue_interrupts():
    stage = Stage()
    stage.apply(batch(quotes=(Quote((Span(5, 10), Span(20, 30))),)))
    assert stage.quote_at(15) == stage.quotes[0]
    assert stage.quote_at(4) is None
    assert stage.quote_at(30) is None
    assert [s[:2] for s in stage.segments_in(8, 25)] == [(5, 10), (20, 30)]


def test_actors_without_a_mention_are_left_out_of_the_whole():
    analysis = gather([batch(actors=(A, B), mentions=(Mention(0, 4, "a"),))])
    assert set(analysis.actors) == {"a"}


def test_a_batch_takes_the_place_of_what_was_found_in_its_span_before():
    stage = Stage()
    early = Quote((Span(2, 5),), speaker="a")
    first = {"mentions": (Mention(10, 14, "b"), Mention(16, 18, "a")), "quotes": (Quote((Span(20, 25),)),)}
    stage.apply(batch(actors=(A,), mentions=(Mention(0, 4, "a"),), quotes=(early,), span=Span(0, 8)))
    stage.apply(batch(actors=(B,), **first, span=Span(10, 30), ahead=True))
    assert [m.actor for m in stage.mentions] == ["a", "b", "a"]
    stage.apply(batch(mentions=(Mention(10, 14, "a"),), quotes=(Quote((Span(21, 25),)),), span=Span(10, 30)))
    assert [(m.start, m.actor) for m in stage.mentions] == [(0, "a"), (10, "a")]
    assert [m.start for m in stage.mentions_of("a")] == [0, 10]
    assert [q.start for q in stage.quotes] == [2, 21]
    assert [s[0] for s in stage.segments_in(0, 30)] == [2, 21]


def test_whoever_only_a_first_look_found_goes_with_it():
    stage = Stage()
    stage.apply(batch(actors=(B, A), mentions=(Mention(40, 42, "b"), Mention(44, 46, "a")), ahead=True))
    stage.apply(batch(actors=(A,), mentions=(Mention(0, 4, "a"),), span=Span(0, 8)))
    assert set(stage.actors) == {"a", "b"}
    stage.apply(batch(mentions=(Mention(40, 42, "a"),), span=Span(40, 50)))
    assert set(stage.actors) == {"a"}


spans = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1]))
mentions = st.builds(lambda span, actor: Mention(*span, actor), spans, st.sampled_from("ab"))


@given(st.lists(st.lists(mentions, max_size=6), max_size=5))
def test_lists_agree_whatever_the_batches(batches):
    stage = Stage()
    for found in batches:
        stage.apply(batch(actors=(A, B), mentions=tuple(found)))
    last = {(m.start, m.end): m for found in batches for m in found}
    assert stage.mentions == sorted(last.values(), key=lambda m: (m.start, -m.end))
    for actor in "ab":
        assert list(stage.mentions_of(actor)) == [m for m in stage.mentions if m.actor == actor]
    for start in range(0, 50, 7):
        expected = [m for m in stage.mentions if m.start < start + 5 and m.end > start]
        assert list(stage.mentions_in(start, start + 5)) == expected


@given(st.lists(mentions, max_size=6), st.lists(st.sampled_from(["a", "b", None]), max_size=4))
def test_an_analysis_that_is_taken_up_answers_as_the_one_that_was_kept(found, said):
    quotes = [Quote((Span(at * 9, at * 9 + 5),), speaker=by, addressee="b") for at, by in enumerate(said)]
    first, again = Stage(), Stage()
    first.apply(batch(actors=(A, B), mentions=tuple(found), quotes=tuple(quotes)))
    kept = first.snapshot()
    again.apply(batch(actors=(A, B), mentions=kept.mentions, quotes=kept.quotes))
    for stage in (first, again):
        stage.apply(batch(merged=(("a", "b"),), mentions=(Mention(3, 5, "b"),)))
    assert again.snapshot() == first.snapshot()
    assert list(again.mentions_of("b")) == list(first.mentions_of("b"))
    assert list(again.quotes_of("b")) == list(first.quotes_of("b"))
    assert list(again.mentions_in(0, 20)) == list(first.mentions_in(0, 20))
