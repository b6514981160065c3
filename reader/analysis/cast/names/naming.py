"""From clean name spans to actors: who or what each name in a document means."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.names import aliases, beside
from reader.analysis.cast.names.ages import told_age
from reader.analysis.cast.names.headlines import headlined
from reader.analysis.cast.names.labels import Labels
from reader.analysis.cast.names.nations import Nations, is_language
from reader.analysis.cast.names.own import own_gender
from reader.analysis.cast.roster.acts import Deed, deed
from reader.analysis.cast.roster.deeds import dies
from reader.analysis.cast.roster.entries import BESIDE_OFFICE, Entry, Scene
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.cast.spans import entities, missed
from reader.analysis.cast.spans.capitals import shown
from reader.analysis.cast.spans.people import family_of_next
from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, GROUP, ORGANISATION, PERSON, PLACE, NameSpan
from reader.analysis.cast.spans.titling import with_title
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.countries import lookup, regions
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.phrases import POSSESSIVES, sentence_start
from reader.analysis.lexicon.spelling import comparable, fold
from reader.given_names import MAN

_KINDS = {
    ORGANISATION: ActorKind.ORGANISATION,
    COUNTRY_OR_CITY: ActorKind.PLACE,
    PLACE: ActorKind.PLACE,
    GROUP: ActorKind.GROUP,
}

#: Nouns that name one body alone where they have a capital: the European Union, the city's newspaper.
_OWN_NAMES = frozenset({"union", "post", "times"})
_OF_MANY = frozenset({"the", "both", "two", "three", "these", "those"})


class Namer:
    """Finds the actor of every name; keeps what it learns of labels and names between readings."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._labels = Labels(roster)
        self._nations = Nations(roster)
        self._articled: dict[tuple[str, ...], Entry] = {}  # places with an article, by short names
        self._bearers: set[str] = set()  # the words of full names
        self._latest: Entry | None = None  # who was named last, but for quotations

    def read(self, doc: Doc, offset: int) -> list[Occurrence]:
        """Name everybody whom `doc` names, in text order; nested occurrences follow the one around them."""
        titles = entities.title_lines(doc)
        spans = missed.with_bodies(doc, entities.name_spans(doc, titles), titles)
        spans = self._labels.learn(doc, spans)
        spans = missed.completed(doc, spans, self._labels.known)
        spans += missed.missed_names(doc, spans, self._labels.known)
        spans.sort(key=lambda span: span.start)
        names = (comparable(span.text(doc)) for span in spans if span.label == PERSON)
        self._bearers.update(word for words in names if words[1:] for word in words)
        marks = missed.covered(spans, len(doc))
        found: list[Occurrence] = []
        for start, end in [*_between(titles, len(doc)), *titles]:  # headlines last: they are full of capitals
            inside = [span for span in spans if start <= span.outer < end]
            if (start, end) in titles:
                inside = headlined(self._roster, doc, inside)
            found += self._stretch(doc, offset, inside, start, end, marks)
        return sorted(found, key=lambda one: (one.start, -one.end))

    def _stretch(
        self, doc: Doc, offset: int, spans: list[NameSpan], start: int, end: int, marks: bytearray
    ) -> list[Occurrence]:
        """Resolve the names of a stretch of tokens, and what lies between them."""
        found: list[Occurrence] = []
        reached = start
        for span in spans:
            found += self._nations.unmarked(doc, offset, reached, span.outer, marks)
            found += self._resolve(doc, offset, span, found)
            reached = span.end
        return found + self._nations.unmarked(doc, offset, reached, end, marks)

    def _resolve(self, doc: Doc, offset: int, span: NameSpan, found: list[Occurrence]) -> list[Occurrence]:
        at = offset + doc[span.start].idx
        if self._is_family(doc, span, at):
            return []
        span = self._labels.settle(doc, span, at)
        if is_acronym(span.text(doc)) and aliases.lettered(doc, span):
            span = replace(span, label=ORGANISATION)
        elif known := self._nicknamed(doc, span, found):
            entry = self._roster.note(known, span.full_text(doc), at)
            return [Occurrence(span.outer, span.end, entry, MentionForm.NAME, 0.95)]
        if span.label == PERSON:
            if span.outer == span.start:  # told to be a person since: "Mr. | Roe"
                span = with_title(doc, span, found[-1].end if found else 0)
            return [self._person(doc, span, at, found)]
        resolved = self._nations.resolve(doc, offset, span)
        if resolved is not None:
            return resolved
        if span.label == ORGANISATION:
            return self._organisation(doc, offset, span, found)
        kind = _KINDS[span.label]
        if kind is ActorKind.GROUP and is_language(doc, span.start):
            return []
        if region := regions().get(fold(span.text(doc)).removesuffix("s")):
            entry = self._roster.note(self._roster.thing(ActorKind.PLACE, region), span.text(doc), at)
            return [Occurrence(span.start, span.end, entry, MentionForm.DEMONYM, 0.9)]
        country = self._nations.of_place(doc, span) if kind is ActorKind.PLACE else None
        entry = self._roster.thing(kind, shown(doc, span), country)
        if kind is ActorKind.PLACE and span.start and fold(doc[span.start - 1].text) == "the":
            entry = self._short_form_joined(entry, comparable(span.text(doc)))
        self._roster.note(entry, span.text(doc), at)
        return [Occurrence(span.start, span.end, entry, MentionForm.NAME, 0.95)]

    def _nicknamed(self, doc: Doc, span: NameSpan, found: list[Occurrence]) -> Entry | None:
        """Give whom the text tells to have this name besides one that was used before; it is kept for him."""
        if lookup(span.text(doc)):
            return None
        before = aliases.namesake(doc, found, span, ActorKind.PERSON)
        known = before.entry.now() if before else None
        if known is None and aliases.is_about(doc, span):
            known = self._latest and self._latest.now()
        if known is None or known.person is None:
            return None
        is_past = before is not None and aliases.is_born(doc, before, span)
        self._roster.nickname(known, span.full_text(doc), is_past)
        return known

    def _short_form_joined(self, entry: Entry, words: tuple[str, ...]) -> Entry:
        """Make one of "the Tigris" and "the Tigris River": an article tells both from a town."""
        if words[1:] and words[-1] not in organisations().landforms:
            return entry
        short = words[:-1] or words
        known = self._articled.setdefault(short, entry).now()
        if (comparable(known.name) == short) == (words == short):
            return entry  # the Red Sea is no Red River
        full = known if words == short else entry
        self._roster.define_short_form(full, " ".join(short))
        return full

    def _person(self, doc: Doc, span: NameSpan, at: int, found: list[Occurrence]) -> Occurrence:
        before = found[-1] if found else None
        text = span.full_text(doc) + family_of_next(doc, span)
        offset = at - doc[span.start].idx
        sentence = offset + doc[sentence_start(doc, span.outer)].idx
        does, age = deed(doc, span.outer, span.end), told_age(doc, span.end)
        paragraph = offset + _paragraph(doc, span.outer)
        is_new = [fold(token.text) for token in doc[span.end : span.end + 2]] in ([",", "a"], [",", "an"])
        sex = "" if is_quoted(doc, span.outer) else own_gender(doc, span.outer, span.end)
        sex = MAN if beside.suffix(doc, span.end) else sex
        noun = beside.kin_before(doc, span.outer)
        is_kin, generation = noun in nouns().kin, beside.generation(doc, noun, span.outer)
        rank = (generation if span.end - span.start > 1 else "") or beside.rank(doc, span.outer, span.end)
        apart = beside.apart(doc, found, span)
        is_lone = self._bearers.isdisjoint(comparable(span.text(doc)))
        scene = Scene(at, paragraph, sentence, rank, does, age, is_new, sex, is_kin, is_lone, apart)
        entry, sure = self._roster.person(text, scene)
        if not is_quoted(doc, span.outer):
            entry.narrated.add(text)
            if does in (Deed.ACTS, Deed.SPEAKS):
                entry.acted = at
                entry.introduced = at if len(person_name(text).words) > 1 else entry.introduced
            self._latest = entry
        if noun:
            entry.heads.add(noun)
            entry.rank = entry.rank or generation
            owner = before.entry.now().person if before and beside.owns(doc, before.end, span.start) else None
            if owner and is_kin:
                self._roster.marry(entry, owner.family)
                entry.gender = entry.gender or nouns().gender(noun)
            elif is_kin and beside.is_own(doc, noun, span):
                entry.leans = nouns().gender(noun) or entry.leans
        if not entry.count and doc[span.start].dep_ == "appos" and span.end == span.start + 1:
            entry.leans = entry.leans or entry.sounds  # "the elder, Luis": a given name, and no family's
        if (noun := beside.noun_behind(doc, span.end)) in BESIDE_OFFICE:
            entry.heads.add(noun)
        is_ranked = rank and span.end - span.start == 1  # "the elder Roe" says nothing of who is "Roe"
        self._roster.note(entry, "" if is_ranked else text, at)
        one = Occurrence(span.outer, span.end, entry, MentionForm.NAME, sure)
        entry.age = entry.age or age
        entry.is_dead = entry.is_dead or dies(doc, one)
        return one

    def _organisation(
        self, doc: Doc, offset: int, span: NameSpan, found: list[Occurrence]
    ) -> list[Occurrence]:
        text = span.text(doc)
        at = offset + doc[span.start].idx
        before = found[-1] if found else None
        inside = self._nations.leading(doc, span, at)
        country = inside[0].entry.country if inside else None
        is_state_body = fold(doc[span.end - 1].text) in organisations().state_bodies
        if is_state_body and not inside and before and before.entry.kind is ActorKind.COUNTRY:
            gap = doc[before.end : span.start].text
            country = before.entry.country if gap in POSSESSIVES or not gap else None
        country = country or organisations().parliaments.get(" ".join(comparable(text)))
        full = aliases.namesake(doc, found, span, ActorKind.ORGANISATION)
        if (
            before
            and before.entry.kind is ActorKind.ORGANISATION
            and aliases.is_short_form(doc, before, span)
        ):
            full = before
        if full:
            self._roster.define_short_form(full.entry, text)  # "Korean Central News Agency (KCNA)"
        if is_acronym(text) and (body := self._called(doc, offset, span)):
            self._roster.define_short_form(body, text)
        known = self._roster.find_thing(ActorKind.ORGANISATION, text, country)
        if known is None and (bodies := self._shortened(doc, span, at)):
            entry = self._roster.note(bodies[-1], text, at)
            return [Occurrence(span.start, span.end, entry, MentionForm.NAME, 0.7 if bodies[1:] else 0.85)]
        if known is not None and aliases.has_own_letters(doc, span, known.name):
            entry = self._roster.another(ActorKind.ORGANISATION, text)
        else:
            entry = self._roster.thing(ActorKind.ORGANISATION, text, country)
        self._roster.note(entry, text, at)
        return [
            Occurrence(span.start, span.end, entry, MentionForm.NAME, 0.95),
            *(inside if is_state_body else []),
        ]

    def _shortened(self, doc: Doc, span: NameSpan, at: int) -> list[Entry]:
        """The bodies near that "the Corporation" may mean, by their nouns, the last one named at the end."""
        if not span.start or fold(doc[span.start - 1].text) != "the" or span.end - span.start > 1:
            return []
        noun = fold(span.text(doc))
        nouns = {noun} & organisations().bodies - _OWN_NAMES
        near = self._roster.recent(at) if nouns else ()
        bodies = (one.now() for one in near if noun in one.nominals)
        return sorted((one for one in bodies if one.named), key=lambda one: one.last)

    def _called(self, doc: Doc, offset: int, span: NameSpan) -> Entry | None:
        """The body named before that is said to be known by letters: "the union, known as UCI"."""
        noun = aliases.lettered(doc, span)
        near = self._roster.recent(offset + doc[span.start].idx) if noun else ()
        bodies = (one.now() for one in near if noun in one.now().nominals)
        return max(bodies, key=lambda one: one.last, default=None)

    def _is_family(self, doc: Doc, span: NameSpan, at: int) -> bool:
        """Tell "the Clintons", "both Johnsons": more than one person."""
        text = span.text(doc)
        if not text.endswith("s") or not span.start or fold(doc[span.start - 1].text) not in _OF_MANY:
            return False
        if span.end - span.start > 1 or self._roster.find_person(text, Scene(at))[0] is not None:
            return False
        return span.label == PERSON or self._roster.find_person(text[:-1], Scene(at))[0] is not None


def _paragraph(doc: Doc, index: int) -> int:
    """Where the paragraph of a token begins, in code points of `doc`."""
    while index and "\n" not in doc[index - 1].text:
        index -= 1
    return doc[index].idx


def _between(cut: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What is left of the tokens without the ranges in `cut`."""
    edges = [0, *(edge for pair in cut for edge in pair), length]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
