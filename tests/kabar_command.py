"""The command as an officer runs it, for every test of what it says."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from generator import cli

CONFIG = """\
site_name: Kabar Uji
site_url: https://uji.example/
docs_dir: content
theme: {name: material, language: id, font: false, palette: {}}
plugins: [kabar]
"""
"""The settings of a project that holds no more than the command needs."""


class Said(NamedTuple):
    """What a run ended with, and what it printed."""

    code: int
    out: str
    err: str


Kabar = Callable[..., Said]


@pytest.fixture
def kabar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kabar:
    """Run `kabar` with these arguments; it must never end in a traceback."""

    def run(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["kabar", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        assert isinstance(ended.value.code, int)
        return Said(ended.value.code, said.out, said.err)

    return run
