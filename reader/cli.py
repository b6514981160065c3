"""The command line; nothing else parses arguments.

Exit codes: 0 done; 1 an article could not be read, or there is no terminal to read it on; 2 wrong usage;
130 interrupted; 141 whoever read the output has gone (128 + SIGPIPE, as a shell counts it).
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from reader.article import Article
from reader.sources import SourceError, open_articles, open_pasted, reopen_terminal
from reader.sources.cleaning import clean_line
from reader.sources.composing import iso_date

STANDARD_INPUT = "-"

_WITHOUT_TERMINAL = "to have the findings without one: reader --export json ARTICLE"
_DESCRIPTION = "Read news in the terminal, and see who is on stage and who said what."
_EXAMPLES = """\
examples:
  reader article.txt                       read one article: text, Markdown, HTML, PDF, EPUB, DOCX, mail
  reader https://example.org/news/ferry    read a web page, or the entries of a feed
  reader --paste                           read what is on the clipboard
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
    if options.forget:
        return _forget()
    if options.settings:
        return _settings()
    given = {"title": options.title, "source": options.source, "published": options.date}
    overrides = {name: value for name, value in given.items() if value}
    if overrides and len(options.articles) + options.paste > 1:
        parser.error("--title, --source and --date are for one article: name only one")
    if not options.articles and not options.paste:
        if _is_terminal(0):
            parser.error("name an article, or pipe one in")
        options.articles = [STANDARD_INPUT]
    try:
        opened = _Opened(options.articles, options.paste, overrides)
        return _export(opened, options.model) if options.export else _read(opened, options)
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
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help='a file, an address of the web, or "-" for standard input',
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
    parser.add_argument("--paste", action="store_true", help="read the clipboard's text")
    parser.add_argument("--title", type=_one_line, help="cite this title instead of the one found")
    parser.add_argument("--source", type=_one_line, help="cite this source instead of the path or address")
    parser.add_argument("--date", type=_date, help="cite this date of publication, such as 2024-06-19")
    parser.add_argument("--no-store", action="store_true", help="remember nothing, and take up nothing")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--forget", action="store_true", help="forget all articles read so far, and leave")
    parser.add_argument("--settings", action="store_true", help="say where the settings are, and leave")
    parser.add_argument("--version", action=_Version)
    return parser


def _one_line(text: str) -> str:
    return clean_line(text)


def _date(text: str) -> str:
    day = iso_date(text)
    if day is None:
        raise argparse.ArgumentTypeError("not a date: write it like 2024-06-19")
    return day


def _read(opened: "_Opened", options: argparse.Namespace) -> int:
    """Show the articles on the screen."""
    if not _is_terminal(1):
        return _complain(f"standard output is not a terminal; {_WITHOUT_TERMINAL}")
    articles = list(opened)
    if not articles:
        return 1
    if not _is_terminal(0):
        try:
            reopen_terminal()
        except OSError:
            return _complain(f"there is no terminal to read keys from; {_WITHOUT_TERMINAL}")
    if not _is_terminal(2):
        os.dup2(1, 2)  # Textual draws on standard error
    gc.set_threshold(50_000, 20, 20)  # or the search for garbage takes a tenth of the start
    from reader.app import run

    code = run(articles, options.model, remember=not options.no_store, mouse=not options.no_mouse)
    return code or int(opened.failed)


def _forget() -> int:
    """Delete what is remembered, and say how much it was."""
    from reader.store import Store

    store = Store.open()
    count = store.forget()
    store.close()
    if store.notice:
        return _complain(store.notice)
    print(f"forgot {count} article{'' if count == 1 else 's'}")
    return 0


def _settings() -> int:
    """Print where the settings are; a file in which nothing is set yet is made there if there is none."""
    from reader.app import settings_file

    try:
        path = settings_file()
    except OSError as error:
        return _complain(f"the settings file cannot be made: {error.strerror}")
    if path is None:
        return _complain("there is no home folder for settings; name a file in READER_SETTINGS")
    print(path)
    return 0


def _export(opened: "_Opened", model: str | None) -> int:
    """Print what is found in each article, one line each, as soon as it is known."""
    language = None
    for article in opened:
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
    return int(opened.failed)


def _print_line(line: str) -> None:
    """Print in UTF-8, whatever the locale, and at once."""
    try:
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter fails again when it leaves
        raise


class _Opened:
    """The articles in turn, each opened only when it is asked for; what cannot be opened is complained of."""

    def __init__(self, arguments: Sequence[str], paste: bool, overrides: dict[str, Any]) -> None:
        self._openers = [partial(open_articles, argument) for argument in arguments]
        if paste:
            self._openers.insert(0, partial(open_pasted))
        self._overrides = overrides
        #: Whether anything could not be opened so far.
        self.failed = False

    def __iter__(self) -> Iterator[Article]:
        for opener in self._openers:
            try:
                articles = opener()
            except SourceError as error:
                _complain(str(error))
                self.failed = True
                continue
            for article in articles:
                yield replace(article, **self._overrides) if self._overrides else article


def _complain(message: str) -> int:
    print("reader:", clean_line(message), file=sys.stderr)
    return 1


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
