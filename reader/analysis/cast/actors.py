"""Who is on stage: every mention of a document finds its person, country, organisation, group or place.

Usable in anybody's pipeline that has entities and a parse::

    nlp.add_pipe("actors")
    doc = nlp(text)
    doc._.actors       # Mapping[str, Actor], by id
    doc._.mentions     # tuple[Mention, ...], sorted; offsets are code points of doc.text

or window by window over a long article, with :class:`Cast`.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast.descriptions.announced import find_announced
from reader.analysis.cast.descriptions.calling import find_addressed, find_called
from reader.analysis.cast.descriptions.counterparts import find_counterparts
from reader.analysis.cast.descriptions.groups import Groups
from reader.analysis.cast.descriptions.headlines import find_bare
from reader.analysis.cast.descriptions.kin import Kin
from reader.analysis.cast.descriptions.leads import Leads
from reader.analysis.cast.descriptions.nominals import Description, Nominals
from reader.analysis.cast.descriptions.ones import find_one
from reader.analysis.cast.descriptions.owned import find_owned
from reader.analysis.cast.descriptions.owners import Owners
from reader.analysis.cast.descriptions.unnamed import Unnamed
from reader.analysis.cast.names.naming import Namer
from reader.analysis.cast.pronouns.neuters import find_neuters, is_somebody
from reader.analysis.cast.pronouns.pronouns import PronounReader
from reader.analysis.cast.roles.leading import find_leaders
from reader.analysis.cast.roles.offices import Offices
from reader.analysis.cast.roles.possessors import find_possessors
from reader.analysis.cast.roles.roles import Role, find_roles
from reader.analysis.cast.roles.shared_titles import find_shared_titles
from reader.analysis.cast.roster.entries import Entry, Scene
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.documents import is_quoted, with_parse
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Span
from reader.analysis.lexicon.national_bodies import national_bodies
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import POSSESSIVES

#: Below this probability nobody else is meant by a pronoun that the first choice can't be.
_INSTEAD = 0.1
#: Below this one it is given to nobody, where the first is a description whose owner the article may name.
_STAND_IN = 0.3
#: In a quotation, where strangers are talked of.
_STAND_IN_QUOTED = 0.65
#: Mentions of those who may be named yet that are kept back.
_KEPT_BACK = 256


@dataclass(frozen=True)
class CastUpdate:
    """What a reading found: ids that changed, actors that are new or changed, mentions of this window.

    `instead` tells of pronouns whom else they may mean: the mention for that, by the one that is given.
    `late` are mentions of earlier windows, of whom the article has named since: "her mother ... Ann Lee".
    """

    merged: tuple[tuple[str, str], ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    instead: Mapping[Mention, Mention]
    late: tuple[Mention, ...] = ()


class Cast:
    """Everybody met so far in an article, read window by window in text order."""

    def __init__(self) -> None:
        self._roster = Roster()
        self._namer = Namer(self._roster)
        self._nominals = Nominals(self._roster)
        self._offices = Offices(self._roster)
        self._groups = Groups(self._roster)
        self._unnamed = Unnamed(self._roster, self._nominals)
        self._pronouns = PronounReader()
        self._kin = Kin(self._roster)
        self._leads = Leads(self._roster, self._named_below)
        self._actors: dict[str, Actor] = {}
        self._kept_back: deque[tuple[Mention, Entry]] = deque(maxlen=_KEPT_BACK)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """All actors so far, by id."""
        return MappingProxyType(self._actors)

    def read(self, doc: Doc, offset: int = 0) -> CastUpdate:
        """Read the next window: whole paragraphs of the article, parted by blank lines.

        `offset` is where `doc` starts in the article's text. Mentions come sorted by start, the longer
        first; their offsets are absolute, and their actors are the ids after `merged`.
        """
        doc = with_parse(doc)
        found = self._namer.read(doc, offset)
        at = Map(found)
        found += self._describe(doc, offset, found, at)
        merged, changed = self._roster.settle()
        for old, _ in merged:
            self._actors.pop(old, None)
        records = [entry.record() for entry in changed if not entry.vague]
        self._actors.update((record.id, record) for record in records)
        late = self._named_since()
        shown = [(each, _shown(doc, each)) for each in found]
        self._kept_back += [(_mention(doc, offset, each), each.entry) for each, one in shown if one is None]
        found = [one for _, one in shown if one is not None]
        mentions = _mentions(doc, offset, found)
        instead = _instead(doc, offset, found, mentions)
        return CastUpdate(tuple(merged), tuple(records), mentions, instead, late)

    def _named_since(self) -> tuple[Mention, ...]:
        """Give the mentions kept back whose actors are to be shown by now."""
        ready = [(mention, entry.now()) for mention, entry in self._kept_back if not entry.now().vague]
        waiting = (each for each in self._kept_back if each[1].now().vague)
        self._kept_back = deque(waiting, maxlen=_KEPT_BACK)
        return tuple(mention._replace(actor=entry.id) for mention, entry in ready)

    def recognise(self, stranger: Actor, offset: int) -> Actor | None:
        """Give who of those met so far an actor is whom another reading met at `offset`; learns nothing."""
        entry = (
            self._roster.countries.get(stranger.country or "")
            if stranger.kind is ActorKind.COUNTRY
            else self._roster.find_person(stranger.name, Scene(offset))[0]
            if stranger.kind is ActorKind.PERSON
            else self._roster.find_thing(stranger.kind, stranger.name)
        )
        return self._actors.get(entry.id if entry is not None else stranger.id)

    def _describe(self, doc: Doc, offset: int, named: list[Occurrence], at: Map) -> list[Occurrence]:
        """Find titles and appositions, then descriptions and pronouns by what they tell."""
        found: list[Occurrence] = []
        taken: dict[int, int] = {}
        roles = [*find_roles(doc, named, at), *find_leaders(doc, named, at), *find_shared_titles(doc, at)]
        roles.sort(key=lambda role: role.start, reverse=True)
        for role in reversed(roles):
            if role.apposed:
                found.append(Occurrence(role.start, role.end, role.owner.entry, MentionForm.NOMINAL, 0.9))
            if role.start < role.owner.start or role.start >= role.owner.end:
                taken.update(dict.fromkeys(range(role.start, role.end), role.end))
        described: list[Occurrence] = []
        told = tuple(roles)
        self._nominals.introduce(doc, named)
        self._leads.begin(doc, told)
        if not offset:
            bare = (each for each in find_bare(doc, at) if each.start not in taken)
            found += [self._unnamed.announce(doc, each, at) for each in bare]
        for i in range(len(doc)):
            while roles and roles[-1].start <= i:  # "the president" is nobody who comes later
                meant = self._offices.meant(doc, roles.pop(), at)
                if meant is not None:
                    self._tie(doc, offset, meant)
                    self._nominals.learn(meant)
                    self._unnamed.name(doc, meant, offset)
            if (one := at[i]) is not None and one.start == i:
                self._nominals.meet(doc, one, offset + doc[i].idx)
                self._leads.meet(doc, one)
            one_of_many = find_one(doc, i, at)
            for each in (one_of_many,) if one_of_many else self._nominals.describe(doc, i, offset, at):
                if i in taken and not _is_inside(doc, each, taken):
                    continue
                if each.entry is None:
                    met = list(self._unnamed.meet(doc, each, offset, at))
                else:
                    met = [Occurrence(each.start, each.end, each.entry, MentionForm.NOMINAL, each.confidence)]
                    self._roster.note(each.entry, "", offset + doc[i].idx)
                for one in met:
                    self._leads.tell(doc, one)
                described += met
        if not offset:
            known = taken.keys() | {i for one in described for i in range(one.start, one.end)}
            described += find_announced(doc, at, known, self._nominals.bodies.home)
        neuters = find_neuters(doc, at, described)
        for role in find_possessors(doc, told, [*neuters, *described]):
            self._tie(doc, offset, role)
        self._kin.begin(doc, at, told, described, self._pronouns.speaker_at)
        pronouns = self._pronouns.read(doc, named + described, partial(self._kin.heed, doc))
        self._unnamed.reveal(one.entry.now() for one in (*described, *pronouns))
        accused = self._nominals.bearing("defendant")
        self._kin.read(doc, at, described, pronouns, self._pronouns.speaker_at, accused)
        found += [it for it in neuters if not is_somebody(it.entry.now())]
        found += described
        found += find_called(doc, at, self._kin.ties, self._pronouns.speaker_at)
        found += find_addressed(doc, at, self._nominals.bearing, self._pronouns.speaker_at)
        owners = Owners(doc, at, described, pronouns, self._pronouns.speaker_at)
        found += find_owned(doc, at, owners, self._roster, offset)
        others = find_counterparts(
            doc, at, [*named, *described, *neuters, *pronouns], self._pronouns.speaker_at
        )
        found += self._replaced(described, others)
        found += self._groups.read(doc, offset, [*named, *described, *pronouns], at)
        return found + pronouns

    def _replaced(self, described: list[Occurrence], others: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """Let who was described by words without a name be who is known to be meant by them."""
        strangers = {(one.start, one.end): one.entry for one in described if not one.entry.now().named}
        for one in others:
            stranger = strangers.get((one.start, one.end))
            if stranger is not None and stranger.now() is not one.entry and not stranger.now().named:
                self._roster.merge(stranger.now(), one.entry)
            yield one

    def _named_below(self, who: Entry, heads: Iterable[str]) -> None:
        """Let whom a lead told of be called by its nouns, and be whom the headline told."""
        self._nominals.call(who, *heads)
        self._unnamed.named(who, heads)

    def _tie(self, doc: Doc, offset: int, role: Role) -> None:
        last = doc[role.end - 1]
        words = Span(offset + doc[role.start].idx, offset + last.idx + len(last.text))
        for one in role.tied:
            other = one.entry.now()
            offices = nouns().statesmen if other.kind is ActorKind.COUNTRY else nouns().spokesmen
            self._roster.tie(role.owner.entry.now(), other, words, role.head in offices)


def _shown(doc: Doc, one: Occurrence) -> Occurrence | None:
    """The occurrence, if its actor is to be shown; else, of a pronoun, the next likely one's.

    "Hungary's nominee was heard. She ...": whoever is described so may well be she who was named before.
    """
    if not one.entry.now().vague:
        return one
    least = _STAND_IN_QUOTED if is_quoted(doc, one.start) else _STAND_IN
    if one.instead is None or one.instead[0].now().vague or one.instead[1] < least:
        return None
    return replace(one, entry=one.instead[0], confidence=one.instead[1], instead=None)


def _is_inside(doc: Doc, each: Description, taken: Mapping[int, int]) -> bool:
    """Tell who is known in a role: "the company's chief executive", "a lawyer for the president"."""
    if each.entry is not None and national_bodies().office(each.head) and each.end < taken[each.start]:
        return True  # "Turkey's central bank governor"
    owns = each.end < len(doc) and doc[each.end].text in POSSESSIVES
    before = each.start - 1
    of = each.start > 0 and doc[before].pos_ == "ADP"
    if each.entry is None or (of and each.entry.now().kind is ActorKind.PERSON and before not in taken):
        return False
    return owns or of


def _mentions(doc: Doc, offset: int, found: list[Occurrence]) -> tuple[Mention, ...]:
    kept: dict[tuple[int, int], Mention] = {}
    for one in found:
        mention = _mention(doc, offset, one)
        span = (mention.start, mention.end)
        if span not in kept or kept[span].confidence < mention.confidence:
            kept[span] = mention
    return tuple(sorted(kept.values(), key=lambda mention: (mention.start, -mention.end)))


def _mention(doc: Doc, offset: int, one: Occurrence) -> Mention:
    last = doc[one.end - 1]
    end = offset + last.idx + len(last.text.rstrip("-–"))  # "Russian-made"
    return Mention(offset + doc[one.start].idx, end, one.entry.now().id, one.form, one.confidence)


def _instead(
    doc: Doc, offset: int, found: list[Occurrence], mentions: tuple[Mention, ...]
) -> Mapping[Mention, Mention]:
    given = {mention.start: mention for mention in mentions if mention.form is MentionForm.PRONOUN}
    other = {offset + doc[one.start].idx: one.instead for one in found if one.instead is not None}
    return {
        mention: mention._replace(actor=who.now().id, confidence=sure)
        for start, (who, sure) in other.items()
        if (mention := given.get(start)) is not None and not who.now().vague and sure >= _INSTEAD
    }


@Language.factory(
    "actors", assigns=["doc._.actors", "doc._.mentions"], requires=["doc.ents", "token.dep", "token.pos"]
)
class ActorResolver:
    """The spaCy component: a cast of its own for every document."""

    def __init__(self, nlp: Language, name: str = "actors") -> None:
        self.name = name
        if not Doc.has_extension("actors"):
            Doc.set_extension("actors", default=MappingProxyType({}))
            Doc.set_extension("mentions", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the actors of `doc`."""
        cast = Cast()
        doc._.mentions = cast.read(doc).mentions
        doc._.actors = cast.actors
        return doc
