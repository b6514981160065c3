"""Given names, for whoever must tell a name of a person: masthead and cast."""

from functools import cache
from importlib.resources import files

MAN, WOMAN = "m", "f"


@cache
def given_names() -> dict[str, str]:
    """Given names in small letters that nearly always are a man's or a woman's: MAN or WOMAN by name.

    Made by ``training/make_given_names.py``, which names its sources. Takes some milliseconds to read.
    """
    found = {}
    for line in (files("reader") / "given_names.txt").read_text(encoding="utf-8").splitlines():
        sex, _, names = line.partition(" ")
        if sex in "FM":
            found.update(dict.fromkeys(names.split(), WOMAN if sex == "F" else MAN))
    return found
