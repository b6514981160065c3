"""Whether our themes can be read, by the contrast of WCAG 2.2 (success criterion 1.4.3: at least 4.5 : 1)."""

import pytest
from textual.color import Color
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

from reader.app.stylesheets import KeptSheets, side_styles, style_sheets
from reader.app.themes import THEMES

LEAST = 4.5
GROUNDS = ("background", "surface", "panel", "quote-ground", "chosen-ground")
INKS = ("foreground", "words", "dim", "accent", "person", "country", "organisation", "group", "place")

#: The rest use the colours of the terminal, which nobody knows.
OURS = [name for name, theme in THEMES.items() if not name.startswith("terminal")]


def luminance(color: Color) -> float:
    parts = [part / 255 for part in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(luminance(Color.parse(color)) for color in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", OURS)
def test_every_ink_can_be_read_on_every_ground(name):
    theme = THEMES[name]
    colors = theme.to_color_system().generate() | theme.variables
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS] + [
        ("on-hit", "accent"),
        ("words", "match-ground"),
    ]
    weak = {pair: contrast(*(colors[part] for part in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < LEAST} == {}


def test_there_is_a_dark_a_light_and_a_high_contrast_theme():
    assert {"ink", "paper", "contrast"} <= set(OURS)
    assert (THEMES["ink"].dark, THEMES["paper"].dark) == (True, False)
    theme = THEMES["contrast"]
    assert contrast(theme.foreground, theme.background) > 15


def test_themes_have_in_common_what_is_alike_and_each_looks_as_if_it_were_alone():
    together = sheets(KeptSheets, next(iter(THEMES.values())))
    shown = {}
    for name, theme in [*THEMES.items()] * 2:
        together.set_variables(variables(theme))
        together.parse()
        shown[name] = together.rules
        assert looks(together.rules) == looks(sheets(Stylesheet, theme).rules)
    first, *others = ([rule.selector_set for rule in rules] for rules in shown.values())
    assert all(one is another for each in others for one, another in zip(first, each, strict=True))


def sheets(kind: type[Stylesheet], theme: Theme) -> Stylesheet:
    read = kind(variables=variables(theme))
    read.read_all([*style_sheets(), *side_styles()])
    read.parse()
    return read


def variables(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate() | theme.variables


def looks(rules: list[RuleSet]) -> list[tuple[str, set[str], set[str], int]]:
    return [(rule.css, rule.selector_names, rule.pseudo_classes, rule.tie_breaker) for rule in rules]
