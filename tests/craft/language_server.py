"""The real yaml-language-server, spoken to as an editor speaks to it: LSP over its pipes."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.node import npm_package

VERSION = "1.25.0"
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class LanguageServer:
    """One running server. It is asked one thing at a time."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.count = 0
        root = folder.resolve().as_uri()
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True}},
                "publishDiagnostics": {},
                "hover": {"contentFormat": ["plaintext"]},
            },
        }
        self.ask("initialize", processId=None, rootUri=root, capabilities=capabilities)
        self.send("initialized")

    def diagnose(self, file: Path, text: str) -> list[tuple[int, str]]:
        """Open a file that is not open yet; give (line from 1, message) of what is wrong with it.

        text: what stands in it; nothing is read from the disk.
        """
        document = {"uri": file.resolve().as_uri(), "languageId": "yaml", "version": 1}
        self.send("textDocument/didOpen", textDocument={**document, "text": text})
        while True:
            message = self.receive()
            said = message.get("params", {})
            if said.get("uri") == document["uri"] and "diagnostics" in said:
                found = said["diagnostics"]
                return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def hover(self, file: Path, line: int, column: int) -> str:
        found = self.ask("textDocument/hover", **_position(file, line, column))
        contents = found["contents"] if found else ""
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def complete(self, file: Path, line: int, column: int) -> set[str]:
        found = self.ask("textDocument/completion", **_position(file, line, column))
        return {item["label"] for item in found["items"]}

    def ask(self, method: str, **params: Any) -> Any:
        self.count += 1
        number = self.count
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def send(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def receive(self) -> dict[str, Any]:
        """Read one message; what the server asks of an editor is answered on the way."""
        size = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(size))
        if "id" in message and "method" in message:
            items = message.get("params", {}).get("items", [])
            answer = [SETTINGS if each.get("section") == "yaml" else {} for each in items]
            self._write({"id": message["id"], "result": answer or None})
        return message

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()


@contextmanager
def running(folder: Path) -> Iterator[LanguageServer]:
    """Start the server for a folder, and end it."""
    modules = npm_package("yaml-language-server", VERSION)
    program = modules / "yaml-language-server/bin/yaml-language-server"
    command = [shutil.which("node"), str(program), "--stdio"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes) as process:
        try:
            yield LanguageServer(process, folder)
        finally:
            process.kill()


def _position(file: Path, line: int, column: int) -> dict[str, Any]:
    """line, column: from 1."""
    document = {"uri": file.resolve().as_uri()}
    position = {"line": line - 1, "character": column - 1}
    return {"textDocument": document, "position": position}
