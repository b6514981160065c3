"""Articles made up from sentences of our own (scenes.txt) and names of many kinds (organisations.json).

Free corpora of news show few clubs, papers, parties and companies, and hardly say that a league or a treaty
is no organisation. These articles show each kind of name where news would bring it: `{club1} beat {club2}`.
"""

import json
import random
import re
from importlib.resources import files

from training.augment import FOLDER, People, written
from training.conventions import SEATS
from training.corpora import Document, Sentence
from training.repair import INSTITUTIONS, cut, repair
from training.spans import Span, to_labels

_SLOT = re.compile(r"\{(\w+?)(\d*)(\.short)?\}")

#: Kinds of names that are no organisations. A national team goes by its country and is one.
LABELS = {
    "person": "PER", "country": "GPE", "city": "GPE", "demonym": "NORP", "team": "ORG", "seat": "LOC",
}  # fmt: skip

#: How many names of a kind are made up, so that their company must tell what they are.
MADE_UP = {"company": 0.35, "institute": 0.75, "ngo": 0.35, "body": 0.2, "union": 0.4, "regulator": 0.3}


class Scenes:
    """Makes articles, their corpus being called `source`."""

    source = "scenes"

    def __init__(self) -> None:
        text = (FOLDER / "scenes.txt").read_text(encoding="utf-8")
        self.scenes = [
            [line for line in scene.split("\n")[1:] if line.strip()] for scene in text.split("\n===")[1:]
        ]
        names = written()
        self.names = names["organisations"] | names["others"]
        self.organisations = frozenset(names["organisations"])
        self.parts = names["parts"]
        self.parties = (FOLDER / "parties.txt").read_text(encoding="utf-8").splitlines()
        data = files("reader.analysis") / "data" / "countries.json"
        self.countries = list(json.loads(data.read_text(encoding="utf-8"))["countries"].values())
        self.people = People()

    def article(self, chance: random.Random) -> Document:
        """Make an article of three to ten sentences of one scene."""
        scene = chance.choice(self.scenes)
        given: dict[str, tuple[str, str]] = {}
        lines = chance.sample(scene, chance.randint(3, 10))
        sentences = [self.sentence(line, given, chance) for line in lines]
        for sentence in sentences:
            sentence.paragraph = chance.random() < 0.4
        return Document(self.source, sentences)

    def sentence(self, line: str, given: dict[str, tuple[str, str]], chance: random.Random) -> Sentence:
        """Fill the slots of a line; `given` keeps the names that return, long and short."""
        words: list[str] = []
        spans: list[Span] = []
        at = 0
        for slot in _SLOT.finditer(line):
            words += _words(line[at : slot.start()])
            kind, number, short = slot.groups()
            key = kind + number
            returns = number or short
            names = given.get(key) if returns else None
            if names is None:
                names = self._name(kind, chance)
            if returns:
                given[key] = names
            name = names[1] if short else names[0]
            if _takes_the(name, kind) and (not words or words[-1].lower() not in ("the", "a", "an")):
                words.append("the")
            found = _words(name)
            label = "ORG" if kind in self.organisations else LABELS.get(kind)
            if label:
                spans.append(Span(len(words), len(words) + len(found), label))
            words += found
            at = slot.end()
        words += _words(line[at:])
        first = int(words[0] == '"')
        words[first] = words[first][:1].upper() + words[first][1:]
        return repair(Sentence(words, ner=to_labels(spans, len(words))))

    def _name(self, kind: str, chance: random.Random) -> tuple[str, str]:
        if kind == "person":
            return self.people.person(chance)
        if kind in MADE_UP and chance.random() < MADE_UP[kind]:
            return self._firm(chance) if kind == "company" else self._institute(chance)
        name = self._plain(kind, chance)
        return name, _initials(name) or name

    def _plain(self, kind: str, chance: random.Random) -> str:
        country = chance.choice(self.countries)
        match kind:
            case "team" | "country":
                return str(country["name"])
            case "city":
                return str(chance.choice(country["capitals"] + country["cities"] or [country["name"]]))
            case "demonym":
                return str((country["demonyms"] or [country["name"]])[0])
            case "party" if chance.random() < 0.5:
                return chance.choice(self.parties)
            case "seat":
                return chance.choice(sorted(SEATS))
            case "number":
                return str(chance.choice([chance.randint(2, 12), chance.randint(13, 90), 100, 250]))
            case "score":
                mark = chance.choice([" - ", "-", " : "])
                return f"{chance.randint(0, 4)}{mark}{chance.randint(0, 3)}"
            case _:
                return chance.choice(self.names[kind])

    def _firm(self, chance: random.Random) -> tuple[str, str]:
        parts = self.parts
        name = "".join(chance.choices(parts["syllable"], k=chance.randint(2, 3))).capitalize()
        draw = chance.random()
        if draw < 0.15:
            name += chance.choice(parts["syllable"]).capitalize()  # "LumaTec"
        elif draw < 0.3:
            name = "".join(chance.choices("ABCDEFGHIKLMNOPRSTVWX", k=chance.randint(2, 4)))
        return name + chance.choice(parts["firm"]), name

    def _institute(self, chance: random.Random) -> tuple[str, str]:
        head, topic, scope = (chance.choice(self.parts[part]) for part in ("head", "topic", "scope"))
        words = [scope] if chance.random() < 0.6 else []
        words += [topic, head] if chance.random() < 0.4 else [head, "for", topic]
        name = " ".join(words)
        return name, _initials(name)


def _takes_the(name: str, kind: str) -> bool:
    words = name.split()
    institution = words[-1].lower() in INSTITUTIONS or "of" in words or "for" in words
    return len(words) > 1 and (institution or kind in ("event", "treaty", "law"))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _words(text: str) -> list[str]:
    return [part for word in text.split() for part in cut(word)]
