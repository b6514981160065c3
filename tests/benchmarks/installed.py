"""How large things are on a disk: the wheel, and what an installation brings along."""

import subprocess
import sys
import tempfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement


def wheel(root: Path) -> int:
    """Build the wheel of a project, and give its size in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            folder,
            str(root),
        ]
        subprocess.run(command, check=True)
        return sum(path.stat().st_size for path in Path(folder).glob("*.whl"))


def dependencies(name: str, but: str) -> dict[str, int]:
    """Give the size in bytes of everything that a distribution needs and the distribution `but` does not."""
    found = _needs(name)
    return {each: _size(of) for each, of in found.items() if each not in {name, *_needs(but)}}


def _needs(name: str) -> dict[str, Distribution]:
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop().lower().replace("_", "-")
        if each in found:
            continue
        try:
            found[each] = distribution(each)
        except PackageNotFoundError:  # for another system or version of Python
            continue
        wanted = map(Requirement, found[each].requires or ())
        waiting += [one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found


def _size(of: Distribution) -> int:
    paths = (Path(str(path.locate())) for path in of.files or ())
    return sum(path.stat().st_size for path in paths if path.exists())
