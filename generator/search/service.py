"""Pagefind, spoken to through its pipe: every question is sent before the first answer is read.

Its Python package waits a tenth of a second for each record, so only its knowledge of where the
program lies is used.
"""

import base64
import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Self

from pagefind.service import get_executable

from generator.errors import KabarError
from generator.language import _

LANGUAGE = "id"
_END = b","
_ENVIRONMENT = "PAGEFIND_"
_OF_THEIR_PAGE = re.compile(r"pagefind-.*\.(js|css)$|wasm\.unknown\.")
"""What nobody takes, and what is most of what comes each time."""


class SearchError(KabarError):
    """The search could not be made; the message says what to do about it."""


class Pagefind:
    """The program, started when it is first asked and ended with the `with` block.

    To start it costs three times as much as to ask it.
    """

    def __init__(self) -> None:
        """Begin without it: whoever has nothing to ask needs none."""
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = ExitStack()
        self._asked = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the program, if it was started."""
        self._ending.close()

    def indexed(self, records: Sequence[Mapping[str, object]]) -> dict[str, bytes]:
        """Let Pagefind index records; gives the files of the index, by their path.

        A record holds `url`, `content`, `meta`, `filters`. The files come through the pipe:
        where Pagefind writes them itself, some are not on the disk yet when it says that all are.
        Raises `SearchError` when Pagefind is not there or fails.
        """
        if self._process is None:
            folder = self._ending.enter_context(TemporaryDirectory())
            self._process = self._ending.enter_context(_started(folder))
            self._ending.callback(self._end, self._process)
        questions = _questions(self._asked, records)
        self._asked += 1
        asking = Thread(target=_ask, args=(self._process, questions), daemon=True)
        asking.start()
        try:
            return _hear(self._process)
        except BaseException:
            self._process.kill()  # what it was not asked yet it is not asked any more
            raise
        finally:
            asking.join()

    @staticmethod
    def _end(process: "subprocess.Popen[bytes]") -> None:
        process.kill()  # it waits for more questions
        assert process.stdin is not None
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


def _questions(index: int, records: Iterable[Mapping[str, object]]) -> Iterator[object]:
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    for record in records:
        yield {"type": "AddRecord", "index_id": index, "language": LANGUAGE, **record}
    yield {"type": "GetFiles", "index_id": index}


def _ask(process: "subprocess.Popen[bytes]", questions: Iterable[object]) -> None:
    assert process.stdin is not None
    with suppress(OSError):  # it has ended; whoever listens hears that
        for number, payload in enumerate(questions, 1):
            message = json.dumps({"message_id": number, "payload": payload})
            process.stdin.write(base64.b64encode(message.encode()) + _END)
        process.stdin.flush()


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
                return {
                    each["path"]: base64.b64decode(each["content"])
                    for each in files
                    if not _OF_THEIR_PAGE.match(each["path"])
                }
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
