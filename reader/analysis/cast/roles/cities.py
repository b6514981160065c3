"""Which city a noun means: "the capital" of a country spoken of, "the city" that alone was named lately."""

from collections import deque

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.countries import CountryForm, lookup, regions, state_names
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable

_LATEST = 24  # places that may be meant
_NEAR = 600  # code points back to a city
_FAR = 8_000  # to a capital
CAPITAL = "capital"
PLACES = frozenset({CAPITAL, "city", "town"})
_TOLD = frozenset({"northern", "southern", "eastern", "western", "coastal", "port", "whole", "entire"})
_SURE = 0.7


class Cities:
    """Remembers which places came on, the latest last."""

    def __init__(self) -> None:
        self._met: deque[tuple[int, Entry]] = deque(maxlen=_LATEST)

    def meet(self, entry: Entry, here: int) -> None:
        """Let a place be on stage from `here`, a code point; calls must come in text order."""
        if entry.kind is ActorKind.PLACE:
            self._met.append((here, entry))

    def find(
        self, noun: str, modifiers: tuple[str, ...], country: str | None, about: str, here: int
    ) -> tuple[Entry | None, float]:
        """Give the place that "the `noun`" of a country means at `here`, or of the one it is all `about`."""
        if noun == CAPITAL and not modifiers:
            return self._capital(country, about, here)
        if not _TOLD.issuperset(modifiers) or noun == CAPITAL:
            return None, 0.0
        near = {place.now() for when, place in self._met if here - when < _NEAR}
        fits = [entry for entry in near if _is_city(entry) and country in (None, entry.country)]
        return (fits[0], _SURE) if len(fits) == 1 else (None, 0.0)

    def _capital(self, country: str | None, about: str, here: int) -> tuple[Entry | None, float]:
        near = {place.now() for when, place in self._met if here - when < _FAR}
        capitals = {entry for entry in near if _is_capital(entry)}
        fits = {entry for entry in capitals if entry.country == (country or about)}
        if len(fits) == 1:
            return fits.pop(), _SURE
        return (capitals.pop(), _SURE) if len(capitals) == 1 and not country else (None, 0.0)


def _is_capital(entry: Entry) -> bool:
    forms = {(each.code, each.form) for each in lookup(entry.name)}
    return entry.kind is ActorKind.PLACE and (entry.country, CountryForm.CAPITAL) in forms


def _is_city(entry: Entry) -> bool:
    """Tell a place that no state, continent, river or street is, by its name."""
    is_state = entry.name in state_names() or entry.name in regions().values()
    last = comparable(entry.name)[-1]
    return entry.kind is ActorKind.PLACE and not is_state and last not in organisations().places
