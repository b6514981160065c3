"""Lists of words that are data: sections of the text files beside this module."""

from functools import cache
from pathlib import Path


@cache
def words(file: str, section: str) -> frozenset[str]:
    """Give the lines below ``[section]`` in a file; a line with # in front says something to people."""
    lines = _text(file).partition(f"[{section}]\n")[2].partition("\n[")[0].split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _text(file: str) -> str:
    return Path(__file__).with_name(file).read_text(encoding="utf-8")
