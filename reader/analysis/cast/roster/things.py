"""Organisations, places and groups by their names: the same words, an acronym, a short form."""

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import (
    OFFICES,
    SHORTENED,
    all_initials,
    blend_parts,
    common_nouns,
    is_acronym,
    is_blend,
    means_party,
    organisation_key,
)
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable

_AGENCIES = {"agency", "international", "press", "news", "service", "presse"}
#: What begins the whole name of another: the Bank of China is no Agricultural Bank of China.
_WHOLE = {("bank", "of"), ("university", "of")}


class Things:
    """Finds who or what bears a name and is no person."""

    def __init__(self) -> None:
        self._named: dict[tuple[ActorKind, tuple[str, ...]], Entry] = {}
        self._acronyms: dict[str, Entry] = {}
        self._blends: dict[tuple[str, ...], Entry] = {}  # by the beginnings of words: "KyoAni"
        self._short: dict[tuple[str, ...], list[Entry]] = {}  # first and last words of longer names

    def find(self, kind: ActorKind, text: str, country: str | None = None) -> Entry | None:
        """The organisation, place or group of this name: the same words, an acronym, a short form."""
        words = organisation_key(text)
        if entry := self._named.get((kind, words)):
            entry = entry.now()
            if country and entry.country and country != entry.country:
                return self._named.get((kind, (*words, country)))
            return entry
        is_body = kind is ActorKind.ORGANISATION and not is_acronym(text)
        if words and (kind is ActorKind.GROUP or is_body):  # "the Houthi leader", "Dana Airline"
            other = words[-1][:-1] if words[-1].endswith("s") else words[-1] + "s"
            if entry := self._named.get((kind, (*words[:-1], other))):
                return entry.now()
        if kind is not ActorKind.ORGANISATION or not words:
            return None
        lead = 2 if words[:2] in SHORTENED.values() else _is_of(words[0], country)
        is_whole = words[lead + 1 :] or organisations().chambers.issuperset(words[lead:])
        shorter = self._named.get((kind, words[lead:])) if lead and is_whole else None
        if shorter is not None and shorter.now().country in (None, country):
            return shorter.now()  # "the Justice Department" of "the U.S. Department of Justice"
        is_short = is_acronym(text) or (len(words) == 1 and len(words[0]) > 3)  # "Hiqa"
        if is_short and (entry := self._acronyms.get("".join(words))):
            return entry.now()
        if (parts := blend_parts(text)) and (entry := self._blended(kind, parts)):
            return entry
        for letters in all_initials(text):
            if letters in organisations().agencies and not common_nouns(text) & _AGENCIES:
                continue  # AP, which signs reports, is no Allianz Parque
            if (entry := self._named.get((kind, (letters,)))) and is_acronym(entry.now().name):
                return entry.now()
        if comparable(text)[-1] in organisations().legal and (firm := self._shorter(words)):
            return firm
        if means_party(text):
            return None  # "Democrats" are no part of the Ohio Democratic Party
        known = {entry.now() for entry in self._short.get(words, ())}
        longer = [entry for entry in known if entry.kind is kind]
        if country:
            longer = [entry for entry in longer if entry.country in (None, country)]
        return longer[0] if len(longer) == 1 else None

    def find_exactly(self, kind: ActorKind, text: str) -> Entry | None:
        """Who or what is called so and nothing else."""
        entry = self._named.get((kind, organisation_key(text)))
        entry = entry and entry.now()
        whole = entry is not None and organisation_key(entry.name) == organisation_key(text)
        return entry if entry is not None and entry.kind is kind and whole else None

    def find_short(self, kind: ActorKind, text: str) -> Entry | None:
        """The organisation that was called by a part of this name before."""
        if kind is not ActorKind.ORGANISATION:
            return None
        words = organisation_key(text)
        blend = next((entry for parts, entry in self._blends.items() if is_blend(parts, words)), None)
        return self._shortened(words) or self._nicknamed(words) or (blend and blend.now())

    def _blended(self, kind: ActorKind, parts: tuple[str, ...]) -> Entry | None:
        """The one whose name a blend is made of: Kyoto Animation, of "KyoAni"."""
        bodies = ((words, entry) for (each, words), entry in self._named.items() if each is kind)
        found = {entry.now() for words, entry in bodies if is_blend(parts, words)}
        return found.pop() if len(found) == 1 else None

    def _shorter(self, words: tuple[str, ...]) -> Entry | None:
        """Who bore the first words of a company's full name before: Samsung, of "Samsung Electronics Co"."""
        for cut in range(len(words) - 1, 0, -1):
            entry = self._named.get((ActorKind.ORGANISATION, words[:cut]))
            if entry is not None and organisation_key(entry.now().name) == words[:cut]:
                return entry.now()
        return None

    def _shortened(self, words: tuple[str, ...]) -> Entry | None:
        """The same where no legal form proves it: "Meridian" of "Meridian Semiconductor"."""
        lists = organisations()
        entry = self._shorter(words) if words[-1] not in lists.named_after else None
        if entry is None or (is_acronym(entry.name) and words[-1] != "news") or lookup(entry.name):
            return None
        if organisation_key(entry.name) in SHORTENED.values():
            return None  # U.N. Women is not the U.N.
        return None if organisation_key(entry.name)[-1] in lists.bodies else entry

    def _nicknamed(self, words: tuple[str, ...]) -> Entry | None:
        """The club that a headline called by the last word of its name: "Anchors" of "Norfolk Anchors"."""
        lists, last = organisations(), words[-1:]
        entry = self._named.get((ActorKind.ORGANISATION, last)) if words[1:] else None
        if entry is None or organisation_key(entry.now().name) != last or is_acronym(entry.now().name):
            return None
        common = lists.bodies | lists.nominals | lists.places | lists.chambers
        return None if last[0] in common else entry.now()

    def register(self, entry: Entry, text: str, country: str | None) -> None:
        """Let an entry be found by a name, by its letters and by parts of it."""
        words = organisation_key(text)
        self._named.setdefault((entry.kind, words), entry)
        if country:
            self._named[entry.kind, (*words, country)] = entry
        if entry.kind is not ActorKind.ORGANISATION:
            return
        if parts := blend_parts(text):
            self._blends[parts] = entry
        lists = organisations()
        for letters in all_initials(text):
            self._acronyms.setdefault(letters, entry)
        for short in lists.short.get(" ".join(words), ()):
            self._short.setdefault(tuple(short.split()), []).append(entry)
        for cut in range(1, len(words)):
            head, tail = words[:cut], words[cut:]
            if (
                cut <= 2
                and not (cut == 1 and (head[0] in lists.bodies or (len(head[0]) < 4 and tail != ("news",))))
                and head not in SHORTENED.values()
                and not lookup(" ".join(head))
            ):
                self._short.setdefault(head, []).append(entry)
            if cut <= 3 and not (len(tail) == 1 and len(tail[0]) < 4) and tail[:2] not in _WHOLE:
                self._short.setdefault(tail, []).append(entry)
        if words[-1] in OFFICES and "and" in words[1:]:  # "the Health Ministry", of health and welfare
            self._short.setdefault((*words[: words.index("and", 1)], words[-1]), []).append(entry)
        entry.nominals |= common_nouns(text)

    def call(self, entry: Entry, short: str) -> Entry:
        """Let an entry be called by a short form; gives who was called so before, or itself."""
        words = organisation_key(short)
        self._acronyms["".join(words)] = entry
        before = self._named.get((entry.kind, words), entry).now()
        self._named[entry.kind, words] = entry
        return before

    def pop(self, kind: ActorKind, words: tuple[str, ...]) -> Entry | None:
        """Forget who was called by these words, and give it; but a firm is not whom it is called after."""
        entry = self._named.get((kind, words))
        if entry is None or comparable(entry.now().name)[-1] in organisations().legal.difference(words):
            return None
        return self._named.pop((kind, words))


def _is_of(word: str, country: str | None) -> bool:
    """Tell an adjective of a country: "Indian" of India."""
    return country is not None and country in {name.code for name in lookup(word)}
