"""``python -m reader`` is the same as the command ``reader``."""

from reader.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
