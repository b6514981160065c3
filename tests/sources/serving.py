"""Servers of every temper, on the loopback."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: What answers a request: it is given the handler, and a flag that is set when the server goes.
Answer = Callable[[BaseHTTPRequestHandler, threading.Event], None]


@contextmanager
def server(answers: dict[str, Answer]) -> Iterator[str]:
    """Serve answers by path; gives the address, without a slash at its end."""
    gone = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            with suppress(OSError):  # the client left: that is what it should do
                answers[self.path](self, gone)

        def log_message(self, *_: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}"
    finally:
        gone.set()
        running.shutdown()
        thread.join()
        running.server_close()


def content(data: bytes, kind: str = "text/html", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
        handler.send_response(200)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def packed(data: bytes, times: int = 1) -> Answer:
    for _ in range(times):
        data = gzip.compress(data)
    return content(data, Content_Encoding=", ".join(["gzip"] * times))


def redirect(target: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def status(code: int) -> Answer:
    return lambda handler, _: handler.send_error(code, "no \x1b[31m")


def endless(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """A page that never ends."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>and on it goes</p>" * 5000)


def dripping(handler: BaseHTTPRequestHandler, gone: threading.Event) -> None:
    """A byte now and then, for ever; the first already before the header is whole."""
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if gone.wait(0.05):
            return


def silent(_: BaseHTTPRequestHandler, gone: threading.Event) -> None:
    """Nothing at all."""
    gone.wait()


def nonsense(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """What is no HTTP."""
    handler.wfile.write(b"\x1b]52;c;aGk=\x07\x00 nonsense\r\n\r\n")
