"""Pagefind, spoken to through its pipe: every question is sent before the first answer is read.

Its Python package waits a tenth of a second for each record, so only its knowledge of where the
program lies is used.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

from generator.errors import KabarError
from generator.language import _

LANGUAGE = "id"
_END = b","
_ENVIRONMENT = "PAGEFIND_"


class SearchError(KabarError):
    """The search could not be made; the message says what to do about it."""


def indexed(records: Sequence[Mapping[str, object]]) -> dict[str, bytes]:
    """Let Pagefind index records; gives all its files by their path.

    A record holds `url`, `content`, `meta`, `filters`. The files come through the pipe:
    where Pagefind writes them itself, some are not on the disk yet when it says that all are.
    Raises `SearchError` when Pagefind is not there or fails.
    """
    with TemporaryDirectory() as folder, _started(folder) as process:
        assert process.stdin is not None
        asking = Thread(target=_ask, args=(process.stdin, records), daemon=True)
        asking.start()
        try:
            return _hear(process)
        finally:
            process.kill()  # it waits for more questions
            asking.join()
            with suppress(OSError):  # what it was not asked any more
                process.stdin.close()


def _started(folder: str) -> "subprocess.Popen[bytes]":
    """Start the program in an empty folder: it reads settings from wherever it stands."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(_ENVIRONMENT)}
    try:
        program = get_executable()
        if program is None:
            raise FileNotFoundError
        return subprocess.Popen(
            [program.absolute(), "--service"],
            cwd=folder,
            env=own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SearchError(
            _(
                "Pencarian tidak dapat dibuat: program Pagefind tidak ada atau tidak dapat "
                "dijalankan. Pasang lagi: pip install --force-reinstall 'pagefind[bin]'"
            )
        ) from error


def _questions(records: Iterable[Mapping[str, object]]) -> Iterable[object]:
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    for record in records:
        yield {"type": "AddRecord", "index_id": 0, "language": LANGUAGE, **record}
    yield {"type": "GetFiles", "index_id": 0}


def _ask(pipe: IO[bytes], records: Iterable[Mapping[str, object]]) -> None:
    with suppress(OSError):  # it has ended; whoever listens hears that
        for number, payload in enumerate(_questions(records), 1):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(base64.b64encode(message.encode()) + _END)
        pipe.flush()


def _hear(process: "subprocess.Popen[bytes]") -> dict[str, bytes]:
    """Read answers until the files have come."""
    assert process.stdout is not None
    pipe = process.stdout.fileno()
    pieces: list[bytes] = []
    while piece := os.read(pipe, 1 << 20):
        *ends, rest = piece.split(_END)
        for end in ends:
            payload = _payload(b"".join((*pieces, end)))
            pieces = []
            if payload["type"] == "GetFiles":
                files = payload["files"]
                return {each["path"]: base64.b64decode(each["content"]) for each in files}
        pieces.append(rest)
    raise SearchError(
        _("Pencarian tidak dapat dibuat: Pagefind berhenti di tengah jalan (kode {code}).").format(
            code=process.wait()
        )
    )


def _payload(answer: bytes) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise SearchError(
            _("Pencarian tidak dapat dibuat. Kata Pagefind: {message}").format(
                message=payload.get("message", "")
            )
        )
    return payload
