"""Given names, for whoever must tell a name of a person: masthead and cast."""

from functools import cache
from importlib.resources import files

MAN, WOMAN = "m", "f"


@cache
def given_names() -> dict[str, str]:
    """Given names in small letters that nearly always are a man's or a woman's: MAN or WOMAN by name.

    Made by ``training/make_given_names.py``, which names its sources. Takes some milliseconds to read.
    """
    return _read("F", "M") | certain_given_names()


@cache
def certain_given_names() -> dict[str, str]:
    """Those of them that are so beyond doubt: many bear them, and nobody of the other sex: "Donald"."""
    return _read("FF", "MM")


@cache
def likely_given_names() -> dict[str, str]:
    """The same of names that mostly are, or that are the other sex's in another country: "Andrea"."""
    return _read("f", "m")


@cache
def all_given_names() -> frozenset[str]:
    """All of these, and names of either sex: "Kim"."""
    return frozenset({*given_names(), *likely_given_names(), *_read("e", "e")})


def _read(women: str, men: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (files("reader") / "given_names.txt").read_text(encoding="utf-8").splitlines():
        sex, _, names = line.partition(" ")
        if sex in (women, men):
            found.update(dict.fromkeys(names.split(), WOMAN if sex == women else MAN))
    return found
