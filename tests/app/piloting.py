"""Drives the app over staged articles."""

from textual.app import App

from reader.app.main import ReaderApp
from reader.app.reading_screen import ReadingScreen
from reader.app.status_line import Status, StatusLine
from tests.staging import PACT, staged

LONG = "\n\n".join(
    ["A long read"]
    + [f"Paragraph {n} has [Mr. Putin|putin] and " + "many other words " * 12 + "in it." for n in range(60)]
)


def screen_text(app: App) -> str:
    """What the screen shows, as plain text."""
    return "\n".join(
        "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()
    )


async def ready(pilot) -> ReadingScreen:
    """Wait until everything has been understood and drawn."""
    screen = pilot.app.screen
    for _ in range(200):
        await pilot.pause()
        if screen.session.stage.complete and screen.understanding.session is None:
            break
    await pilot.pause()
    return screen


async def until(pilot, condition) -> None:
    """Wait for what comes of itself, later on a busy machine."""
    for _ in range(300):
        await pilot.pause(0.01)
        if condition():
            return
    raise AssertionError(f"it never came to it:\n{screen_text(pilot.app)}")


def reader_of(*marked: str) -> ReaderApp:
    made = [staged(text, f"{number}.txt") for number, text in enumerate(marked or (PACT,))]
    found = {article.key: findings for article, findings in made}

    async def analyst(article):
        yield found[article.key]

    return ReaderApp([article for article, _ in made], analyst)


def status(screen) -> Status:
    return screen.query_one("#status", StatusLine)._status
