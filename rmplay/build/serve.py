"""A web server on this machine alone that shows a preview, and tells open pages when to look again.

The pages have a strict policy for scripts. In memory, and only there, one script and the right to ask this server for
news are added to it.
"""

from __future__ import annotations

import gc
import json
import os
import posixpath
import sys
import threading
from collections.abc import Callable, Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .live import OVERLAY_CSS, SCRIPT
from .preview import Preview, State

HOST = "127.0.0.1"
OUR = "/.rmplay/"
_HEARTBEAT = 10.0
_TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
          ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".json": "application/json",
          ".ics": "text/calendar; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml"}
_TAGS = f'<link rel="stylesheet" href="{OUR}live.css"><script src="{OUR}live.js" data-state="%d" defer></script>'
_PLAIN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
</head><body><main><h1>{title}</h1><p>{text}</p><p><a href="/">Home</a></p></main></body></html>"""


class Server(ThreadingHTTPServer):
    """Serves one preview; a thread for each open page, none of which keeps the process alive."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.preview, self.closing = preview, threading.Event()
        sys.setswitchinterval(0.0005)  # a page that is asked for does not wait for others that are being made
        names = (HOST, "localhost", "[::1]")
        self.hosts = {f"{name}:{self.server_port}" for name in names} | (set(names) if self.server_port == 80 else set())

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who is gone is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer goes out at once; in two parts, the second may wait for the browser to confirm the first
    disable_nagle_algorithm = True

    def do_GET(self) -> None:  # noqa: N802 (the name is the library's)
        """Answer a page, a file, or with news. Only to who asks for this machine by name."""
        if self.headers.get("Host") not in self.server.hosts:
            self._answer(403, "text/plain; charset=utf-8", b"This server is for this machine only.\n")
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        own = {"live.js": (".js", SCRIPT), "live.css": (".css", OVERLAY_CSS)}.get(path.removeprefix(OUR))
        if path == OUR + "news":
            seen, _, shown = asked.query.partition("&")
            self._news(self.headers.get("Last-Event-ID") or seen, unquote(shown))
        elif own:
            self._answer(200, _TYPES[own[0]], own[1].encode())
        else:
            self._page(path)

    do_HEAD = do_GET

    def _page(self, path: str) -> None:
        state = self.server.preview.state
        name = path.strip("/")
        name = posixpath.join(name, "index.html").lstrip("/") if path.endswith("/") else name
        data = state.files.get(name)
        if data is None:
            self._answer(404, _TYPES[".html"], with_news(_missing(name, state).encode(), state.number))
            return
        kind = _TYPES.get(posixpath.splitext(name)[1], "application/octet-stream")
        self._answer(200, kind, with_news(data, state.number) if name.endswith(".html") else data)

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), ("Cache-Control", "no-store"),
                            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin")):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _news(self, seen: str, shown: str) -> None:
        """A stream that says at once what changed since the state that a page shows, and after each change, until its reader is gone."""
        readers = self.server.preview.shown
        readers.append(shown)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for message in _messages(self.server, int(seen) if seen.isdecimal() and len(seen) < 20 else 0):
                self.wfile.write(message.encode())
                self.wfile.flush()
        except OSError:
            pass
        finally:
            readers.remove(shown)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not told: they would hide the mistakes."""


def _messages(server: Server, seen: int) -> Iterator[str]:
    state = server.preview.state
    yield _message(state, seen)
    while not server.closing.is_set():
        now = server.preview.after(state.number, _HEARTBEAT)
        yield ":\n\n" if now.number == state.number else _message(now, state.number)
        state = now


def _message(state: State, seen: int) -> str:
    return f"id: {state.number}\ndata: {json.dumps({'mistakes': state.mistakes, 'changed': state.since(seen)})}\n\n"


def with_news(html: bytes, number: int) -> bytes:
    """A page of the state of a number, with the script that asks for news since then, and a policy that lets it."""
    html = html.replace(b"script-src 'self'", b"script-src 'self'; connect-src 'self'", 1)
    return html.replace(b"</head>", (_TAGS % number).encode() + b"</head>", 1)


def _missing(name: str, state: State) -> str:
    if not state.files:
        return _PLAIN.format(title="There is no page yet", text="It comes by itself as soon as there is one.")
    return _PLAIN.format(title="There is no such page", text=f"The site has no file {escape(name)}.")


def watch(preview: Preview, polling: bool, closing: threading.Event, told: Callable[[State], None]) -> None:
    """Bring a preview up to date after each save, until `closing` is set. Outlives whatever happens to the folders."""
    import watchfiles
    while not closing.is_set():
        folders = _folders(preview)
        try:
            for changes in watchfiles.watch(*folders, debounce=200, step=5, stop_event=closing, rust_timeout=1000,
                                      yield_on_timeout=True, force_polling=polling or None, poll_delay_ms=200,
                                      raise_interrupt=False, ignore_permission_denied=True):
                before = preview.state.number
                if preview.refresh().number != before:
                    told(preview.state)
                if _folders(preview) != folders:
                    break
                if not changes:
                    gc.collect(0)  # now, since nobody waits
        except (OSError, RuntimeError):  # a folder that is watched is gone, or the system watches no more of them
            closing.wait(0.3)


def _folders(preview: Preview) -> list[Path]:
    """The folders to watch: those of content and theme, or that of a single file; else where the command was given."""
    from .found import NothingToRead, find_project
    try:
        found = find_project(preview.places, preview.start)
    except NothingToRead:
        return [preview.start]
    wanted = {path.resolve().parent for path in found.programs}
    if found.root:
        wanted |= {path for path in (found.root / "content", found.root / "themes") if path.is_dir()}
    return sorted(path for path in wanted if not any(other in path.parents for other in wanted))
