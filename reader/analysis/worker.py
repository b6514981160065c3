"""The process that understands: ``python -m reader.analysis.worker`` reads requests and writes findings."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.analysis.findings import Findings
from reader.analysis.frames import Failure, Request, pack, read

if TYPE_CHECKING:
    from spacy.language import Language


def main() -> int:
    """Answer requests until there are no more. Keys come first: this process is nicer than the screen's."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints may come between frames
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    pipelines = Pipelines()
    try:
        while True:
            for answer in pipelines.answer(read(requests)):
                answers.write(pack(answer))
                answers.flush()
    except EOFError:
        return 0
    except BrokenPipeError:  # the reader has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), answers.fileno())
        return 0


class Pipelines:
    """Loads a pipeline when it is first asked for; spaCy itself is not imported before."""

    def __init__(self) -> None:
        self._loaded: dict[str | None, Language] = {}

    def answer(self, request: Request) -> Iterator[Findings | Failure]:
        """Give findings in text order, or a failure."""
        from reader.analysis.pipeline import ModelError, analyse, load

        try:
            if request.model not in self._loaded:
                self._loaded[request.model] = load(request.model)
            yield from analyse(self._loaded[request.model], request.article)
        except ModelError as error:
            yield Failure(str(error))
        except Exception as error:  # a reader who can go on reading is better off than one with a traceback
            reason = f"the analysis failed ({type(error).__name__}: {str(error)[:100]})"
            yield Failure(" ".join(reason.split()))


if __name__ == "__main__":
    raise SystemExit(main())
