"""The ids of actors: slugs of their names, told apart by numbers, kept as long as the name is the same."""

from collections import Counter

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.lexicon.spelling import slug


class Ids:
    """Gives ids to entries and remembers whose they are."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._namesakes: Counter[str] = Counter()  # who came after the first of an id

    def settle(self, changed: dict[Entry, None]) -> tuple[list[tuple[str, str]], list[Entry]]:
        """Give ids to `changed` and whom they touch: pairs of old and new ids, and the changed entries."""
        merged, fresh = [], []
        for entry in list(changed):
            if entry.id != slug(entry.name):
                changed.update(entry.tied)  # whose ties name this one, or whose group it is of
        for entry in changed:
            if entry.into is not None:
                continue
            if entry.members:
                entry.name = " and ".join(member.now().name for member in entry.members)
            wanted = slug(entry.name)
            if entry.id != wanted and not (
                entry.id and entry.id.rpartition("-")[0] == wanted and self._taken(wanted, entry)
            ):
                unique = wanted
                while self._taken(unique, entry):
                    self._namesakes[wanted] += 1
                    unique = f"{wanted}-{self._namesakes[wanted] + 1}"
                if entry.id and entry.id != unique:
                    merged.append((entry.id, unique))
                entry.id = unique
                self._entries[unique] = entry
            fresh.append(entry)
        for entry in changed:
            if entry.into is not None and entry.id:
                merged.append((entry.id, entry.now().id))
                entry.id = ""
        return merged, fresh

    def _taken(self, id: str, entry: Entry) -> bool:
        return self._entries.get(id, entry).now() is not entry
