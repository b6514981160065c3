"""The world's parties from the World Factbook (CC0): `python -m training.make_parties --data ../shared/data`.

Writes parties.txt, a name a line. The factbook lists a country's parties as "Name or ABBREVIATION",
broken by "<br>"; both names are kept, and what is neither is left out.
"""

import argparse
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

#: A party's name: it begins with a capital and is not a remark such as "note:" or "other".
_NAME = re.compile(r"[A-Z][\w'’.\-/ &]{1,60}\Z")


def parties(country: dict[str, dict[str, dict[str, str]]]) -> Iterator[str]:
    """Give the names of the parties of a country of the factbook."""
    text = country.get("Government", {}).get("Political parties", {}).get("text", "")
    for line in re.split(r"<br\s*/?>|;", html.unescape(re.sub(r"</?(?:p|strong|em)>", "", text))):
        for name in re.split(r" or ", re.sub(r"\(.*?\)|\[.*?\]", "", line)):
            name = " ".join(name.split())
            if _NAME.match(name) and len(name.split()) < 7:
                yield name


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "parties.txt")
    options = parser.parse_args()
    found = {
        name
        for path in sorted((options.data / "gazetteers" / "factbook").rglob("*.json"))
        if len(path.stem) == 2
        for name in parties(json.loads(path.read_text(encoding="utf-8")))
    }
    options.out.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    print(f"{len(found):,} names")


if __name__ == "__main__":
    main()
