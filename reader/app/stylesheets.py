"""Where the style sheets are: in ``styles/`` of a checkout, or inside the package once it is installed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode

from reader.kept import Kept

#: What the style sheets call the ways to show the side panel, by their names in the settings.
SIDES = {"normal": "", "wide": "-wide-side", "hidden": "-no-side"}

_SHEETS = 64  # of which what was parsed is kept, a theme
_PACKAGE = Path(__file__).resolve().parent.parent


class KeptSheets(Stylesheet):
    """Style sheets that are parsed once for each theme: Textual parses all of them whenever it changes.

    What another theme makes of them takes 0.1 MB. Kept are a widget's component styles, too, as they were in
    the last few states of it: ours have fifty, and to find those is most of the work of a change of focus.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._theme = _key(variables)
        self._caches = {self._theme: self._parse_cache}
        self._first: dict[tuple[str, CSSLocation], list[RuleSet]] = {}  # as any theme made them

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the variables of another theme, and what was parsed with them before."""
        self._parse_cache = LRUCache[tuple[object, ...], list[RuleSet]](_SHEETS)
        super().set_variables(variables)  # which clears the cache
        self._theme = _key(variables)
        self._parse_cache = self._caches.setdefault(self._theme, self._parse_cache)

    def prepare(self, variables: dict[str, str]) -> None:
        """Parse them for another theme, which may come: a third of the time until it is on the screen."""
        for each in (variables, self._variables):
            self.set_variables(each)
            self.parse()

    def _parse_rules(self, css: str, read_from: CSSLocation, *more: Any, **named: Any) -> list[RuleSet]:
        """Parse a sheet; what another theme makes the same of it is held but once."""
        rules = super()._parse_rules(css, read_from, *more, **named)
        first = self._first.setdefault((css, read_from), rules)
        if rules is not first:
            rules[:] = map(_shared, rules, first)
        return rules

    def reparse(self) -> None:
        """Apply the variables: the sheets are ours and have no errors, which Textual parses a copy for."""
        self.parse()

    def _process_component_classes(self, node: DOMNode) -> None:
        """Give a widget its component styles: those of before if all that rules ask about is as then.

        Those are the theme, and of it and of what holds it the classes, the focus and the mouse.
        """
        if not node._get_component_classes():
            return
        kept: Kept[dict[str, RenderStyles]] = vars(node).setdefault("_kept_component_styles", Kept())
        state = [(each.classes, each._pseudo_classes_cache_key) for each in node.css_path_nodes]
        before = node._component_styles
        now = kept.get(state, lambda: self._found_styles(node), (self._theme, len(self.source)))
        if before.items() != now.items():
            node._component_styles = now
            node.refresh()

    def _found_styles(self, node: DOMNode) -> dict[str, RenderStyles]:
        node._component_styles = {}  # another one, for that before is kept
        super()._process_component_classes(node)
        return node._component_styles


def _shared(rule: RuleSet, first: RuleSet) -> RuleSet:
    """Give a rule with all that it has in common with the same one of another theme."""
    if rule.selector_set is first.selector_set:
        return rule
    if (rule.styles.get_rules(), rule.styles.important) == (first.styles.get_rules(), first.styles.important):
        return first
    common = {name: getattr(first, name) for name in ("selector_set", "selector_names", "pseudo_classes")}
    return replace(rule, **common)


def _key(variables: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(variables.items())


def styles_folder() -> Path:
    """Give the folder of the style sheets."""
    installed = _PACKAGE / "styles"
    return installed if installed.is_dir() else _PACKAGE.parent / "styles"


def overlay_styles() -> list[str | PurePath]:
    """Give the style sheets of pages that lie over the desk: read when the first one opens."""
    return _sorted(styles_folder() / "overlays")


def style_sheets() -> list[str | PurePath]:
    """Give the style sheets of the first frame in the order in which they count."""
    return _sorted(styles_folder())


def side_styles() -> list[str | PurePath]:
    """Give the style sheets of what comes after the first frame: the lists beside the page, the prompt."""
    return _sorted(styles_folder() / "side")


def classes(breakpoints: Sequence[tuple[int, str]], columns: int, side: str | None) -> str:
    """Give the classes of the desk's first frame: to change them once it is mounted is to style all anew."""
    size = next(name for least, name in reversed(breakpoints) if columns >= least)
    return f"{size} {SIDES[side or 'normal']}"


def _sorted(folder: Path) -> list[str | PurePath]:
    sheets: list[str | PurePath] = [*folder.glob("*.tcss")]
    return sorted(sheets, key=str)
