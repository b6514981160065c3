"""The command line; nothing else parses arguments.

Exit codes: 0 done; 1 an article could not be read, or there is no terminal to read it on; 2 wrong usage;
130 interrupted; 141 whoever read the output has gone (128 + SIGPIPE, as a shell counts it).
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from reader.article import Article
from reader.sources import SourceError, open_article, reopen_terminal
from reader.sources.cleaning import clean_line

STANDARD_INPUT = "-"

_WITHOUT_TERMINAL = "to have the findings without one: reader --export json ARTICLE"
_DESCRIPTION = "Read news in the terminal, and see who is on stage and who said what."
_EXAMPLES = """\
examples:
  reader article.txt                       read one article
  reader monday.txt tuesday.txt            read several
  pbpaste | reader                         read what another program writes
  reader --export json article.txt | jq .  the findings as data, no terminal needed

inside: ? shows every key, q quits.
exit codes: 0 done, 1 an article could not be read or there is no terminal, 2 wrong usage.
"""


class _Version(argparse.Action):
    """Prints the version, and looks it up only then: start-up is to be quick."""

    def __init__(self, option_strings: Sequence[str], dest: str, **_: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and leave")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print("reader", version("stage-reader"))
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code (see above); `argv` is without the program's name."""
    parser = _parser()
    options = parser.parse_args(argv)
    if not options.articles:
        if _is_terminal(0):
            parser.error("name an article, or pipe one in")
        options.articles = [STANDARD_INPUT]
    try:
        return _export(options.articles, options.model) if options.export else _read(options)
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help='a text file, or "-" for standard input'
    )
    parser.add_argument(
        "--export",
        choices=["json"],
        help="print what was found instead of showing it: one line of JSON an article, in the order given",
    )
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="another spaCy pipeline than the reader's own: an installed package or a folder",
    )
    parser.add_argument("--version", action=_Version)
    return parser


def _read(options: argparse.Namespace) -> int:
    """Show the articles on the screen."""
    if not _is_terminal(1):
        return _complain(f"standard output is not a terminal; {_WITHOUT_TERMINAL}")
    opened = [article for article in _open_all(options.articles) if article is not None]
    if not opened:
        return 1
    if not _is_terminal(0):
        try:
            reopen_terminal()
        except OSError:
            return _complain(f"there is no terminal to read keys from; {_WITHOUT_TERMINAL}")
    if not _is_terminal(2):
        os.dup2(1, 2)  # Textual draws on standard error
    from reader.app import run

    return run(opened, options.model) or int(len(opened) < len(options.articles))


def _export(arguments: Sequence[str], model: str | None) -> int:
    """Print what is found in each article, one line each, as soon as it is known."""
    code = 0
    language = None
    for article in _open_all(arguments):
        if article is None:
            code = 1
            continue
        # Only now: a wrong path is to be reported before a second is spent on loading.
        from reader.analysis.pipeline import ModelError, load, understand
        from reader.export import as_json

        try:
            language = language or load(model)
        except ModelError as error:
            return _complain(str(error))
        try:
            _print_line(as_json(article, understand(language, article)))
        except BrokenPipeError:
            return 141
        except OSError as error:
            return _complain(f"standard output cannot be written: {error.strerror}")
    return code


def _print_line(line: str) -> None:
    """Print in UTF-8, whatever the locale, and at once."""
    try:
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter fails again when it leaves
        raise


def _open_all(arguments: Sequence[str]) -> Iterator[Article | None]:
    """Open the articles in turn; in place of one that cannot be opened a complaint is printed."""
    for argument in arguments:
        try:
            yield open_article(argument)
        except SourceError as error:
            _complain(str(error))
            yield None


def _complain(message: str) -> int:
    print("reader:", clean_line(message), file=sys.stderr)
    return 1


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
