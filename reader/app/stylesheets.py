"""Where the style sheets are: in ``styles/`` of a checkout, or inside the package once it is installed."""

from pathlib import Path, PurePath

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


def _sorted(folder: Path) -> list[str | PurePath]:
    sheets: list[str | PurePath] = [*folder.glob("*.tcss")]
    return sorted(sheets, key=str)
