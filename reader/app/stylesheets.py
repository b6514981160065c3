"""Where the style sheets are: in ``styles/`` of a checkout, or inside the package once it is installed."""

from collections.abc import Sequence
from pathlib import Path, PurePath

#: What the style sheets call the ways to show the side panel, by their names in the settings.
SIDES = {"normal": "", "wide": "-wide-side", "hidden": "-no-side"}

_PACKAGE = Path(__file__).resolve().parent.parent


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
