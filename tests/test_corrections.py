import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import Actor, ActorKind, Findings, Mention, MentionForm, Quote, Span
from reader.analysis.stage import Stage, gather
from reader.correcting import apply
from reader.corrections import (
    ChangeKind,
    History,
    Merge,
    NotAnActor,
    Rename,
    SetSpeaker,
    Split,
    Who,
    from_json,
    to_json,
)
from reader.revision import Revision
from reader.suggesting import suggestions
from tests.staging import staged

MARKED = """\
A visit

[Anna Berg|berg] met [Berg|berg] at the [Foundry|foundry]. [She|berg~] smiled. [Mr. Olin|olin] looked on.

“We close early,” [Mr. Olin|olin] said.

[Olin|olin2] left. [Berg|berg] stayed, and [he|berg~] wept; [Anna Berg|berg] and [Georgia|georgia] sang.
"""
ARTICLE, FOUND = staged(MARKED)
TEXT = ARTICLE.text
ANALYSIS = gather([FOUND])


@pytest.fixture
def stage():
    stage = Stage()
    stage.apply(FOUND)
    return stage


def words(analysis, actor):
    return [TEXT[m.start : m.end] for m in analysis.mentions if m.actor == actor]


def corrected(*corrections):
    return apply(corrections, ANALYSIS, TEXT)


def span(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


# Each correction


def test_merged_actors_share_mentions_and_names(stage):
    after = corrected(Merge(Who.of(stage, "olin"), (Who.of(stage, "olin2"),)))
    assert words(after, "olin") == ["Mr. Olin", "Mr. Olin", "Olin"]
    assert "olin2" not in after.actors
    assert "Olin2" in after.actors["olin"].aliases


def test_quotes_of_a_merged_actor_go_with_it(stage):
    after = corrected(Merge(Who.of(stage, "berg"), (Who.of(stage, "olin"),)))
    assert [quote.speaker for quote in after.quotes] == ["berg"]


def test_a_name_split_off_takes_the_pronouns_that_follow_it(stage):
    after = corrected(Split(Who.of(stage, "berg"), "Karl Berg", words=("Berg",)))
    assert words(after, "karl-berg") == ["Berg", "She", "Berg", "he"]
    assert words(after, "berg") == ["Anna Berg", "Anna Berg"]
    assert after.actors["karl-berg"] == Actor("karl-berg", "Karl Berg", ActorKind.PERSON)


def test_a_single_mention_split_off_goes_alone(stage):
    after = corrected(Split(Who.of(stage, "berg"), "Karl Berg", (span("Berg", 1),)))
    assert len(words(after, "karl-berg")) == 1
    assert len(words(after, "berg")) == 5


def test_a_split_off_mention_joins_the_actor_that_has_the_name(stage):
    after = corrected(Split(Who.of(stage, "berg"), "Olin", (span("Berg", 1),)))
    assert set(after.actors) == set(ANALYSIS.actors)
    assert "Berg" in words(after, "olin")


def test_two_actors_may_bear_one_name(stage):
    after = corrected(Split(Who.of(stage, "berg"), "Berg", words=("Berg",)))
    assert {a.id for a in after.actors.values() if a.name == "Berg"} == {"berg", "berg-2"}


def test_a_quote_goes_with_the_mention_that_names_its_speaker(stage):
    named_by = span("Mr. Olin", 1)
    quotes = (ANALYSIS.quotes[0]._replace(speaker_mention=named_by),)
    after = apply(
        [Split(Who.of(stage, "olin"), "Bo Olin", (named_by,))], ANALYSIS._replace(quotes=quotes), TEXT
    )
    assert after.quotes[0].speaker == "bo-olin"


def test_a_renamed_actor_keeps_its_id_and_its_old_name_as_alias(stage):
    after = corrected(Rename(Who.of(stage, "foundry"), "The Old Foundry"))
    assert after.actors["foundry"].name == "The Old Foundry"
    assert after.actors["foundry"].aliases == ("Foundry",)
    assert after.mentions == ANALYSIS.mentions


def test_who_is_not_named_gets_the_name_of_whom_she_is_merged_with_or_that_she_is_given():
    found = Stage()
    woman = Actor("a-woman", "a woman", ActorKind.PERSON, named=False)
    anna = Actor("anna", "Anna", ActorKind.PERSON)
    mentions = (Mention(0, 7, "a-woman", MentionForm.NOMINAL), Mention(10, 14, "anna"))
    found.apply(Findings("", 1, 1, (), (woman, anna), mentions))
    who = Who.of(found, "a-woman")
    text = "A woman – Anna"
    merged = apply([Merge(who, (Who.of(found, "anna"),))], found.snapshot(), text).actors["a-woman"]
    assert (merged.name, merged.named, merged.aliases) == ("Anna", True, ("a woman",))
    renamed = apply([Rename(who, "Ann Lee")], found.snapshot(), text).actors["a-woman"]
    assert (renamed.name, renamed.named) == ("Ann Lee", True)
    assert suggestions([Rename(who, "Ann Lee")], found) == ()


def test_another_kind_is_taken(stage):
    after = corrected(ChangeKind(Who.of(stage, "foundry"), ActorKind.ORGANISATION))
    assert after.actors["foundry"].kind is ActorKind.ORGANISATION


def test_nothing_becomes_a_country_without_a_code(stage):
    assert corrected(ChangeKind(Who.of(stage, "georgia"), ActorKind.COUNTRY)) == ANALYSIS
    after = corrected(ChangeKind(Who.of(stage, "georgia"), ActorKind.COUNTRY, "GE"))
    assert (after.actors["georgia"].kind, after.actors["georgia"].country) == (ActorKind.COUNTRY, "GE")


def test_what_is_no_actor_leaves_no_mention_and_no_speaker(stage):
    after = corrected(NotAnActor(Who.of(stage, "olin")))
    assert "olin" not in after.actors
    assert words(after, "olin") == []
    assert [quote.speaker for quote in after.quotes] == [None]


def test_a_speaker_set_by_the_reader_is_sure(stage):
    words = ANALYSIS.quotes[0].segments[0]
    (quote,) = corrected(SetSpeaker(words, Who.of(stage, "berg"))).quotes
    assert (quote.speaker, quote.speaker_mention, quote.confidence) == ("berg", None, 1.0)
    (quote,) = corrected(SetSpeaker(words, None)).quotes
    assert quote.speaker is None


def test_a_speaker_set_by_the_reader_follows_a_later_merge(stage):
    words = ANALYSIS.quotes[0].segments[0]
    after = corrected(
        SetSpeaker(words, Who.of(stage, "olin2")), Merge(Who.of(stage, "berg"), (Who.of(stage, "olin2"),))
    )
    assert after.quotes[0].speaker == "berg"


def test_what_was_split_can_be_merged_again(stage):
    split = Split(Who.of(stage, "berg"), "Karl Berg", words=("Berg",))
    middle = Revision(TEXT)
    middle.apply(FOUND)
    middle.correct([split])
    after = corrected(split, Merge(Who.of(middle.stage, "berg"), (Who.of(middle.stage, "karl-berg"),)))
    assert words(after, "berg") == words(ANALYSIS, "berg")


def test_without_corrections_nothing_changes():
    assert corrected() == ANALYSIS


# A new analysis of the same text


def renamed_ids(analysis, prefix="new-"):
    return analysis._replace(
        actors={
            prefix + key: a._replace(id=prefix + key, name=f"{a.name} II")
            for key, a in analysis.actors.items()
        },
        mentions=tuple(m._replace(actor=prefix + m.actor) for m in analysis.mentions),
        quotes=tuple(q._replace(speaker=q.speaker and prefix + q.speaker) for q in analysis.quotes),
    )


def test_corrections_find_their_actors_by_place_when_all_ids_and_names_are_new(stage):
    made = (
        Merge(Who.of(stage, "olin"), (Who.of(stage, "olin2"),)),
        Rename(Who.of(stage, "foundry"), "Works"),
        NotAnActor(Who.of(stage, "georgia")),
    )
    after = apply(made, renamed_ids(ANALYSIS), TEXT)
    assert words(after, "new-olin") == ["Mr. Olin", "Mr. Olin", "Olin"]
    assert after.actors["new-foundry"].name == "Works"
    assert "new-georgia" not in after.actors


def test_corrections_find_their_actors_by_name_when_ids_and_places_are_new(stage):
    made = Rename(Who("gone", "Foundry", ActorKind.PERSON, (Span(0, 1),)), "Works")
    assert corrected(made).actors["foundry"].name == "Works"


def test_an_id_that_now_means_somebody_else_is_not_trusted():
    mentions = [
        m._replace(actor={"olin": "berg", "berg": "olin"}.get(m.actor, m.actor)) for m in ANALYSIS.mentions
    ]
    swapped = ANALYSIS._replace(mentions=tuple(mentions))
    stage = Stage()
    stage.apply(FOUND)
    after = apply([Rename(Who.of(stage, "berg"), "Anna")], swapped, TEXT)
    assert after.actors["olin"].name == "Anna"


def test_corrections_of_nobody_here_change_nothing():
    nobody = Who("nobody", "Nobody At All", ActorKind.PERSON, (Span(90_000, 90_004),))
    made = [
        Merge(nobody, (nobody,)),
        Split(nobody, "X", (Span(90_000, 90_004),), ("Nobody",)),
        Rename(nobody, "X"),
        ChangeKind(nobody, ActorKind.GROUP),
        NotAnActor(nobody),
        SetSpeaker(Span(90_000, 90_004), None),
        SetSpeaker(ANALYSIS.quotes[0].segments[0], nobody),
    ]
    assert corrected(*made) == ANALYSIS


# History


def test_undo_and_redo_are_inverse_and_a_new_correction_ends_redo():
    one, two = (NotAnActor(Who(i, i, ActorKind.PERSON)) for i in "ab")
    both = History().add(one).add(two)
    assert both.undo().redo() == both
    assert both.undo().done == (one,)
    assert History().undo() == History().redo() == History()
    assert both.undo().add(one).redo() == History((one, one))


NAMES = st.text(max_size=8)
SPANS = st.builds(Span, st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
STRAY = st.builds(Who, NAMES, NAMES, st.sampled_from(ActorKind), st.lists(SPANS, max_size=3).map(tuple))


def _known() -> list[Who]:
    stage = Stage()
    stage.apply(FOUND)
    return [Who.of(stage, actor) for actor in stage.actors]


WHO = STRAY | st.sampled_from(_known())
MADE = st.one_of(
    st.builds(Merge, WHO, st.lists(WHO, max_size=3).map(tuple)),
    st.builds(
        Split,
        WHO,
        NAMES | st.sampled_from(["Berg", "Olin", "Karl"]),
        st.lists(SPANS, max_size=3).map(tuple),
        st.lists(NAMES | st.just("Berg"), max_size=2).map(tuple),
        st.none() | st.sampled_from(ActorKind),
    ),
    st.builds(Rename, WHO, NAMES),
    st.builds(ChangeKind, WHO, st.sampled_from(ActorKind), st.none() | st.just("GE")),
    st.builds(NotAnActor, WHO),
    st.builds(SetSpeaker, SPANS | st.just(ANALYSIS.quotes[0].segments[0]), st.none() | WHO),
)


@given(st.lists(MADE, max_size=4), st.lists(MADE, max_size=2))
def test_any_history_comes_back_as_it_was(done, undone):
    history = History(tuple(done), tuple(undone))
    assert from_json(to_json(history)) == history


@given(
    st.text()
    | st.sampled_from(["{}", "[]", '{"done":[{}],"undone":[]}', '{"done":[{"do":"fly"}],"undone":[]}'])
)
def test_other_text_is_refused(text):
    with pytest.raises(ValueError):
        from_json(text)


@given(st.lists(MADE, max_size=5))
def test_whatever_is_corrected_the_analysis_holds_together(made):
    after = corrected(*made)
    spans = {(m.start, m.end) for m in after.mentions}
    assert spans <= {(m.start, m.end) for m in ANALYSIS.mentions}
    assert {m.actor for m in after.mentions} <= after.actors.keys()
    assert {q.speaker for q in after.quotes} - {None} <= after.actors.keys()
    assert [q.segments for q in after.quotes] == [q.segments for q in ANALYSIS.quotes]
    assert all(actor.id == key for key, actor in after.actors.items())
    assert all(a.country for a in after.actors.values() if a.kind is ActorKind.COUNTRY)


# While the analysis fills


def batches():
    """The findings in three batches, with a merge, a mention that changes hands and a growing alias."""
    early = tuple(m._replace(actor="anna" if m.actor == "berg" else m.actor) for m in FOUND.mentions[:4])
    anna = Actor("anna", "Anna", ActorKind.PERSON)
    grown = Actor("berg", "Berg", ActorKind.PERSON, aliases=("Anna Berg",))
    olin = [m._replace(actor="olin") if m.actor == "olin2" else m for m in FOUND.mentions[4:]]
    total = FOUND.total
    yield Findings(FOUND.article, 1, total, (), (anna, *FOUND.actors[1:]), early)
    yield Findings(FOUND.article, 2, total, (("anna", "berg"),), FOUND.actors[:1], tuple(olin), FOUND.quotes)
    yield Findings(FOUND.article, total, total, (), (grown,), FOUND.mentions[4:])


@given(st.lists(MADE, max_size=4), st.integers(0, 3))
def test_correcting_while_it_fills_gives_what_correcting_the_whole_gives(made, after):
    revision = Revision(TEXT)
    for at, batch in enumerate(batches()):
        if at == after:
            revision.correct(made)
        revision.apply(batch)
    revision.correct(made) if after == 3 else None
    assert revision.stage.snapshot() == apply(made, gather(batches()), TEXT)
    assert revision.found.snapshot() == gather(batches())


def test_a_mention_that_turns_out_to_be_of_nobody_goes(stage):
    revision = Revision(TEXT)
    revision.apply(FOUND)
    revision.correct([NotAnActor(Who.of(stage, "georgia"))])
    changed = stage.mentions_of("foundry")[0]._replace(actor="georgia")
    revision.apply(FOUND._replace(actors=(), mentions=(changed,), quotes=()))
    assert list(revision.stage.mentions_of("foundry")) == []


def test_an_actor_that_proves_to_be_one_of_nobody_goes(stage):
    revision = Revision(TEXT)
    revision.apply(FOUND)
    revision.correct([NotAnActor(Who.of(stage, "georgia"))])
    merged = (("foundry", "georgia"),)
    assert revision.apply(FOUND._replace(merged=merged, actors=(), mentions=(), quotes=())) == dict(merged)
    assert {"foundry", "georgia"}.isdisjoint(mention.actor for mention in revision.stage.mentions)


def test_taking_all_back_gives_what_was_found(stage):
    revision = Revision(TEXT)
    revision.apply(FOUND)
    revision.correct([NotAnActor(Who.of(stage, "berg"))])
    revision.correct([])
    assert revision.stage.snapshot() == ANALYSIS
    assert (revision.corrected_actors, revision.corrected_quotes) == (frozenset(), frozenset())


def test_a_revision_tells_what_became_of_actors_that_are_gone(stage):
    revision = Revision(TEXT)
    revision.apply(FOUND)
    merge = Merge(Who.of(stage, "olin"), (Who.of(stage, "olin2"),))
    assert revision.correct([merge]) == {"olin2": "olin"}
    split = Split(Who.of(stage, "berg"), "Karl Berg", words=("Berg",))
    revision.correct([split])
    assert revision.correct([]) == {"karl-berg": "berg"}


def test_what_was_corrected_is_marked(stage):
    revision = Revision(TEXT)
    revision.apply(FOUND)
    quote = ANALYSIS.quotes[0]
    revision.correct(
        [
            Rename(Who.of(stage, "foundry"), "Works"),
            Split(Who.of(stage, "berg"), "Karl Berg", words=("Berg",)),
            NotAnActor(Who.of(stage, "georgia")),
            SetSpeaker(quote.segments[0], Who.of(stage, "berg")),
        ]
    )
    assert revision.corrected_actors == {"foundry", "berg", "karl-berg"}
    assert revision.corrected_quotes == {quote.start}


def test_a_correction_waits_for_its_actor_to_turn_up():
    name = Who("olin", "Olin", ActorKind.PERSON)
    revision = Revision(TEXT)
    revision.correct([Rename(name, "Bo Olin")])
    assert revision.apply(FOUND) == {}
    assert revision.stage.actors["olin"].name == "Bo Olin"


# In the next article


def test_merges_and_renames_are_offered_where_name_and_kind_fit(stage):
    elsewhere = [
        Merge(Who("x", "Olin", ActorKind.PERSON), (Who("y", "Olin2", ActorKind.PERSON),)),
        Rename(Who("z", "Foundry", ActorKind.PERSON), "Works"),
        Rename(Who("z", "Foundry", ActorKind.PERSON), "Works"),
        Rename(Who("z", "Foundry", ActorKind.PLACE), "Hall"),
        Rename(Who("z", "Mill", ActorKind.PERSON), "Works"),
        NotAnActor(Who("berg", "Berg", ActorKind.PERSON)),
    ]
    offered = suggestions(elsewhere, stage)
    assert offered == (
        Merge(Who.of(stage, "olin"), (Who.of(stage, "olin2"),)),
        Rename(Who.of(stage, "foundry"), "Works"),
    )
    revision = Revision(TEXT)
    revision.apply(FOUND)
    revision.correct(offered)
    assert suggestions(elsewhere, revision.stage) == ()


def test_an_interrupted_quote_is_found_by_any_of_its_words(stage):
    quote = Quote((Span(10, 20), Span(30, 40)), speaker="berg")
    stage.apply(Findings("", 1, 1, quotes=(quote,), mentions=(Mention(50, 54, "berg", MentionForm.NAME),)))
    after = apply([SetSpeaker(Span(31, 38), Who.of(stage, "olin"))], stage.snapshot(), TEXT)
    assert after.quotes[0].speaker == "olin"
