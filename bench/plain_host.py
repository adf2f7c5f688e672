"""A built site as the plainest web host gives it: compressed, with an ETag, and asked for again.

A host that lets a browser keep files for a while moves less than this one, never more.
"""

import gzip
import hashlib
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg", "application/xml")


class Answer(NamedTuple):
    """What a host says when it is asked for a file."""

    status: HTTPStatus
    kind: str
    body: bytes
    is_compressed: bool
    etag: str


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a host of this folder, ending with a slash, for as long as it is needed."""
    known: dict[str, Answer] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = known.get(path) or known.setdefault(path, answer(folder, path))
            is_known = self.headers.get("If-None-Match") == found.etag
            self.send_response(HTTPStatus.NOT_MODIFIED if is_known else found.status)
            self.send_header("ETag", found.etag)
            self.send_header("Cache-Control", "no-cache")
            if not is_known:
                self.send_header("Content-Type", found.kind)
                self.send_header("Content-Length", str(len(found.body)))
                if found.is_compressed:
                    self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if not is_known:
                self.wfile.write(found.body)

        def log_message(self, *_unused: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def answer(folder: Path, path: str) -> Answer:
    """What is at a path below the site's address; the site's own page where there is nothing."""
    file = folder / path.lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    status = HTTPStatus.OK
    if not file.is_file():
        file, status = folder / "404.html", HTTPStatus.NOT_FOUND
    body = file.read_bytes()
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    is_compressed = kind.startswith(COMPRESSED)
    etag = f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
    if is_compressed:
        body = gzip.compress(body, 6, mtime=0)
    kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return Answer(status, kind, body, is_compressed, etag)
