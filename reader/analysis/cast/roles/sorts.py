"""What a body may be called: what its name says, what was said of it, what it is known to be."""

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.countries import key
from reader.analysis.lexicon.national_bodies import national_bodies, office_in
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable

_ARMIES = frozenset({"army", "military"})
_FIRMS = frozenset({"company", "firm", "giant"})  # which no central bank is


def nouns_of(entry: Entry) -> frozenset[str]:
    """What a body is called: by its name, by what was said of it, by what it is known to be."""
    if entry.kind is ActorKind.PLACE:
        return sort_of(entry)
    *first, last = comparable(entry.name)
    trades = last in organisations().trades and organisations().state_bodies.isdisjoint(first)
    known = organisations().known.get(key(entry.name), frozenset())
    known |= _ARMIES if (*first[-1:], last) == ("armed", "forces") else frozenset()
    return known | entry.nominals | ({"company"} if trades else set())


def office_of(entry: Entry) -> str | None:
    """The office of which a country has one that a body has, by its name or by what was said of it."""
    told = (office for noun in entry.nominals if (office := national_bodies().office(noun)))
    return office_in(entry.name) or next(told, None)


def sort_of(entry: Entry) -> frozenset[str]:
    """What a place is called that is a body too, or a sight: "hospital", "island"."""
    if entry.kind is not ActorKind.PLACE:
        return frozenset()
    lists = organisations()
    return frozenset({comparable(entry.name)[-1]}) & (lists.sites | lists.sights)


def may_be_called(entry: Entry, noun: str) -> bool:
    """Tell whether a body is of a sort, or of one that is called so too: "lender" of a bank."""
    called = nouns_of(entry)
    if noun in _FIRMS and office_of(entry):
        return False
    return noun in called or bool(called & organisations().also_called.get(noun, frozenset()))
