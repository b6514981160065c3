"""The command: ``python -m reader`` is the same as ``reader``."""

import gc

gc.disable()  # until the first frame: to search for garbage what is imported would take a tenth of the start

from reader.cli import main  # noqa: E402

if __name__ == "__main__":
    raise SystemExit(main())
