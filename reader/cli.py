"""The command line; nothing else parses arguments.

Exit codes: 0 done; 1 an article could not be read, or there is no terminal to read it on; 2 wrong usage;
130 interrupted; 141 whoever read the output has gone (128 + SIGPIPE, as a shell counts it).
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reader.article import Article
from reader.options import Options
from reader.sources import SourceError, open_articles, open_beginning, open_pasted, reopen_terminal
from reader.sources.cleaning import clean_line

_WITHOUT_TERMINAL = "to have the findings without one: reader --export json ARTICLE"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code (see above); `argv` is without the program's name."""
    options = _options(sys.argv[1:] if argv is None else argv)
    if options.export:
        gc.enable()  # else it is the screen that does so, when its first frame is there
    if options.forget:
        return _forget()
    if options.settings:
        return _settings()
    try:
        if options.export:
            from reader.export.command import run

            return run(options, _complain)
        return _read(_Opened(options.articles, options.paste, options.cited), options)
    except KeyboardInterrupt:
        return 130


def _options(argv: Sequence[str]) -> Options:
    """Read the arguments; names of articles alone need no parser, and start the sooner."""
    if argv and not any(argument.startswith("-") for argument in argv):
        return Options(argv)
    from reader.arguments import parse

    return parse(argv, piped=not _is_terminal(0))


def _read(opened: "_Opened", options: Options) -> int:
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
    from reader.app import run

    code = run(articles, options.model, remember=not options.no_store, mouse=not options.no_mouse)
    return code or int(opened.failed)


def _forget() -> int:
    """Delete what is remembered, and say how much it was."""
    from reader.looks import Looks
    from reader.store import Store

    Looks.at().forget()
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


class _Opened:
    """The articles in turn, each opened only when it is asked for; what cannot be opened is complained of."""

    def __init__(
        self,
        arguments: Sequence[str],
        paste: bool,
        cited: Callable[[Sequence[Article]], Sequence[Article]],
    ) -> None:
        self._openers = [partial(open_articles, argument) for argument in arguments]
        if paste:
            self._openers.insert(0, partial(open_pasted))
        elif arguments:  # the first one is read on when its beginning is on the screen
            self._openers[0] = partial(open_beginning, arguments[0])
        self._cited = cited
        #: Whether anything could not be opened so far.
        self.failed = False

    def __iter__(self) -> Iterator[Article]:
        for opener in self._openers:
            try:
                articles = self._cited(opener())
            except SourceError as error:
                _complain(str(error))
                self.failed = True
                continue
            yield from articles


def _complain(message: str) -> int:
    print("reader:", clean_line(message), file=sys.stderr)
    return 1


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
