"""`kabar serve`: the site shown while it is being worked on.

It stands apart from building, which needs no server: to load one takes a twentieth of a second.
"""

import errno
import os
import socket
from pathlib import Path

from mkdocs.commands.serve import serve

from generator.errors import SettingsError
from generator.language import _
from generator.plugin.building import load
from generator.plugin.settings import root_of
from generator.plugin.spoken import spoken

_LAST_PORT = 65_535


def serve_site(config_file: Path, address: str | None = None) -> None:
    """Show the site at `address` (`127.0.0.1:8000`) and make it anew with every change, until ^C.

    Raises `SettingsError` when mkdocs.yml cannot be used, or the address is used already.
    """
    config = load(config_file, strict=False)
    _refuse_taken(address or f"{config.dev_addr.host}:{config.dev_addr.port}")
    with spoken(Path(config.docs_dir), root_of(config)):
        serve(str(config_file), dev_addr=address, strict=False)


def _refuse_taken(address: str) -> None:
    """Refuse an address that is taken before the site is made, not after."""
    host, _colon, port = address.rpartition(":")
    name = host.removeprefix("[").removesuffix("]")
    family = socket.AF_INET6 if ":" in name else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # as the server does; elsewhere it would let two share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((name, int(port)))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise SettingsError(
                    _("Alamat {address} tidak dapat dipakai di komputer ini.").format(
                        address=address
                    )
                ) from error
            other = f"{host}:{int(port) + 1 if int(port) < _LAST_PORT else _LAST_PORT - 1}"
            raise SettingsError(
                _(
                    "Alamat {address} sedang dipakai. Hentikan yang memakainya, atau: "
                    "kabar serve --address {other}"
                ).format(address=address, other=other)
            ) from error
