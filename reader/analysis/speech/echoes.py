"""Quotes that give words a second time, in a headline or a pull quote, and leave it to the text to say whose.

"‘I thought my career was over’: the long road back" is said by whoever says so further down.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.findings import Quote
from reader.analysis.lexicon.phrases import singular

_FEWEST = 3  # words: what is shorter may be anybody's
_KEPT = 200  # quotes that later words, and words that later quotes, may repeat
_SURE = 0.9
_MANY = frozenset({"crowd", "audience", "people", "public"})
_WORD = re.compile(r"[^\W_]+")

_Said = tuple[str, Quote]


class Echoes:
    """Finds who says the words that are quoted twice in `text`; keeps the latest quotes between windows."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: deque[_Said] = deque(maxlen=_KEPT)
        self._open: deque[_Said] = deque(maxlen=_KEPT)

    def read(self, quotes: Sequence[Quote], merged: Sequence[tuple[str, str]] = ()) -> tuple[Quote, ...]:
        """Give the quotes of a window, and those of earlier ones whose speaker they tell.

        `merged` are the actors that became others since the last window.
        """
        if merged:
            names = dict(merged)
            known = [(words, quote._replace(speaker=names.get(quote.speaker or "", quote.speaker)))
                     for words, quote in self._said]  # fmt: skip
            self._said = deque(known, _KEPT)
        spoken: list[_Said] = []
        found: list[Quote] = []
        for quote in quotes:
            words = self._words(quote)
            if quote.speaker is not None or quote.source is not None:
                spoken.append((words, quote))
            if quote.speaker is None and words.count(" ") > _FEWEST and not self._is_told(quote):
                original = _original(words, reversed(self._said), quote.source is not None)
                if original is None:
                    self._open.append((words, quote))
                else:
                    quote = _echo(quote, original)
            found.append(quote)
        self._said.extend(spoken)
        return tuple({quote.start: quote for quote in (*found, *self._answered(spoken))}.values())

    def _answered(self, spoken: Sequence[_Said]) -> Iterator[Quote]:
        """Take out the quotes whose words somebody is now known to say."""
        for each in list(self._open):
            words, quote = each
            if (original := _original(words, spoken, quote.source is not None)) is not None:
                self._open.remove(each)
                yield _echo(quote, original)

    def _is_told(self, quote: Quote) -> bool:
        """Tell words that a placard bears, or that many say: "the crowd chanted", whoever said them first."""
        if quote.wording or quote.source is None:
            return quote.wording
        noun = self._text[quote.source.start : quote.source.end].casefold().split()[-1]
        return noun in _MANY or singular(noun) != noun

    def _words(self, quote: Quote) -> str:
        """The words that a quote gives, in small letters, with a blank around each."""
        text = " ".join(self._text[start:end] for start, end in quote.segments)
        return f" {' '.join(_WORD.findall(text.casefold()))} "


def _original(words: str, said: Iterable[_Said], by_actor: bool) -> Quote | None:
    """The first quote that has `words` among its own; `by_actor` asks for one whose speaker is an actor."""
    fits = (quote for known, quote in said if words in known)
    return next((quote for quote in fits if quote.speaker is not None or not by_actor), None)


def _echo(quote: Quote, original: Quote) -> Quote:
    return quote._replace(
        speaker=original.speaker,
        speaker_mention=original.speaker_mention,
        source=original.source,
        confidence=min(_SURE, original.confidence),
    )
