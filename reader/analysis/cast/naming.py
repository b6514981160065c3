"""From clean name spans to actors: who or what each name in a document means."""

from collections import Counter
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.analysis.cast import entities
from reader.analysis.cast.countries import CountryForm, CountryName, choose, lookup, relatives
from reader.analysis.cast.entities import COUNTRY_OR_CITY, GROUP, ORGANISATION, PERSON, PLACE, NameSpan
from reader.analysis.cast.lexicon import given_names, organisations
from reader.analysis.cast.metonyms import power
from reader.analysis.cast.names import comparable, fold, is_acronym, person_name
from reader.analysis.cast.roster import Entry, Roster
from reader.analysis.findings import ActorKind, MentionForm

_KINDS = {
    ORGANISATION: ActorKind.ORGANISATION,
    COUNTRY_OR_CITY: ActorKind.PLACE,
    PLACE: ActorKind.PLACE,
    GROUP: ActorKind.GROUP,
}
_NAMED = frozenset({CountryForm.NAME, CountryForm.ABBREVIATION, CountryForm.FORMER})
_KNOWN = 20_000  # names remembered for finding missed ones
_NAMESAKES = 50  # of them, with one first word


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An actor at tokens `start` to `end` of a document."""

    start: int
    end: int
    entry: Entry
    form: MentionForm
    confidence: float = 1.0


class Namer:
    """Finds the actor of every name; keeps what it learns of labels and names between readings."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._votes: dict[tuple[str, ...], Counter[str]] = {}
        self._known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._known_count = 0

    def read(self, doc: Doc, offset: int) -> list[Occurrence]:
        """Name everybody whom `doc` names, in text order; nested occurrences follow the one around them."""
        spans = entities.name_spans(doc)
        for span in spans:
            self._votes.setdefault(entities.comparable_words(doc, span), Counter())[_coarse(span.label)] += 1
        spans = [self._relabelled(doc, span) for span in spans]
        for span in spans:
            self._remember(doc, span)
        spans += entities.missed_names(doc, spans, self._known)
        spans.sort(key=lambda span: span.start)
        marks = entities.covered(spans, len(doc))
        titles = entities.title_lines(doc)
        found: list[Occurrence] = []
        for start, end in [*_between(titles, len(doc)), *titles]:  # headlines last: they are full of capitals
            inside = [span for span in spans if start <= span.outer < end]
            if (start, end) in titles:
                inside = [span for span in inside if self._is_plain(doc, span)]
            found += self._stretch(doc, offset, inside, start, end, marks)
        return sorted(found, key=lambda one: (one.start, -one.end))

    def _stretch(
        self, doc: Doc, offset: int, spans: list[NameSpan], start: int, end: int, marks: bytearray
    ) -> list[Occurrence]:
        """Resolve the names of a stretch of tokens, and what lies between them."""
        found: list[Occurrence] = []
        reached = start
        for span in spans:
            found += self._unmarked(doc, offset, reached, span.outer, marks)
            found += self._resolve(doc, offset, span, found[-1] if found else None)
            reached = span.end
        return found + self._unmarked(doc, offset, reached, end, marks)

    def _is_plain(self, doc: Doc, span: NameSpan) -> bool:
        """Tell whether a name in a headline is one for sure: known, or such that capitals do not make."""
        text = span.text(doc)
        if span.label == ORGANISATION:
            return bool(
                lookup(text) or is_acronym(text) or self.roster.find_thing(ActorKind.ORGANISATION, text)
            )
        if span.label == PERSON:
            return bool(self.roster.find_person(span.full_text(doc), 0)[0]) or span.end - span.start in (2, 3)
        return bool(lookup(text) or self.roster.find_thing(ActorKind.PLACE, text)) or span.label != GROUP

    def _relabelled(self, doc: Doc, span: NameSpan) -> NameSpan:
        """Follow the majority where the model labelled one string in several ways."""
        text = span.text(doc)
        words = comparable(text)
        title = person_name(span.full_text(doc))
        if span.outer < span.start and (title.honorific or title.title):
            return replace(span, label=PERSON)
        votes = self._votes[words]
        label = _coarse(span.label)
        best, count = max(votes.items(), key=lambda pair: pair[1])
        if best != label and count >= 2 * votes[label] and count >= 2:
            return replace(span, label=best)
        if label != PERSON and len(words) > 1:
            entry, _ = self.roster.find_person(text, doc[span.start].idx)
            if entry and entry.person and entry.person.words == words and entry.count > 1:
                return replace(span, label=PERSON)
        if label == PERSON and len(words) == 1 and self.roster.find_person(text, 0)[0] is None:
            found = lookup(text)
            if any(name.form in _NAMED for name in found) and words[0] not in given_names():
                return replace(span, label=COUNTRY_OR_CITY)
            if not found and self.roster.find_thing(ActorKind.ORGANISATION, text):
                return replace(span, label=ORGANISATION)
        return span

    def _remember(self, doc: Doc, span: NameSpan) -> None:
        """Keep a name for finding it where the model misses it: full names, and words that are names only."""
        words = tuple(token.text for token in doc[span.start : span.end])
        if self._known_count >= _KNOWN or span.label == GROUP or (len(words) == 1 and len(words[0]) < 4):
            return
        row = self._known.setdefault(words[0], [])
        if len(row) < _NAMESAKES and (words, span.label) not in row:
            row.append((words, span.label))
            row.sort(key=lambda pair: -len(pair[0]))
            self._known_count += 1

    def _resolve(self, doc: Doc, offset: int, span: NameSpan, before: Occurrence | None) -> list[Occurrence]:
        text = span.text(doc)
        at = offset + doc[span.start].idx
        if span.label == PERSON and self._is_family(doc, span):
            return []
        if span.label == PERSON:
            entry, sure = self.roster.person(span.full_text(doc), at)
            self.roster.note(entry, span.full_text(doc), at)
            return [Occurrence(span.outer, span.end, entry, MentionForm.NAME, sure)]
        found = lookup(text)
        if found and (occurrence := self._country(doc, offset, span, found)):
            return [occurrence]
        if text in relatives() and span.start and fold(doc[span.start - 1].text) == "the":
            return self._relative(doc, offset, span.start)
        kind = _KINDS[span.label]
        country = self._country_of_place(doc, span) if kind is ActorKind.PLACE else None
        inside = self._leading_country(doc, offset, span) if kind is ActorKind.ORGANISATION else []
        if inside:
            country = inside[0].entry.country
        if (
            kind is ActorKind.ORGANISATION
            and before
            and is_acronym(text)
            and before.end == span.start - 1
            and doc[span.start - 1].text == "("
            and before.entry.kind is kind
        ):
            self.roster.define_acronym(before.entry, text)  # "Korean Central News Agency (KCNA)"
        entry = self.roster.thing(kind, text, country)
        self.roster.note(entry, text, at)
        keep = inside if fold(doc[span.end - 1].text) in organisations().state_bodies else []
        return [Occurrence(span.start, span.end, entry, MentionForm.NAME, 0.95), *keep]

    def _country(
        self, doc: Doc, offset: int, span: NameSpan, found: tuple[CountryName, ...]
    ) -> Occurrence | None:
        """Resolve a name, demonym, capital or seat of power; None where it stays undecided."""
        at = offset + doc[span.start].idx
        text = span.text(doc)
        forms = {name.form for name in found}
        if forms & {CountryForm.CAPITAL, CountryForm.SEAT}:
            is_power, sure = power(doc, span.start, span.end, default=CountryForm.CAPITAL not in forms)
            wanted = CountryForm.SEAT if is_power and CountryForm.SEAT in forms else CountryForm.CAPITAL
            name = next((n for n in found if n.form is wanted), found[0])
            if is_power:
                entry = self.roster.note(self.roster.country(name.code), text, at)
                return Occurrence(span.start, span.end, entry, MentionForm.METONYM, sure)
            place = self.roster.thing(ActorKind.PLACE, text, name.code)
            return Occurrence(span.start, span.end, self.roster.note(place, text, at), MentionForm.NAME, sure)
        chosen = choose(found, self.roster.met_countries())
        if chosen is None or (chosen.form is CountryForm.DEMONYM and _is_language(doc, span.start)):
            return None
        if chosen.form is CountryForm.PLACE:
            if (
                span.label == ORGANISATION
                and len(found) == 1
                and self.roster.find_thing(ActorKind.PLACE, text) is None
            ):
                return None  # a club named for its town
            place = self.roster.thing(ActorKind.PLACE, text, chosen.code)
            return Occurrence(span.start, span.end, self.roster.note(place, text, at), MentionForm.NAME, 0.95)
        form = MentionForm.DEMONYM if chosen.form is CountryForm.DEMONYM else MentionForm.NAME
        entry = self.roster.note(self.roster.country(chosen.code), text, at)
        return Occurrence(span.start, span.end, entry, form, 0.97 if len(found) == 1 else 0.85)

    def _is_family(self, doc: Doc, span: NameSpan) -> bool:
        """Tell "the Clintons": more than one person."""
        text = span.text(doc)
        if (
            span.end - span.start > 1
            or not text.endswith("s")
            or not span.start
            or fold(doc[span.start - 1].text) != "the"
        ):
            return False
        return self.roster.find_person(text, 0)[0] is None

    def _country_of_place(self, doc: Doc, span: NameSpan) -> str | None:
        """The country of "Austin, Texas" or "Nantes, France"."""
        if span.end + 1 < len(doc) and doc[span.end].text == ",":
            for size in (1, 2):
                found = lookup(doc[span.end + 1 : span.end + 1 + size].text)
                if len(found) == 1 and found[0].form in _NAMED | {CountryForm.PLACE}:
                    return found[0].code
        return None

    def _leading_country(self, doc: Doc, offset: int, span: NameSpan) -> list[Occurrence]:
        """The country that an organisation's name starts with: "Russian Foreign Ministry", "U.S. Army"."""
        for size in (2, 1):
            if span.end - span.start > size:
                name = choose(lookup(doc[span.start : span.start + size].text), self.roster.met_countries())
                if name and name.form in _NAMED | {CountryForm.DEMONYM}:
                    form = MentionForm.DEMONYM if name.form is CountryForm.DEMONYM else MentionForm.NAME
                    entry = self.roster.country(name.code)
                    return [Occurrence(span.start, span.start + size, entry, form, 0.85)]
        return []

    def _unmarked(self, doc: Doc, offset: int, start: int, end: int, marks: bytearray) -> list[Occurrence]:
        """Countries and demonyms that the model left out: "Russian-made", "the North"."""
        found = []
        i = start
        while i < end:
            token = doc[i]
            step = 1
            if not marks[i] and token.text[:1].isupper():
                if token.text in relatives() and i and fold(doc[i - 1].text) == "the":
                    found += self._relative(doc, offset, i)
                elif token.pos_ in ("PROPN", "ADJ", "NOUN", "") and not _in_longer_name(doc, i, marks):
                    for size in (2, 1):
                        if (
                            i + size <= end
                            and not any(marks[i : i + size])
                            and (named := self._plain(doc, offset, i, i + size))
                        ):
                            found.append(named)
                            step = size
                            break
            i += step
        return found

    def _plain(self, doc: Doc, offset: int, start: int, end: int) -> Occurrence | None:
        names = lookup(doc[start:end].text.rstrip("-–"))
        forms = {name.form for name in names}
        if not names or not forms <= _NAMED | {CountryForm.DEMONYM}:
            return None
        if doc[start].is_sent_start and fold(doc[start].text) in {
            "polish",
            "turkey",
            "chad",
            "jordan",
            "nice",
            "us",
        }:
            return None
        return self._country(doc, offset, NameSpan(start, end, GROUP, start), names)

    def _relative(self, doc: Doc, offset: int, index: int) -> list[Occurrence]:
        """ "The North", where North Korea was named; the article belongs to the mention."""
        code = relatives()[doc[index].text]
        if code not in self.roster.countries or (index + 1 < len(doc) and doc[index + 1].text[:1].isupper()):
            return []
        text = doc[index - 1 : index + 1].text
        entry = self.roster.note(self.roster.country(code), text, offset + doc[index].idx)
        return [Occurrence(index - 1, index + 1, entry, MentionForm.NAME, 0.85)]


def _between(cut: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What is left of the tokens without the ranges in `cut`."""
    edges = [0, *(edge for pair in cut for edge in pair), length]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _coarse(label: str) -> str:
    return COUNTRY_OR_CITY if label == PLACE else label


def _is_language(doc: Doc, index: int) -> bool:
    """Tell the language in "said in Russian", "speaks French"."""
    before = fold(doc[index - 1].text) if index else ""
    after = doc[index + 1] if index + 1 < len(doc) else None
    followed = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    return not followed and (
        before in ("in", "into", "fluent") or before.startswith(("speak", "spoke", "learn"))
    )


def _in_longer_name(doc: Doc, index: int, marks: bytearray) -> bool:
    """Tell whether a capitalised word runs on into an unknown name: "Russian Roulette Records"."""
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
