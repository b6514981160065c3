"""Makes the pictures and the key table of the README: ``python -m tests.app.screens`` in the top folder."""

import asyncio
from pathlib import Path

from reader.analysis.client import Analyst
from reader.app.keys import markdown_table
from reader.app.main import ReaderApp
from reader.sources import open_article

SEEDS = Path("seeds")
README = Path("README.md")
SHOTS = {
    "ink": ["1", "n", "n", "n"],
    "pair": ["1", "c", "1", "x"],
    "filter": ["f", *"korea"],
    "card": ["2", "i"],
    "paper": ["t", "2", "right_square_bracket", "right_square_bracket"],
}


async def photograph(name: str, keys: list[str]) -> None:
    """Read the article, press keys, save what stands there."""
    article = open_article(str(SEEDS / "pact.txt"))
    app = ReaderApp([article], Analyst().understand)
    async with app.run_test(size=(132, 36)) as pilot:
        while not pilot.app.screen.session.stage.complete:
            await pilot.pause(0.1)
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        app.save_screenshot(f"{name}.svg", str(SEEDS / "screens"))


async def main() -> None:
    """Make them all."""
    (SEEDS / "screens").mkdir(exist_ok=True)
    for name, keys in SHOTS.items():
        await photograph(name, keys)
    text = README.read_text("utf-8")
    before, _, after = text.partition("| | key | does |")
    README.write_text("\n\n".join((before + markdown_table(), after.partition("\n\n")[2])), "utf-8")


if __name__ == "__main__":
    asyncio.run(main())
