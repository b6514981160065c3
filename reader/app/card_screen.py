"""The card of an actor: what the article calls it, where it first and last occurs, who is near it."""

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.keys import bound
from reader.app.stylesheets import overlay_styles
from reader.article import Link
from reader.card import Card, Excerpt, card
from reader.citation import quote_text
from reader.session import Session

_QUOTES = 5
_LINKS = 5


class CardScreen(ModalScreen[None]):
    """Shows a card: of the whole article or, where one wants no spoilers, of what was read so far."""

    CSS_PATH = overlay_styles()
    BINDINGS = bound(
        {
            **dict.fromkeys(("back", "quit", "card", "choose"), "dismiss"),
            "line-down": "scroll(1)",
            "line-up": "scroll(-1)",
            "page-down": "scroll(10)",
            "page-up": "scroll(-10)",
            "section": "spoilers",
        }
    )

    def __init__(self, session: Session, actor: str, read: int) -> None:
        """Show `actor`; `read` is the offset up to which the article was read."""
        super().__init__()
        self._session = session
        self._actor = actor
        self._read = read

    def compose(self) -> ComposeResult:
        """One scrolling card."""
        with VerticalScroll(id="card"):
            yield Static(self._text(), id="card-text")

    def action_scroll(self, lines: int) -> None:
        """Scroll the card."""
        self.query_one("#card", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_spoilers(self) -> None:
        """Tell what was read so far only, or all."""
        self._session.spoilers = not self._session.spoilers
        self.query_one("#card-text", Static).update(self._text())

    def _text(self) -> Group:
        session = self._session
        actor = session.stage.actors[self._actor]
        known = card(session.article, session.stage, actor, None if session.spoilers else self._read)
        sections = {
            "Is": actor.roles if session.spoilers else (),  # they come from anywhere
            "Called": (" · ".join(f"{name} {count}" for name, count in known.names),),
            "Mentions": (" · ".join(f"{count} by {form}" for form, count in known.forms),),
            "Tied to": [f"{each.name}: “{why.words}” ¶{why.paragraph}" for each, why in known.ties],
            "With": (" · ".join(f"{each.name} {count}" for each, count in known.neighbours),),
            "Said": self._said(known),
            "First": (_spelled(known.first),),
            "Last": (_spelled(known.last),),
            "Links": [self._spelled_link(link) for link in known.links[:_LINKS]],
        }
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim")
        table.add_column()
        for title, lines in sections.items():
            if words := "\n".join(filter(None, lines)):
                table.add_row(Text(title), Text(words))
        told = "the whole article · s: only what was read so far"
        if not session.spoilers:
            told = f"up to ¶{session.article.number_at(self._read)}, where you are · s: the whole article"
        kind = " · ".join(filter(None, (actor.kind, actor.country, "" if actor.named else "not named")))
        return Group(Text(actor.name, "bold"), Text(kind, "dim"), Text(), table, Text(f"\n{told}", "dim"))

    def _spelled_link(self, link: Link) -> str:
        return f"{self._session.article.text[link.start : link.end]}: {link.target}"

    def _said(self, known: Card) -> list[str]:
        article = self._session.article
        said = [
            f"“{quote_text(article, quote)}” ¶{article.number_at(quote.start)}"
            for quote in known.quotes[:_QUOTES]
        ]
        return [*said, *([f"and {len(known.quotes) - _QUOTES} more"] if len(known.quotes) > _QUOTES else [])]


def _spelled(excerpt: Excerpt | None) -> str:
    return f"{excerpt.words} ¶{excerpt.paragraph}" if excerpt else ""
