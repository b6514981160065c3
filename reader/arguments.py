"""The arguments of the command line; `reader --help` prints what stands here."""

import argparse
from collections.abc import Sequence
from typing import Any

from reader.options import Options
from reader.sources.cleaning import clean_line
from reader.sources.composing import iso_date

STANDARD_INPUT = "-"
_MOST_JOBS = 64

_DESCRIPTION = "Read news in the terminal, and see who is on stage and who said what."
_EXAMPLES = """\
examples:
  reader article.txt                       read one article: text, Markdown, HTML, PDF, EPUB, DOCX, mail
  reader https://example.org/news/ferry    read a web page, or the entries of a feed
  reader --paste                           read what is on the clipboard
  reader monday.txt tuesday.txt            read several
  pbpaste | reader                         read what another program writes
  reader --export json article.txt | jq .  the findings as data, no terminal needed
  reader --export csv --output found.csv --jobs 2 archive/     the same of thousands of articles

inside: ? shows every key, q quits.
exit codes: 0 done, 1 an article could not be read or there is no terminal, 2 wrong usage.
"""


def parse(argv: Sequence[str], *, piped: bool) -> Options:
    """Read the arguments; raises SystemExit with 2 where they are wrong, with 0 after --help and --version.

    `piped` tells that standard input is no keyboard: without a name, the article is read from there.
    """
    parser = _parser()
    options = parser.parse_args(argv, Options())
    if len(options.articles) + options.paste > 1 and options.overrides:
        parser.error("--title, --source and --date are for one article: name only one")
    if not options.export and (options.output or options.jobs > 1):
        parser.error("--output and --jobs go with --export")
    if not (options.articles or options.paste or options.forget or options.settings):
        if not piped:
            parser.error("name an article, or pipe one in")
        options.articles = [STANDARD_INPUT]
    return options


class _Version(argparse.Action):
    """Prints the version, and looks it up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **_: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and leave")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print("reader", version("stage-reader"))
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    """Make the parser; the defaults are those of :class:`Options`."""
    parser = argparse.ArgumentParser(
        prog="reader",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        argument_default=argparse.SUPPRESS,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        default=[],
        metavar="ARTICLE",
        help='a file, an address of the web, or "-" for standard input',
    )
    parser.add_argument(
        "--export",
        choices=["json", "jsonl", "csv", "md"],
        help="write what was found instead of showing it: a line of JSON an article (json and jsonl are the "
        "same), a row a mention and quote, or a report; folders are gone through",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="with --export: write into FILE; the same command goes on after an interruption, "
        "and skips what is in it (FILE.done keeps account)",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="with --export: understand N articles at once, each in a process of its own",
    )
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="another spaCy pipeline than the reader's own: an installed package or a folder",
    )
    parser.add_argument("--paste", action="store_true", help="read the clipboard's text")
    parser.add_argument("--title", type=clean_line, help="cite this title instead of the one found")
    parser.add_argument("--source", type=clean_line, help="cite this source instead of the path or address")
    parser.add_argument("--date", type=_date, help="cite this date of publication, such as 2024-06-19")
    parser.add_argument("--no-store", action="store_true", help="remember nothing, and take up nothing")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--forget", action="store_true", help="forget all articles read so far, and leave")
    parser.add_argument("--settings", action="store_true", help="say where the settings are, and leave")
    parser.add_argument("--version", action=_Version)
    return parser


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {_MOST_JOBS}")
    return int(text)


def _date(text: str) -> str:
    day = iso_date(text)
    if day is None:
        raise argparse.ArgumentTypeError("not a date: write it like 2024-06-19")
    return day
