"""Small web servers for the tests: honest ones and hostile ones, on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = tuple[int, dict[str, str], bytes]


@contextmanager
def site(answer: Callable[[str, dict[str, str]], Reply]) -> Iterator[tuple[str, list[str]]]:
    """A server that answers (path, headers) with (status, headers, body); yields its address and a log."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            status, headers, body = answer(self.path, {k.lower(): v for k, v in self.headers.items()})
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def talker(says: Callable[[socket.socket], None]) -> Iterator[str]:
    """A bare socket server that does what it likes with its first visitor."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        try:
            visitor, _ = server.accept()
        except OSError:
            return
        with visitor:
            try:
                visitor.recv(65536)
                says(visitor)
            except OSError:
                pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.close()
        thread.join(5)
