"""The card of an actor: what the article calls it, where it first and last occurs, who is near it."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.stylesheets import overlay_styles
from reader.article import Article
from reader.card import Card, Excerpt
from reader.citation import quote_text

_QUOTES = 5


class CardScreen(ModalScreen[None]):
    """Shows a card; any of escape, i and q closes it."""

    CSS_PATH = overlay_styles()
    BINDINGS = [
        Binding("escape,i,q,enter", "dismiss", "close", show=False),
        Binding("j,down", "scroll(1)", "down", show=False),
        Binding("k,up", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, article: Article, card: Card) -> None:
        super().__init__()
        self._article = article
        self._card = card

    def compose(self) -> ComposeResult:
        """One scrolling card."""
        with VerticalScroll(id="card"):
            yield Static(self._text(), id="card-text")

    def action_scroll(self, lines: int) -> None:
        """Scroll the card."""
        self.query_one("#card", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _text(self) -> Text:
        card, actor = self._card, self._card.actor
        text = Text(actor.name + "\n", style="bold")
        where = f" · {actor.country}" if actor.country else ""
        text.append(f"{actor.kind}{where}\n", style="dim")
        if actor.roles:
            text.append("\n".join(actor.roles) + "\n")
        _section(text, "Called", ", ".join(f"{name} {count}" for name, count in card.names))
        _section(text, "Mentions", ", ".join(f"{count} by {form}" for form, count in card.forms))
        _section(text, "First", _spelled(card.first))
        _section(text, "Last", _spelled(card.last))
        _section(text, "With", ", ".join(f"{each.name} {count}" for each, count in card.neighbours))
        said = [
            f"“{quote_text(self._article, quote)}” ¶{self._article.number_at(quote.start)}"
            for quote in card.quotes[:_QUOTES]
        ]
        more = [f"and {len(card.quotes) - _QUOTES} more"] if len(card.quotes) > _QUOTES else []
        _section(text, "Said", "\n".join(said + more))
        return text


def _section(text: Text, title: str, words: str) -> None:
    if words:
        text.append(f"\n{title}\n", style="bold dim")
        text.append(words + "\n", style="not bold")


def _spelled(excerpt: Excerpt | None) -> str:
    return f"{excerpt.words} ¶{excerpt.paragraph}" if excerpt else ""
