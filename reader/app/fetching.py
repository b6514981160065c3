"""Fetching what a feed has only the beginning of, when the reader goes there."""

import asyncio
from concurrent.futures import Future
from threading import Thread

from textual import work

from reader.app.part import Part
from reader.article import Article


class Fetching(Part):
    """A desk on which a beginning becomes the whole article."""

    _awaited: frozenset[str] = frozenset()

    def fetch_whole(self) -> None:
        """Fetch the whole of the article being read, unless it is there or on its way."""
        address = self.session.article.whole_at
        if address is not None and address not in self._awaited:
            self._awaited |= {address}
            self.tell(f"fetching {address}")
            self._fetch(self.at, address)

    @work(group="fetching")
    async def _fetch(self, number: int, address: str) -> None:
        from reader.sources import SourceError

        try:
            whole = await _opened(self.sessions[number].article)
        except SourceError as error:
            self.notify(str(error), title="Only the beginning can be read", severity="warning", markup=False)
        else:
            self.replace_session(number, whole)
        self._awaited -= {address}
        if number == self.at:
            self.tell("")


async def _opened(beginning: Article) -> Article:
    """Open the whole in a thread for which nobody waits who leaves."""
    from reader.sources import open_whole

    answer: Future[Article] = Future()
    answer.set_running_or_notify_cancel()  # from now on it cannot be taken back

    def run() -> None:
        try:
            answer.set_result(open_whole(beginning))
        except Exception as error:
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(answer)
