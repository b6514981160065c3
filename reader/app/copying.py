"""Taking words along: a quote to the clipboard, all findings to a file."""

from pathlib import Path

from textual import work

from reader.app.desk import Desk


class Copying(Desk):
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
        """Copy what is selected, else the quote at the reading place, alone or with its attribution."""
        from reader.citation import attribution, quote_text

        if selected := self.get_selected_text():
            self._copy(selected)
            return
        quote, session = self.session.quote_here(), self.session
        if quote is None:
            self.tell("no quote here · ] goes to the next one")
            return
        text = (
            attribution(session.article, session.stage.snapshot(), quote)
            if attributed
            else quote_text(session.article, quote)
        )
        session.place.take(quote)
        self.page.redraw()
        self.show_place()
        self._copy(text)

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
