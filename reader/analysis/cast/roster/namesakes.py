"""Which of several people whom a name fits is meant by it: of a family, of a given name."""

from reader.analysis.cast.roster.acts import Deed
from reader.analysis.cast.roster.entries import Entry, Scene
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.personal_names import PersonName, person_name
from reader.given_names import WOMAN

_ALIKE, _NEAR = 0.06, 0.3  # between those of whom a name means either, and those of whom it may
_ALIKE_AT_FIRST = 0.1  # the same where nobody has been called so before
_MAIN = 4  # uses of whoever is no passing figure
_FIRST, _EARLIER = 0.1, 0.02  # weigh for who was named first: surely met before, or no longer ago than others
_HERE, _OTHER = 0.15, 0.2  # weigh against who stands in the same sentence, or goes by the given name
_UNSEEMLY = 0.18  # weighs against who is not known to be a man where "Mr." may mean one who is
_STYLED = 0.4  # weighs against who has not borne the title, where another has
_COMMON = frozenset({"mr", "mrs", "ms", "miss"})  # anybody's
_OWN = 0.4  # weighs against a man where "her husband" is told to be whose is named
_OFF = 0.3  # weighs against all but who was named in full just before, as the subject, where "Ms." is one
_AGED = 0.4  # weighs against who is not of the age that is told
_FATE = 0.2  # weighs against the dead where somebody acts, against the living where somebody had acted

Fits = list[tuple[float, Entry]]


def chosen(found: Fits, name: PersonName, scene: Scene) -> tuple[Entry, float]:
    """Choose whom `name` means, of those whom it fits, one at least, and how sure that is (0 to 1)."""
    if len(found) > 1:
        found = [(score - _against(entry, found, name, scene), entry) for score, entry in found]
    if len(name.words) == 1 and not name.honorific and not name.title:
        first, weight = _introduced(found, scene.paragraph)
        found = [(score + weight * (entry is first), entry) for score, entry in found]
    found = sorted(found, key=lambda pair: -pair[0])
    best, entry = found[0]
    return entry, 0.7 if _is_unsure(found, name, scene) else 0.95 if best >= 0.75 else 0.85


def _is_unsure(found: Fits, name: PersonName, scene: Scene) -> bool:
    """Tell whether another of those found, the best first, may be meant as well."""
    (best, entry), others = found[0], found[1:]
    is_called = _is_called(entry, name)
    if any(score > best - (_ALIKE if is_called else _ALIKE_AT_FIRST) for score, _ in others):
        return True
    is_ranked = scene.rank in ("elder", "younger")
    if len(name.words) > 1 or is_ranked or (entry.count >= _MAIN and is_called):
        return False
    near = [(score, one) for score, one in others if score > best - _NEAR]
    return any(one.last > entry.last for _, one in near)  # named since


def _against(entry: Entry, found: Fits, name: PersonName, scene: Scene) -> float:
    """What the scene says against one of several: "Sani is stuck," Ms. Moussa said: she is no Sani."""
    against = _HERE * (entry.last >= scene.sentence)
    is_ranked = scene.rank in ("elder", "younger")
    if is_ranked:
        peers = _peers(found, name)
        against += _AGED * (entry not in peers)
        if not entry.rank:  # than who was named just now
            against += _HERE * (entry.last == max(one.last for _, one in found))
            against += _AGED * _is_of_other_rank(entry, peers, scene.rank)
    if scene.age and entry.age and abs(scene.age - entry.age) > 1:
        against += _AGED
    if len(name.words) == 1:
        against += _STYLED * (not _bears(entry, name) and any(_bears(one, name) for _, one in found))
        apt = [one for _, one in found if not _is_given_else(one, name)]
        against += _OTHER * (entry not in apt and not is_ranked)
        if name.gender and entry.seems != name.gender:
            against += _UNSEEMLY * any(one.seems == name.gender for one in apt)
        if scene.gender and not name.gender and entry.seems and entry.seems != scene.gender:
            against += _OWN
        if name.honorific and not name.suffix and not scene.rank:
            latest = max((one for _, one in found), key=lambda one: one.last)
            is_on = latest.introduced == latest.last >= scene.paragraph
            against += _OFF * (is_on and entry is not latest)
    return against + _fate(entry, found, name, scene)


def _peers(found: Fits, name: PersonName) -> list[Entry]:
    """Of whom "the elder Roe" is one: of men, if there are two; their mother would be "Ms. Roe"."""
    bearers = [one for _, one in found]
    men = [one for one in bearers if one.seems != WOMAN]
    return men if len(men) > 1 and not name.gender else bearers


def _is_of_other_rank(entry: Entry, peers: list[Entry], rank: str) -> bool:
    """Tell who is told to be older than "the younger" of several, or younger than "the elder"."""
    ages = [one.age for one in peers if one.age]
    return len(ages) > 1 and 0 < entry.age != (min(ages) if rank == "younger" else max(ages))


def _fate(entry: Entry, found: Fits, name: PersonName, scene: Scene) -> float:
    """What speaks against one of several of whom some have died.

    News of the dead tells in the pluperfect what they did, and lets their families act and speak.
    """
    living = [one for _, one in found if not one.is_dead]
    if not living or len(living) == len(found):
        return 0.0
    if scene.deed is Deed.HAS_ACTED:
        return _FATE * (not entry.is_dead)
    if not entry.is_dead or scene.deed is Deed.NONE:
        return 0.0
    if scene.deed is Deed.SPEAKS:
        return _FATE * (1 + any(one.acted > entry.acted for one in living))
    return _FATE * any(_is_called(one, name) for one in living)


def _bears(entry: Entry, name: PersonName) -> bool:
    """Tell whether somebody has been named with the title or the honorific of a name: "Speaker", "Sheikh"."""
    if name.honorific in _COMMON:
        return False
    if not name.title or name.honorific:
        return bool(name.honorific) and name.honorific in entry.honorifics
    return any(person_name(text).title.split(" ")[-1] == name.title.split(" ")[-1] for text in entry.used)


def _is_called(entry: Entry, name: PersonName) -> bool:
    """Tell whether somebody has been called so, by the same words and no more."""
    return any(person_name(text).words == name.words for text in entry.used)


def _is_given_else(entry: Entry, name: PersonName) -> bool:
    """Tell a family name of somebody whom the article calls by the given name: "Mr. Abramyan" of Daniel."""
    return entry.goes_by_given_name and entry.person is not None and name.words[0] != entry.person.given


def _introduced(found: Fits, paragraph: int) -> tuple[Entry, float]:
    """Whom a bare family name means of those whom it fits alike: the first, unless he was named in passing.

    `paragraph` is where it begins. Gives too how much that weighs.
    """
    top = max(score for score, _ in found)
    alike = sorted((entry for score, entry in found if score > top - 0.15), key=lambda entry: entry.order)
    if alike[0].count >= _MAIN:
        return alike[0], _FIRST
    if here := [entry for entry in alike if entry.last >= paragraph]:
        return here[0], _FIRST
    own = [entry for entry in alike if entry.count >= _MAIN or not entry.heads & nouns().kin]
    rest = [entry for entry in own if not _is_always_in_full(entry)] or own
    return (rest[0], _FIRST) if 0 < len(rest) < len(alike) else (alike[0], _EARLIER)


def _is_always_in_full(entry: Entry) -> bool:
    """Tell who keeps the given name when named again, since the family name alone is somebody else's."""
    return entry.used.total() > 1 and all(len(person_name(text).words) > 1 for text in entry.used)
