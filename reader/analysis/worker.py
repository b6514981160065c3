"""The process that understands: ``python -m reader.analysis.worker`` reads a request and writes findings."""

import contextlib
import os
import sys

from reader.analysis.frames import Failure, Request, pack, read


def main() -> int:
    """Answer one request. Keys come first, so this process is a little nicer than the screen's."""
    requests, findings = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints may come between frames
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    try:
        request: Request = read(requests)
    except EOFError:
        return 0
    try:
        from reader.analysis.pipeline import ModelError, analyse, load

        try:
            for batch in analyse(load(request.model), request.article):
                findings.write(pack(batch))
                findings.flush()
        except ModelError as error:
            findings.write(pack(Failure(str(error))))
            findings.flush()
    except BrokenPipeError:  # the reader has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), findings.fileno())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
