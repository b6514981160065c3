"""What is known of who is whose: ties between people, and whom a relative without a name may be by them.

A tie holds both ways: of "her husband, Peter" follows whom "his wife" means. Two ties tell a third, and of a
family whose ties are not told its one member who fits is meant.
"""

from collections import deque

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.lexicon.nouns import nouns
from reader.given_names import MAN, WOMAN

_LATEST = 64  # ties that are kept
_BESIDE = 1_000  # code points between two that tell one tie from both ends
_FRESH = 2_000  # code points since a couple was told of, whose daughter is "their daughter"
_STRANGER = "stranger"  # a tie that rules out all others

#: Ties that follow from two others.
_THROUGH = {
    "child": (("spouse", "child"), ("child", "sibling")),
    "parent": (("sibling", "parent"), ("parent", "spouse")),
    "sibling": (("parent", "child"), ("sibling", "sibling")),
    "spouse": (("child", "parent"),),
    "grandchild": (("child", "child"), ("grandchild", "sibling")),
    "grandparent": (("parent", "parent"), ("sibling", "grandparent")),
    "nephew": (("sibling", "child"),),
    "uncle": (("parent", "sibling"),),
    "step-parent": (("parent", "spouse"),),
    "step-child": (("spouse", "child"),),
}
_BY_MARRIAGE = frozenset({"step-parent", "step-child"})  # whose bearers seldom have one family name

_OLDER, _YOUNGER = frozenset({"parent", "grandparent"}), frozenset({"child", "grandchild"})
_GENERATION = 18  # years at least
_STEPS = 2  # from a tie to those that it follows from: "his mother", who has a daughter by his father


class Ties:
    """Keeps the ties between people."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._ties: deque[tuple[Entry, str, Entry]] = deque(maxlen=_LATEST)  # whose, what, who
        self._of_some: deque[tuple[str, Entry]] = deque(maxlen=_LATEST)  # "their grandmother, Ann"

    def learn(self, owner: Entry, tie: str, who: Entry) -> None:
        """Keep that `who` is so tied to `owner`, and recognise both by what else is known."""
        who = self.recognise(owner, tie, who)
        owner = self.recognise(who, nouns().inverse[tie], owner)
        self._keep(owner, tie, who)

    def _keep(self, owner: Entry, tie: str, who: Entry) -> None:
        if who not in self.are(tie, owner):
            self._ties += [(owner, tie, who), (who, nouns().inverse[tie], owner)]

    def note(self, tie: str, who: Entry) -> None:
        """Keep that somebody named is so tied to two or more: "their grandmother, Ann"."""
        self._of_some.append((tie, who))

    def learn_pair(self, tie: str, one: Entry, other: Entry) -> None:
        """Keep that two of whom somebody is "their" mother are siblings, and of whom "their" son, married."""
        between = "spouse" if tie in _YOUNGER else "sibling" if tie in _OLDER else ""
        if between and one.named and other.named and not (self.are(between, one) or self.are(between, other)):
            self.learn(one, between, other)

    def learn_theirs(self, tie: str, who: Entry) -> None:
        """Keep that somebody is so tied to two: to the couple, or the siblings, told of just before."""
        between = "spouse" if tie in _YOUNGER else "sibling" if tie in _OLDER else ""
        pairs = ((one.now(), other.now()) for one, what, other in reversed(self._ties) if what == between)
        pair = next((pair for pair in pairs if pair[0].named and pair[1].named), ())
        if pair and who not in pair and who.last - max(one.last for one in pair) < _FRESH:
            for owner in pair:
                self.learn(owner, tie, who)

    def rule_out(self, one: Entry, other: Entry) -> None:
        """Keep that two are not related."""
        self._ties += [(one, _STRANGER, other), (other, _STRANGER, one)]

    def are_strangers(self, one: Entry, other: Entry) -> bool:
        """Tell whether two are said not to be related."""
        return other in self.are(_STRANGER, one)

    def review(self, defendants: frozenset[Entry]) -> None:
        """Recognise those without a name by what was learned since; a client, as the one defendant."""
        for whose, tie, who in list(self._ties):
            if not who.now().named and whose.now().named:
                self.recognise(whose.now(), tie, who.now())
            is_client = tie == "client" and not who.now().named
            if is_client and len(defendants) == 1 and whose.now() not in defendants:
                self._roster.merge(who.now(), *defendants)

    def recognise(self, owner: Entry, tie: str, who: Entry) -> Entry:
        """Make one of somebody without a name and who is known to be the same to `owner`."""
        known = {one for one in self._known(owner, tie, who) if one is not who and may_be_one(one, who)}
        seen = self._seen_from(owner, tie, who) if owner.named and not (known or who.named) else None
        if seen is not None:
            self._roster.merge(seen[1], owner)
            known = {seen[0]}
        if len(known) != 1:
            return who
        (one,) = known
        if one.named and who.named:
            return who
        stranger, other = (who, one) if one.named else (one, who)
        self._roster.merge(stranger, other)
        self._keep(owner.now(), tie, one.now())
        return other

    def _known(self, owner: Entry, tie: str, who: Entry) -> set[Entry]:
        """Who is so tied to `owner` by what was told, or who may be as one of the family."""
        known = self._follows(owner, tie) - {who}
        if who.named or known or tie in _BY_MARRIAGE:
            return known
        if theirs := {one.now() for what, one in self._of_some if what == tie} - {owner}:
            return theirs
        family = {one for one in self._of_the_family(owner) if _is_of_age(owner, tie, one)}
        sure = {one for one in family if _is_known_to_be(one, who.seems)}
        return sure or {one for one in family if _is_known_to_be(one, "")}

    def _follows(self, owner: Entry, tie: str, steps: int = _STEPS) -> set[Entry]:
        """Who is so tied to `owner` by what was told, or by ties of ties: "her husband's daughter"."""
        known = self.are(tie, owner)
        for near, far in _THROUGH.get(tie, ()) if steps else ():
            between = self._follows(owner, near, steps - 1) - {owner}
            known |= {one for other in between for one in self._follows(other, far, steps - 1)} - {owner}
        return known

    def _seen_from(self, owner: Entry, tie: str, who: Entry) -> tuple[Entry, Entry] | None:
        """Whose is one without a name who may be `owner`, if he may be `who`: "her son", "his mother"."""
        found = {
            (whose.now(), stranger.now())
            for whose, back, stranger in self._ties
            if back == nouns().inverse[tie] and whose.now().named and not stranger.now().named
        }
        fits = [
            (whose, stranger)
            for whose, stranger in found
            if whose is not owner
            and may_be_one(whose, who)
            and may_be_one(stranger, owner)
            and abs(stranger.last - who.last) < _BESIDE
        ]
        return fits[0] if len(fits) == 1 else None

    def are(self, tie: str, owner: Entry) -> set[Entry]:
        """Who is known to be so tied to `owner`."""
        return {one.now() for whose, what, one in self._ties if what == tie and whose.now() is owner}

    def one_so_tied(self, tie: str, who: Entry) -> Entry | None:
        """The one who is known to be so tied to anybody: "their mother"."""
        known = {one.now() for _, what, one in self._ties if what == tie}
        known |= {one.now() for what, one in self._of_some if what == tie}
        fits = [one for one in known if one.named and may_be_one(one, who)]
        return fits[0] if len(fits) == 1 else None

    def _of_the_family(self, owner: Entry) -> set[Entry]:
        """Who has the family name of `owner`, and no other tie to her: "my brother" of the one Urquhart."""
        tied = {one.now() for whose, _, one in self._ties if whose.now() is owner and one.now().named}
        return set(self._roster.namesakes(owner)) - tied


def may_be_one(one: Entry, other: Entry) -> bool:
    """Tell whether two may be one by their sex."""
    return not one.seems or not other.seems or one.seems == other.seems


def _is_known_to_be(one: Entry, gender: str) -> bool:
    heard = MAN if one.heard > 0 else WOMAN if one.heard < 0 else ""
    return gender in ("", one.seems or heard) if gender else not (one.seems or heard)


def _is_of_age(owner: Entry, tie: str, one: Entry) -> bool:
    """Tell whether somebody may be of the generation: no father was introduced as a son, or is as old."""
    if tie == "spouse":
        return one.rank != "younger"  # "their daughter, Ann Lee," is no wife of Mr. Lee
    if tie not in _OLDER | _YOUNGER:
        return True
    if one.rank == ("younger" if tie in _OLDER else "elder"):
        return False
    years = (one.age - owner.age) * (1 if tie in _OLDER else -1)
    return not (one.age and owner.age) or years >= _GENERATION
