"""What tells one analyst from another: a stored analysis is of use only to the one that made it."""

from pathlib import Path

from reader.lean import without

_HERE = Path(__file__).parent


def identity(model: str | None = None) -> str:
    """Give a name for a model and for the code around it, from the state of their files."""
    with without("_hashlib"):  # as for an article's key
        import hashlib  # only here, for the first frame seldom needs it

    digest = hashlib.sha256((model or "").encode())
    for path in sorted(_HERE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            state = path.stat()
            digest.update(f"{path.relative_to(_HERE)} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
