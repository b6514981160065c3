"""Every format but plain text is read in a process of its own.

A hostile document can then neither hang the reader, nor fill its memory, nor bring it down; and the other
libraries never burden the process that draws the screen. Articles come back as JSON: nothing that a broken
parser sends can act here.

Run as a program it reads one pickled list of documents, written by its parent, from standard input.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from reader.article import Article, Link, Paragraph, ParagraphKind
from reader.sources.cleaning import clean_line
from reader.sources.errors import SourceError
from reader.sources.reading import Document, read

#: Seconds for one document; 500 pages of PDF take about five.
PATIENCE = 30.0
#: Bytes of address space; large libraries claim much more than they use.
MEMORY = 3 * 1024**3
# -P: a module in the folder that the reader stands in must not be run
COMMAND = [sys.executable, "-P", "-m", "reader.sources.apart"]


def read_apart(
    documents: Sequence[Document], patience: float = PATIENCE
) -> list[list[Article] | SourceError]:
    """Read documents in one other process; the answers stand in the order of the questions."""
    try:
        done = subprocess.run(
            COMMAND,
            input=pickle.dumps([tuple(document) for document in documents]),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
        lines = done.stdout.splitlines()
        reason = "breaks the program that should read it: it is damaged or far too large"
    except subprocess.TimeoutExpired as late:
        lines = (late.stdout or b"").splitlines()
        reason = "takes too long to read: it is damaged or far too large"
    except OSError as error:
        lines, reason = [], f"cannot be read: no other process can be started ({error.strerror})"
    answers = [_answer(line) for line in lines[: len(documents)]]
    return answers + [SourceError(reason)] * (len(documents) - len(answers))


def _answer(line: bytes) -> list[Article] | SourceError:
    try:
        told = json.loads(line)
        if isinstance(told, str):
            return SourceError(clean_line(told))
        return [_article(**fields) for fields in told]
    except (ValueError, TypeError, KeyError, AttributeError):
        return SourceError("breaks the program that should read it: it is damaged or far too large")


def _article(paragraphs: list[list[Any]], links: list[list[Any]], **fields: Any) -> Article:
    spans = tuple(Paragraph(start, end, ParagraphKind(kind)) for start, end, kind in paragraphs)
    return Article(paragraphs=spans, links=tuple(Link(*link) for link in links), **fields)


def _told(document: Document) -> str:
    try:
        articles = read(*document)
    except SourceError as error:
        return json.dumps(str(error))
    except MemoryError:
        return json.dumps("needs more memory than any article should: it is damaged or far too large")
    return json.dumps([_fields(article) for article in articles])


def _fields(article: Article) -> dict[str, Any]:
    return {
        "text": str(article.text),
        "paragraphs": [(p.start, p.end, p.kind.value) for p in article.paragraphs],
        "links": [(link.start, link.end, link.target) for link in article.links],
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "source": article.source,
        "whole_at": article.whole_at,
    }


def _bound_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # not every system can; the deadline holds all the same


def main() -> None:
    """Answer the documents on standard input, a line each."""
    _bound_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    for fields in pickle.load(sys.stdin.buffer):
        answers.write(_told(Document(*fields)).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    main()
