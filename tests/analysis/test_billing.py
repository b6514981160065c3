"""Who of those without a name is shown, window by window."""

from types import MappingProxyType

from reader.analysis.billing import Bill
from reader.analysis.cast.actors import CastUpdate
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span


def _niece(name: str) -> Actor:
    return Actor(name, name.replace("-", " "), ActorKind.PERSON, named=False)


def _mention(start: int, actor: str, form: MentionForm = MentionForm.PRONOUN) -> Mention:
    return Mention(start, start + 3, actor, form, 0.9)


def _quote(start: int, speaker: str) -> Quote:
    return Quote((Span(start, start + 20),), QuoteKind.DIRECT, speaker=speaker)


def _update(mentions: tuple[Mention, ...], *, merged: tuple[tuple[str, str], ...] = ()) -> CastUpdate:
    return CastUpdate(
        merged, tuple({_niece(each.actor) for each in mentions}), mentions, MappingProxyType({})
    )


def _read(bill: Bill, update: CastUpdate, *quotes: Quote):
    return bill.read(update, quotes, {actor.id: actor for actor in update.actors})


def test_who_is_on_the_list_stays_there_under_another_name():
    bill = Bill()
    actors, mentions, _ = _read(bill, _update((_mention(40, "scotts-niece"),)), _quote(0, "scotts-niece"))
    assert [actor.id for actor in actors] == [mention.actor for mention in mentions] == ["scotts-niece"]
    later = _update((_mention(90, "his-niece"),), merged=(("scotts-niece", "his-niece"),))
    actors, mentions, _ = _read(bill, later)
    assert [actor.id for actor in actors] == [mention.actor for mention in mentions] == ["his-niece"]


def test_what_was_kept_back_of_two_who_are_one_is_shown_together():
    bill = Bill()
    assert _read(bill, _update((_mention(10, "a-guard"), _mention(30, "the-guard"))))[1] == ()
    one = _update((_mention(50, "the-guard"),), merged=(("a-guard", "the-guard"),))
    _, mentions, _ = _read(bill, one, _quote(60, "the-guard"))
    assert sorted(mention.start for mention in mentions) == [10, 30, 50]
    assert {mention.actor for mention in mentions} == {"the-guard"}


def test_one_pronoun_makes_somebody_of_a_relative_and_none_of_a_stranger():
    for name, shown in (("my-wife", True), ("a-guard", False), ("his-teacher", False)):
        told = _update((_mention(10, name, MentionForm.NOMINAL), _mention(30, name)))
        assert bool(_read(Bill(), told)[1]) is shown
