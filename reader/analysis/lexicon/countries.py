"""Which country a name means: names, abbreviations, demonyms, capitals and seats of power.

The table is ``data/countries.json`` (made by ``training/make_countries.py`` from open data), with the houses
and streets of ``data/seats_of_power.toml``. Codes are ISO 3166 alpha-2, with XK for Kosovo, EU for the
European Union, SU, YU, CS and DD for states that are no more.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reader.analysis.lexicon.resources import resource, table


class CountryForm(StrEnum):
    """How a string stands for a country."""

    NAME = "name"  #        Russia, Russian Federation
    ABBREVIATION = "abbreviation"  # U.S., DPRK
    FORMER = "former"  #    Zaire
    DEMONYM = "demonym"  #  Russian, Danes
    CAPITAL = "capital"  #  Moscow: the government, or the city
    SEAT = "seat"  #        the Kremlin
    PLACE = "place"  #      Shanghai: a city or a part, never the country


@dataclass(frozen=True, slots=True)
class CountryName:
    """One way of naming a country."""

    code: str
    form: CountryForm


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the table; `status` is country, territory, union or former."""

    code: str
    name: str
    status: str


def key(text: str) -> str:
    """Make `text` comparable: no case, marks, dots, leading "the"; "St." is "Saint", "&" is "and"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    text = re.sub(r"\bSt\.? (?=[A-Z])", "Saint ", text).replace("’", "'").replace("&", "and").replace(".", "")
    text = re.sub(r"[\s\-]+", " ", text).strip().casefold()
    return text.removeprefix("the ")


@cache
def countries() -> dict[str, Country]:
    """All countries, by code."""
    return {code: Country(code, row["name"], row["status"]) for code, row in _rows().items()}


def lookup(text: str) -> tuple[CountryName, ...]:
    """All countries that `text`, a whole name, may mean, the likelier first; () if it names none.

    Abbreviations must be written in capitals ("US", not "us").
    """
    found = _index().get(key(text), ())
    if (
        found
        and any(name.form is CountryForm.ABBREVIATION for name in found)
        and not text.replace("the ", "").isupper()
    ):
        found = tuple(name for name in found if name.form is not CountryForm.ABBREVIATION)
    return found


def choose(found: Iterable[CountryName], met: Iterable[str]) -> CountryName | None:
    """Choose among countries of one name: the one the article has `met`, if it has met one of them.

    `met` gives codes, the likelier first. Without any, the first state wins if all others are territories;
    two states of one name ("Korea", "Congo") stay undecided: None.
    """
    found = list(found)
    if len({name.code for name in found}) <= 1:
        return found[0] if found else None
    met = list(met)
    for part in (False, True):  # a country goes before a part of another: Georgia, if Tbilisi was met
        known = {name.code: name for name in found if (name.form is CountryForm.PLACE) is part}
        for code in met:
            if code in known:
                return known[code]
    states = [name for name in found if countries()[name.code].status != "territory"]
    if states and len({name.code for name in states}) == 1:
        return states[0]
    return None


def is_usual(code: str) -> bool:
    """Tell whether this is the country meant where two share a name and nothing tells: "Congo"."""
    return bool(_rows()[code]["usual"])


@cache
def relatives() -> dict[str, str]:
    """Words that mean a country only once it was named: "North" (with "the") -> KP."""
    return {word: code for code, row in _rows().items() for word in row["relative"]}


@cache
def states() -> dict[str, tuple[str, str]]:
    """States and provinces, with the country, by how papers shorten them: "N.C." -> North Carolina, US."""
    known: dict[str, dict[str, str]] = table("states.toml")
    return {f"{short}.": (name, code) for code, row in known.items() for short, name in row.items()}


@cache
def state_names() -> frozenset[str]:
    """Their full names."""
    return frozenset(name for name, _ in states().values())


@cache
def regions() -> dict[str, str]:
    """The place that an adjective of a continent or region means, by its words in small letters."""
    known: dict[str, str] = table("regions.toml")["regions"]
    return {adjective.casefold(): place for adjective, place in known.items()}


@cache
def peoples(shared: bool = False) -> frozenset[str]:
    """Peoples in small letters, one of them or all; with `shared`, those that name other things as well."""
    names: list[str] = table("peoples.toml")["shared" if shared else "names"]
    return frozenset(each for name in names for each in (name, f"{name}s"))


@cache
def _rows() -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = json.loads(resource("countries.json"))["countries"]
    return rows


@cache
def _index() -> dict[str, tuple[CountryName, ...]]:
    index: dict[str, dict[CountryName, None]] = {}
    columns = {
        "names": CountryForm.NAME,
        "abbreviations": CountryForm.ABBREVIATION,
        "former": CountryForm.FORMER,
        "demonyms": CountryForm.DEMONYM,
        "capitals": CountryForm.CAPITAL,
        "cities": CountryForm.PLACE,
    }
    for column, form in columns.items():  # column by column: a name goes before a capital of the same letters
        for code, row in _rows().items():
            for text in row[column]:
                index.setdefault(key(text), {})[CountryName(code, form)] = None
                if form is CountryForm.DEMONYM and not text.endswith(("s", "sh", "ch", "ese", "z")):
                    index.setdefault(key(text + "s"), {})[CountryName(code, form)] = None
    for seat in table("seats_of_power.toml")["seats"]:
        for text in seat["names"]:
            index.setdefault(key(text), {})[CountryName(seat["country"], CountryForm.SEAT)] = None
    return {name: _likelier_first(found) for name, found in index.items()}


def _likelier_first(found: Iterable[CountryName]) -> tuple[CountryName, ...]:
    """Order by what news means: the country before its capital of the same name, states before territories.

    A country keeps only its first form: Singapore is the state, not its capital.
    """
    kept: dict[str, CountryName] = {}
    for name in found:
        kept.setdefault(name.code, name)
    return tuple(sorted(kept.values(), key=lambda name: countries()[name.code].status == "territory"))
