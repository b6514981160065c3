"""Countries in the text: their names, demonyms, capitals and seats of power, marked by the model or not."""

from spacy.tokens import Doc

from reader.analysis.cast.names.lands import is_river
from reader.analysis.cast.names.metonyms import power
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.cast.spans.capitals import shown
from reader.analysis.cast.spans.peoples import is_the_people
from reader.analysis.cast.spans.repairs import two_peoples
from reader.analysis.cast.spans.spans import GROUP, ORGANISATION, NameSpan, bare, continues
from reader.analysis.datelines import in_dateline
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.countries import (
    CountryForm,
    CountryName,
    choose,
    is_usual,
    lookup,
    regions,
    relatives,
    states,
)
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_NAMED = frozenset({CountryForm.NAME, CountryForm.ABBREVIATION, CountryForm.FORMER})
_WORDS = frozenset({"polish", "turkey", "chad", "jordan", "nice", "us"})  # words too, where a sentence starts
_ARTICLED = frozenset({"states", "emirates"})  # countries with an article only
_THINGS = frozenset({"hill", "beehive"})  # seats of power only where the model sees a name


class Nations:
    """Resolves what may name a country, by the countries and places met before."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def resolve(self, doc: Doc, offset: int, span: NameSpan) -> list[Occurrence] | None:
        """Resolve a name, demonym, capital or seat of power.

        None where it is none of these or stays undecided; nothing at all where a language is meant.
        """
        text = span.text(doc)
        at = offset + doc[span.start].idx
        if text in relatives() and span.start and fold(doc[span.start - 1].text) == "the":
            return self._relative(doc, offset, span.start)
        if state := states().get(text):
            place = self._roster.note(self._roster.thing(ActorKind.PLACE, *state), text, at)
            return [_occurrence(span, place, MentionForm.NAME, 0.97)]
        found = lookup(text)
        if not found or is_the_people(doc, span) or is_river(doc, span):
            return None
        if _is_bare(doc, span):
            return [] if text == "States" else None
        forms = {name.form for name in found}
        if forms & {CountryForm.CAPITAL, CountryForm.SEAT}:
            return [self._capital(doc, at, span, found)]
        if _is_constituency(doc, span.start):  # "Senator Jon Ossoff of Georgia"
            found = tuple(name for name in found if name.form is CountryForm.PLACE) or found
        chosen, sure = self._choose(_listed(doc, span, found), at)
        if chosen is None:
            return None
        if chosen.form is CountryForm.DEMONYM and is_language(doc, span.start):
            return []
        if chosen.form is CountryForm.PLACE:
            known = self._roster.find_thing(ActorKind.PLACE, text)
            if span.label == ORGANISATION and len(found) == 1 and known is None:
                return None  # a club named for its town
            place = self._roster.thing(ActorKind.PLACE, shown(doc, span), chosen.code)
            return [_occurrence(span, self._roster.note(place, text, at), MentionForm.NAME, sure)]
        form = MentionForm.DEMONYM if chosen.form is CountryForm.DEMONYM else MentionForm.NAME
        entry = self._roster.note(self._roster.country(chosen.code), text, at)
        return [_occurrence(span, entry, form, sure)]

    def _capital(self, doc: Doc, at: int, span: NameSpan, found: tuple[CountryName, ...]) -> Occurrence:
        text = span.text(doc)
        seat = CountryForm.CAPITAL not in {name.form for name in found}
        is_power, sure = power(doc, span.start, span.end, default=seat)
        if in_dateline(doc, span.start):
            is_power, sure = False, 0.95
        wanted = CountryForm.SEAT if is_power else CountryForm.CAPITAL
        name = next((name for name in found if name.form is wanted), found[0])
        if is_power:
            entry = self._roster.note(self._roster.country(name.code), text, at)
            return _occurrence(span, entry, MentionForm.METONYM, sure)
        code = self.of_place(doc, span) or name.code  # "GEORGE TOWN, Malaysia —"
        place = self._roster.thing(ActorKind.PLACE, shown(doc, span), code)
        return _occurrence(span, self._roster.note(place, text, at), MentionForm.NAME, sure)

    def _choose(self, found: tuple[CountryName, ...], at: int) -> tuple[CountryName | None, float]:
        """Choose among countries of one name, and say how sure that is."""
        if len(found) == 1:
            return found[0], 0.97
        if any(name.form is CountryForm.PLACE for name in found):  # Georgia: the state, if its towns were met
            for code, by_place in self._roster.met.latest():
                for name in found:
                    if name.code == code and (by_place or name.form is not CountryForm.PLACE):
                        return name, 0.85
        chosen = choose(found, self._roster.met.likelier(at))
        if chosen is not None:
            return chosen, 0.85
        return next((name for name in found if is_usual(name.code)), None), 0.6

    def of_place(self, doc: Doc, span: NameSpan) -> str | None:
        """The country of "Austin, Texas" or "Nantes, France"."""
        if span.end + 1 < len(doc) and doc[span.end].text == "," and span.text(doc) not in regions().values():
            if state := states().get(doc[span.end + 1].text):
                return state[1]
            for size in (2, 1):
                found = lookup(doc[span.end + 1 : span.end + 1 + size].text)
                if len(found) == 1 and found[0].form in _NAMED | {CountryForm.PLACE}:
                    return found[0].code
        return None

    def leading(self, doc: Doc, span: NameSpan, at: int) -> list[Occurrence]:
        """The country in or before an organisation's name: "Russian Foreign Ministry", "Peru's Congress"."""
        for size in (2, 1):
            if span.end - span.start > size:
                name, _ = self._choose(lookup(doc[span.start : span.start + size].text), at)
                if name and name.form in _NAMED | {CountryForm.DEMONYM}:
                    form = MentionForm.DEMONYM if name.form is CountryForm.DEMONYM else MentionForm.NAME
                    entry = self._roster.country(name.code)
                    return [Occurrence(span.start, span.start + size, entry, form, 0.85)]
        return []

    def unmarked(self, doc: Doc, offset: int, start: int, end: int, marks: bytearray) -> list[Occurrence]:
        """Countries, capitals and seats that the model left out: "Russian-made", "the Kremlin"."""
        found = []
        i = start
        while i < end:
            token = doc[i]
            step = 1
            if not marks[i] and token.text[:1].isupper():
                if token.text in relatives() and i and fold(doc[i - 1].text) == "the":
                    found += self._relative(doc, offset, i)
                elif token.pos_ in ("PROPN", "ADJ", "NOUN", "") and not _in_longer_name(doc, i, marks):
                    for size in (3, 2, 1):
                        if (
                            i + size <= end
                            and not any(marks[i : i + size])
                            and (named := self._plain(doc, offset, i, i + size))
                        ):
                            found += named
                            step = size
                            break
            i += step
        return found

    def _plain(self, doc: Doc, offset: int, start: int, end: int) -> list[Occurrence]:
        if end - start > 1 and doc[end - 1].text == "." and lookup(doc[start : end - 1].text):
            return []  # "Muscat" at the end of a sentence, but "U.S|."
        names = lookup(doc[start:end].text.rstrip("-–"))
        forms = {name.form for name in names}
        if not names or CountryForm.PLACE in forms:
            return []
        if CountryForm.CAPITAL in forms and not _is_city(doc, start):
            return []
        if fold(doc[start].text) in _THINGS:
            return []
        if doc[start].is_sent_start and fold(doc[start].text) in _WORDS:
            return []
        if end < len(doc) and bare(doc[end]) in organisations().mastheads and continues(doc[end]):
            return []  # "USA Today"
        if len(names) > 1 and end < len(doc) and fold(doc[end].text) in organisations().things:
            return []  # "the Korean War" is neither Korea's
        return self.resolve(doc, offset, NameSpan(start, end, GROUP, start)) or []

    def _relative(self, doc: Doc, offset: int, index: int) -> list[Occurrence]:
        """ "The North", where North Korea was named; the article belongs to the mention."""
        code = relatives()[doc[index].text]
        if code not in self._roster.countries or (index + 1 < len(doc) and doc[index + 1].text[:1].isupper()):
            return []
        text = doc[index - 1 : index + 1].text
        entry = self._roster.note(self._roster.country(code), text, offset + doc[index].idx)
        return [Occurrence(index - 1, index + 1, entry, MentionForm.NAME, 0.85)]


def _occurrence(span: NameSpan, entry: Entry, form: MentionForm, sure: float) -> Occurrence:
    return Occurrence(span.start, span.end, entry, form, sure)


def _is_bare(doc: Doc, span: NameSpan) -> bool:
    """Tell "other States" and "flew Emirates" from countries."""
    if span.end - span.start > 1 or fold(doc[span.start].text) not in _ARTICLED:
        return False
    return not span.start or fold(doc[span.start - 1].text) != "the"


def _is_constituency(doc: Doc, index: int) -> bool:
    """Tell what a lawmaker sits for: "Senator Jon Ossoff of Georgia"."""
    words = [fold(token.text).strip(".") for token in doc[max(0, index - 7) : index]]
    return words[-1:] in (["of"], ["from"]) and bool(titles().lawmakers.intersection(words))


def _listed(doc: Doc, span: NameSpan, found: tuple[CountryName, ...]) -> tuple[CountryName, ...]:
    """Take a name for the sort of thing that it is listed with: "Georgia and Ukraine", "Ohio and Georgia"."""
    if not {CountryForm.NAME, CountryForm.PLACE} <= {name.form for name in found}:
        return found
    around: list[str] = []
    if span.start > 1 and doc[span.start - 1].text in ("and", ",", "or"):
        around.append(doc[span.start - 2 - (doc[span.start - 2].text == ",")].text)
    if span.end + 1 < len(doc) and doc[span.end].text in ("and", ",", "or"):
        around.append(doc[span.end + 1].text)
    for text in around:
        forms = {name.form for name in lookup(text)}
        for form in (CountryForm.NAME, CountryForm.PLACE):
            if forms == {form}:
                return tuple(name for name in found if name.form is form)
    return found


def is_language(doc: Doc, index: int) -> bool:
    """Tell the language in "said in Russian", "speaks French", "from French to English"."""
    before = fold(doc[index - 1].text) if index else ""
    after = doc[index + 1] if index + 1 < len(doc) else None
    followed = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    changed = before == "from" and after is not None and fold(after.text) in ("to", "into")
    changed |= before in ("to", "into") and index > 2 and fold(doc[index - 3].text) == "from"
    return not followed and (
        changed or before in ("in", "into", "fluent") or before.startswith(("speak", "spoke", "learn"))
    )


def _is_city(doc: Doc, start: int) -> bool:
    """Tell a capital from a word or a person of its name: "Male", "Victoria"."""
    token = doc[start]
    return token.pos_ == "PROPN" and not token.is_sent_start and fold(token.text) not in all_given_names()


def _in_longer_name(doc: Doc, index: int, marks: bytearray) -> bool:
    """Tell whether a capitalised word runs on into an unknown name: "Russian Roulette Records"."""
    if two_peoples(doc, index, index + 1):
        return True
    after = doc[index + 1] if index + 1 < len(doc) else None
    before = doc[index - 1] if index else None
    if after is not None and not marks[index + 1] and after.text[:1].isupper() and after.pos_ == "PROPN":
        return not lookup(doc[index : index + 2].text)
    return (
        before is not None
        and not marks[index - 1]
        and before.text[:1].isupper()
        and before.pos_ == "PROPN"
        and not before.is_sent_start
        and not lookup(doc[index - 1 : index + 1].text)
    )
