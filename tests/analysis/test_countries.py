"""The table of countries is whole, and names find their countries."""

import json
import re
from pathlib import Path

import pytest

from reader.analysis.lexicon.countries import CountryForm, choose, countries, key, lookup
from reader.analysis.lexicon.resources import resource

CHECK = Path(__file__).parents[3] / "shared/data/gazetteers/mledoze/countries.json"
# ISO 3166-1 alpha-2, all 249 codes.
ISO = frozenset(
    [
        "AD",
        "AE",
        "AF",
        "AG",
        "AI",
        "AL",
        "AM",
        "AO",
        "AQ",
        "AR",
        "AS",
        "AT",
        "AU",
        "AW",
        "AX",
        "AZ",
        "BA",
        "BB",
        "BD",
        "BE",
        "BF",
        "BG",
        "BH",
        "BI",
        "BJ",
        "BL",
        "BM",
        "BN",
        "BO",
        "BQ",
        "BR",
        "BS",
        "BT",
        "BV",
        "BW",
        "BY",
        "BZ",
        "CA",
        "CC",
        "CD",
        "CF",
        "CG",
        "CH",
        "CI",
        "CK",
        "CL",
        "CM",
        "CN",
        "CO",
        "CR",
        "CU",
        "CV",
        "CW",
        "CX",
        "CY",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "DM",
        "DO",
        "DZ",
        "EC",
        "EE",
        "EG",
        "EH",
        "ER",
        "ES",
        "ET",
        "FI",
        "FJ",
        "FK",
        "FM",
        "FO",
        "FR",
        "GA",
        "GB",
        "GD",
        "GE",
        "GF",
        "GG",
        "GH",
        "GI",
        "GL",
        "GM",
        "GN",
        "GP",
        "GQ",
        "GR",
        "GS",
        "GT",
        "GU",
        "GW",
        "GY",
        "HK",
        "HM",
        "HN",
        "HR",
        "HT",
        "HU",
        "ID",
        "IE",
        "IL",
        "IM",
        "IN",
        "IO",
        "IQ",
        "IR",
        "IS",
        "IT",
        "JE",
        "JM",
        "JO",
        "JP",
        "KE",
        "KG",
        "KH",
        "KI",
        "KM",
        "KN",
        "KP",
        "KR",
        "KW",
        "KY",
        "KZ",
        "LA",
        "LB",
        "LC",
        "LI",
        "LK",
        "LR",
        "LS",
        "LT",
        "LU",
        "LV",
        "LY",
        "MA",
        "MC",
        "MD",
        "ME",
        "MF",
        "MG",
        "MH",
        "MK",
        "ML",
        "MM",
        "MN",
        "MO",
        "MP",
        "MQ",
        "MR",
        "MS",
        "MT",
        "MU",
        "MV",
        "MW",
        "MX",
        "MY",
        "MZ",
        "NA",
        "NC",
        "NE",
        "NF",
        "NG",
        "NI",
        "NL",
        "NO",
        "NP",
        "NR",
        "NU",
        "NZ",
        "OM",
        "PA",
        "PE",
        "PF",
        "PG",
        "PH",
        "PK",
        "PL",
        "PM",
        "PN",
        "PR",
        "PS",
        "PT",
        "PW",
        "PY",
        "QA",
        "RE",
        "RO",
        "RS",
        "RU",
        "RW",
        "SA",
        "SB",
        "SC",
        "SD",
        "SE",
        "SG",
        "SH",
        "SI",
        "SJ",
        "SK",
        "SL",
        "SM",
        "SN",
        "SO",
        "SR",
        "SS",
        "ST",
        "SV",
        "SX",
        "SY",
        "SZ",
        "TC",
        "TD",
        "TF",
        "TG",
        "TH",
        "TJ",
        "TK",
        "TL",
        "TM",
        "TN",
        "TO",
        "TR",
        "TT",
        "TV",
        "TW",
        "TZ",
        "UA",
        "UG",
        "UM",
        "US",
        "UY",
        "UZ",
        "VA",
        "VC",
        "VE",
        "VG",
        "VI",
        "VN",
        "VU",
        "WF",
        "WS",
        "YE",
        "YT",
        "ZA",
        "ZM",
        "ZW",
    ]
)


def codes(text: str) -> list[str]:
    return [name.code for name in lookup(text)]


def test_the_table_has_every_country_and_what_is_more() -> None:
    assert len(ISO) == 249
    assert ISO | {"XK", "EU", "SU", "YU", "CS", "DD"} == set(countries())
    status = {code: country.status for code, country in countries().items()}
    assert status["TW"] == status["XK"] == "country"
    assert (status["EU"], status["SU"], status["GL"]) == ("union", "former", "territory")


def test_every_state_has_a_demonym_and_a_capital() -> None:
    rows = json.loads(resource("countries.json"))["countries"]
    for code, row in rows.items():
        if row["status"] == "country":
            assert row["demonyms"] or code == "VA", code
            assert row["capitals"] or code in {"NR", "PS"}, code
        assert code in codes(row["name"]), row["name"]


def test_names_in_the_table_are_names() -> None:
    rows = json.loads(resource("countries.json"))["countries"]
    for row in rows.values():
        for column in ("names", "abbreviations", "former", "demonyms", "capitals", "cities"):
            for text in row[column]:
                assert not re.search(r"[<>;]|&\w+;|\bnote\b|disputed", text), text


@pytest.mark.skipif(not CHECK.exists(), reason="the list to check against is not here")
def test_capitals_agree_with_another_list() -> None:
    rows = json.loads(CHECK.read_text(encoding="utf-8"))
    states = [row for row in rows if row["unMember"] and row["capital"]]
    found = [row for row in states if any(row["cca2"] in codes(capital) for capital in row["capital"])]
    assert len(found) >= 0.97 * len(states), [row["name"]["common"] for row in states if row not in found]


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("Russia", "RU", CountryForm.NAME),
        ("the Russian Federation", "RU", CountryForm.NAME),
        ("Russians", "RU", CountryForm.DEMONYM),
        ("D.P.R.K.", "KP", CountryForm.ABBREVIATION),
        ("US", "US", CountryForm.ABBREVIATION),
        ("U.S.", "US", CountryForm.ABBREVIATION),
        ("Zaire", "CD", CountryForm.FORMER),
        ("North Koreans", "KP", CountryForm.DEMONYM),
        ("Moscow", "RU", CountryForm.CAPITAL),
        ("Bogotá", "CO", CountryForm.CAPITAL),
        ("Bogota", "CO", CountryForm.CAPITAL),
        ("the Kremlin", "RU", CountryForm.SEAT),
        ("Élysée", "FR", CountryForm.SEAT),
        ("Shanghai", "CN", CountryForm.PLACE),
        ("Türkiye", "TR", CountryForm.NAME),
        ("Côte d’Ivoire", "CI", CountryForm.NAME),
        ("Soviet", "SU", CountryForm.DEMONYM),
        ("Nigerien", "NE", CountryForm.DEMONYM),
        ("Nigerian", "NG", CountryForm.DEMONYM),
        ("Singapore", "SG", CountryForm.NAME),
    ],
)
def test_a_name_finds_its_country(text: str, code: str, form: CountryForm) -> None:
    found = choose(lookup(text), [])
    assert found is not None
    assert (found.code, found.form) == (code, form)


def test_abbreviations_need_capitals() -> None:
    assert not lookup("us")
    assert key("the U.S.") == key("US")


def test_countries_of_one_name_are_told_apart_by_what_was_met() -> None:
    assert choose(lookup("Korea"), []) is None
    assert choose(lookup("Korean"), ["UA", "KP"]).code == "KP"  # type: ignore[union-attr]
    assert choose(lookup("Congo"), ["CG"]).code == "CG"  # type: ignore[union-attr]


def test_georgia_is_the_country_unless_only_america_was_met() -> None:
    assert choose(lookup("Georgia"), ["US"]).code == "US"  # type: ignore[union-attr]
    assert choose(lookup("Georgia"), ["US", "GE"]).code == "GE"  # type: ignore[union-attr]


def test_there_are_many_seats_of_power_and_each_is_found() -> None:
    import tomllib

    seats = tomllib.loads(resource("seats_of_power.toml"))["seats"]
    assert len(seats) >= 60
    for seat in seats:
        assert seat["country"] in countries()
        assert seat["what"]
        assert all(seat["country"] in codes(name) for name in seat["names"])
