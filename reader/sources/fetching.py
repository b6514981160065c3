"""What stands at an address of the web is fetched, within limits."""

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.cleaning import clean_line
from reader.sources.errors import SourceError

if TYPE_CHECKING:
    import httpx

#: Bytes after decompression.
MOST_BYTES = 20 * 1024 * 1024
MOST_REDIRECTS = 5
#: Seconds for all of it, redirects too.
DEADLINE = 30.0
_PATIENCE = 10.0  # seconds between two signs of life
_AT_ONCE = 6
_SCHEMES = ("http", "https")
_USER_AGENT = "stage-reader/0.1 (terminal news reader; reads one page for one person)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
_CODES = {
    401: "is behind a login: save the page where you are logged in, and open the file",
    402: "has to be paid for: save the page where you are logged in, and open the file",
    403: "may not be read by programs (403): save the page from your browser, and open the file",
    404: "does not exist (404): check the address",
    410: "is no longer there (410)",
    429: "is asked for too often (429): try again later",
}


class Fetched(NamedTuple):
    """What came back: its bytes, decompressed, the charset that the server named, and the last address."""

    data: bytes
    charset: str | None
    url: str


def is_address(argument: str) -> bool:
    """Tell whether an argument is an address of the web and not a path."""
    return argument.strip()[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, deadline: float = DEADLINE) -> Fetched:
    """Fetch an address in at most `deadline` seconds; :class:`SourceError` says why not.

    Proxies are taken from the environment. Cookies are not kept.
    """
    (answer,) = fetch_all([url], deadline)
    if isinstance(answer, SourceError):
        raise answer
    return answer


def fetch_all(urls: Sequence[str], deadline: float = DEADLINE) -> list[Fetched | SourceError]:
    """Fetch several addresses, a few at a time, all of them in at most `deadline` seconds."""
    import asyncio  # only here, as httpx below: start-up does without them

    async def run() -> list[Fetched | SourceError]:
        end = asyncio.get_running_loop().time() + deadline
        turn = asyncio.Semaphore(_AT_ONCE)
        return await asyncio.gather(*(one(url, end, turn) for url in urls))

    async def one(url: str, end: float, turn: asyncio.Semaphore) -> Fetched | SourceError:
        try:
            # The libraries' own limits count from byte to byte: a slow enough server would never reach them.
            async with asyncio.timeout_at(end), turn:
                return await _fetch(url)
        except TimeoutError:
            return SourceError("does not answer in time: try again later")
        except SourceError as error:
            return error

    return asyncio.run(run())


async def _fetch(url: str) -> Fetched:
    import httpx

    headers = {"User-Agent": _USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE, headers=headers) as client:
            address = httpx.URL(url.strip())
            for _ in range(MOST_REDIRECTS + 1):
                if address.scheme not in _SCHEMES or not address.host:
                    shown = clean_line(str(address))[:200]
                    raise SourceError(f"leads to {shown}, which is no page of the web")
                async with client.stream("GET", address, follow_redirects=False) as answer:
                    if answer.next_request is None:
                        where = str(address.copy_with(userinfo=b"", fragment=None))
                        return Fetched(await _body(answer), answer.charset_encoding, clean_line(where))
                    address = answer.next_request.url
                client.cookies.clear()
    except httpx.TimeoutException:
        raise SourceError("does not answer in time: try again later") from None
    except httpx.InvalidURL:
        raise SourceError("is, or leads to, no page of the web: check the address") from None
    except (httpx.HTTPError, ValueError, OSError) as error:
        raise SourceError(f"cannot be fetched: {_reason(error)}") from None
    raise SourceError(f"leads on more than {MOST_REDIRECTS} times: is there a login before it?")


async def _body(answer: "httpx.Response") -> bytes:
    if answer.status_code != 200:
        said = f"is answered with {answer.status_code} {clean_line(answer.reason_phrase)[:60]}".strip()
        raise SourceError(_CODES.get(answer.status_code, f"{said}: try again later"))
    encoding = answer.headers.get("content-encoding", "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip"):  # twice packed, a kilobyte becomes a gigabyte
        raise SourceError("is packed in a way that was not asked for: it cannot be read")
    # Not by httpx, which unpacks whatever a piece holds, before anybody can object.
    unpacker = None if encoding == "identity" else zlib.decompressobj(wbits=31)
    pieces: list[bytes] = []
    room = MOST_BYTES
    async for raw in answer.aiter_raw():
        try:
            piece = unpacker.decompress(raw, room + 1) if unpacker else raw
        except zlib.error:
            raise SourceError("is damaged on its way: try again") from None
        room -= len(piece)
        if room < 0:
            raise SourceError(f"is larger than {MOST_BYTES >> 20} MB, or never ends: it is no article")
        pieces.append(piece)
    return b"".join(pieces)


def _reason(error: Exception) -> str:
    said = clean_line(str(error))[:200]
    if "Name or service not known" in said or "nodename nor servname" in said or "name resolution" in said:
        return "no machine of that name is known; check the address, and that you are online"
    return said or type(error).__name__
