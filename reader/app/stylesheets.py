"""Where the style sheets are: in ``styles/`` of a checkout, or inside the package once it is installed."""

from pathlib import Path, PurePath

_PACKAGE = Path(__file__).resolve().parent.parent


def styles_folder() -> Path:
    """Give the folder of the style sheets."""
    installed = _PACKAGE / "styles"
    return installed if installed.is_dir() else _PACKAGE.parent / "styles"


def overlay_styles() -> list[str | PurePath]:
    """Give the style sheets of pages that lie over the desk: read when the first one opens."""
    return list((styles_folder() / "overlays").glob("*.tcss"))


def style_sheets() -> list[str | PurePath]:
    """Give the style sheets of the desk in the order in which they count."""
    sheets: list[str | PurePath] = [*styles_folder().glob("*.tcss")]
    return sorted(sheets, key=str)
