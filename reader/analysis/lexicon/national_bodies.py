"""Bodies of which a country has one, by office: "the central bank", "the health ministry"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader.analysis.lexicon.countries import CountryForm, lookup
from reader.analysis.lexicon.organisation_names import organisation_key
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.resources import table
from reader.analysis.lexicon.spelling import comparable

_COUNTRIES = frozenset(CountryForm) - {CountryForm.CAPITAL, CountryForm.SEAT}


@dataclass(frozen=True)
class NationalBodies:
    """``data/national_bodies.toml``."""

    offices: Mapping[str, str]  # words in small letters -> the office: "top court" -> "supreme court"
    tasks: frozenset[str]  # of ministries
    bare: frozenset[str]  # words that need no article
    passing: tuple[str, ...]  # beginnings of verbs that say nothing of their object
    central_banks: Mapping[str, str]  # name -> code of the country

    def office(self, words: str) -> str | None:
        """The office that words in small letters are for; each ministry is one."""
        spelt = [organisations().spelt.get(word, word) for word in words.split()]
        is_ministry = spelt[1:] and spelt[-1] == "ministry" and self.tasks.issuperset({*spelt[:-1]} - {"and"})
        return " ".join(spelt) if is_ministry else self.offices.get(words)


@cache
def national_bodies() -> NationalBodies:
    """The bodies of which a country has one."""
    data = table("national_bodies.toml")
    return NationalBodies(
        offices={word: office for office, words in data["offices"].items() for word in words},
        tasks=frozenset(data["ministries"]["tasks"]),
        bare=frozenset(data["bare"]["words"]),
        passing=tuple(data["passing"]["verbs"]),
        central_banks={name: code for code, names in data["central_banks"].items() for name in names},
    )


@cache
def office_in(name: str) -> str | None:
    """The office that a name tells: "supreme court" of "Supreme Court of India", "army" of "Sudan Army"."""
    if home_of_bank(name):
        return "central bank"
    words = organisation_key(name)
    if "of" in words[1:] and _country(words[words.index("of", 1) + 1 :]):
        words = words[: words.index("of", 1)]
    size = next((size for size in (2, 1) if words[size:] and _country(words[:size])), 0)
    words = words[size:]
    ends = (" ".join(words[at:]) for at in range(len(words)) if at == 0 or words[at + 1 :])
    return next((office for end in ends if (office := national_bodies().office(end))), None)


@cache
def home_in(name: str) -> str | None:
    """The code of the country that the name of a body tells: "Bank of Japan", "Supreme Court of India"."""
    words = organisation_key(name)
    of = words[words.index("of", 1) + 1 :] if "of" in words[1:] else ()
    return home_of_bank(name) or _country(of)


def home_of_bank(name: str) -> str | None:
    """The code of the country whose central bank has this name."""
    banks = national_bodies().central_banks
    return banks.get(" ".join(comparable(name))) or banks.get(" ".join(organisation_key(name)))


def _country(words: tuple[str, ...]) -> str | None:
    """The code of the country that words name, if they name one only."""
    words = words[words[:1] == ("the",) :]
    words = words[2:] if words[:2] == ("republic", "of") else words
    found = [name for name in lookup(" ".join(words).title()) if name.form in _COUNTRIES]
    return found[0].code if len(found) == 1 else None
