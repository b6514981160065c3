"""Taking words along: a quote to the clipboard, all findings to a file."""

from pathlib import Path

from textual import work

from reader.analysis.findings import Quote
from reader.app.part import Part


class Copying(Part):
    """A desk from which one copies and exports."""

    def on_text_selected(self) -> None:
        """Say how to copy what the mouse selected."""
        if self.get_selected_text():
            self.tell("y copies what is selected")

    def action_copy_text(self) -> None:
        """Copy what is selected."""
        text = self.get_selected_text()
        if text:
            self._copy(text)
        else:
            self.tell("nothing is selected · q quits")

    def action_copy(self, attributed: bool) -> None:
        """Copy what is selected, where the link under the cursor leads, the marked quotes, or this one."""
        from reader.citation import citation

        if selected := self.get_selected_text():
            self._copy(selected)
            return
        session = self.session
        if (link := session.place.link) is not None:
            self._copy(link.target)
            return
        marked = session.quoting.marked(session.stage)
        quotes = marked or self._this_quote()
        if not quotes:
            return

        text = citation(session.article, session.stage.actors, quotes, attributed)
        if marked:
            session.quoting.back()
            self.show_all()
            self.tell(f"{len(marked)} quotes copied together")
        else:
            session.place.take(quotes[0])
            self._notice = ""
            self.page.redraw()
            self.show_place()
        self._copy(text)

    def action_mark(self) -> None:
        """Mark this quote, to be copied together with others, or take its mark away."""
        session = self.session
        for quote in self._this_quote():
            session.quoting.mark(quote)
            session.place.take(quote)
            self.show_all()
            count = len(session.quoting.marked(session.stage))
            self.tell(f"{count} marked · y copies them together" if count else "no mark left")

    def _this_quote(self) -> list[Quote]:
        """Give the quote under the list's cursor or, outside of the list, at the reading place."""
        quotes = self.panes[2]
        quote = quotes.quote if quotes.has_focus else self.session.quote_here()
        if quote is None:
            self.tell("no quote here · ] goes to the next one")
        return [quote] if quote is not None else []

    @work(exclusive=True, group="exporting")
    async def action_export(self) -> None:
        """Ask for a format and a name, and write what was found, as corrected."""
        from reader.app.picker import Ask, Choice, Picker
        from reader.saving import FORMATS, exported, free_name, save

        choices = [Choice(ending, says, ending) for ending, says in FORMATS.items()]
        picked = await self.app.push_screen_wait(Picker("Export what was found as …", choices))
        if picked is None:
            return
        folder, session = Path.cwd(), self.session
        free = free_name(session.article, picked.value, folder)
        name = await self.app.push_screen_wait(Ask(f"The file’s name, in {folder}", free))
        if name is None:
            return
        try:
            save(exported(session, picked.value), folder / name)
        except FileExistsError:
            self.tell(f"{name} is there already · e: take another name")
        except OSError as error:
            self.tell(f"{name} cannot be written: {error.strerror}")
        else:
            self.tell(f"written to {name}" + ("" if session.stage.complete else ", as far as it was read"))

    @work(thread=True, exclusive=True, group="clipboard")
    def _copy(self, text: str) -> None:
        from reader.clipboard import copy

        delivery = copy(text, write=self._write_terminal)
        words = text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …"
        self.app.call_from_thread(self.notify, words, title=delivery.message, timeout=4, markup=False)

    def _write_terminal(self, sequence: str) -> None:
        """Write to the terminal in step with what the screen writes."""
        driver = self.app._driver
        if driver is not None:
            self.app.call_from_thread(driver.write, sequence)
            self.app.call_from_thread(driver.flush)
