"""Whom a name means that nobody bears, where a letter is off: "Weinstok said", of Ann Weinstock."""

from collections.abc import Iterable
from dataclasses import replace

from reader.analysis.cast.roster.entries import Entry, Scene
from reader.analysis.lexicon.personal_names import PersonName
from reader.analysis.lexicon.slips import slip


class Misspelt:
    """Mends names, and remembers which of their words were slips."""

    def __init__(self) -> None:
        self._meant: dict[str, str] = {}

    def mended(self, name: PersonName, near: Iterable[Entry], scene: Scene) -> PersonName | None:
        """Give the name as it ought to be, if it is one of those near, misspelt.

        Whoever is introduced here is somebody new, whatever his name is like.
        """
        if scene.is_new or scene.is_kin or scene.age:
            return None
        if self._meant.keys().isdisjoint(name.words):
            if not name.words[1:] and not scene.is_lone:
                return None
            people = (entry.person for entry in near if entry.into is None and entry.person is not None)
            found = next((pair for known in people if (pair := slip(name, known))), None)
            if found is None:
                return None
            self._meant[found[0]] = found[1]
        return replace(name, words=tuple(self._meant.get(word, word) for word in name.words))
