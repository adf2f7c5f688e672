"""Where the form saves: the setting `meja` of mkdocs.yml, read and checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from generator.errors import SettingsError
from generator.language import _

FOLDER = "desk"
BUILT = ("lisensi.txt", "meja.css", "meja.js", "pustaka.js")
"""What `make desk` makes, below `desk/dist/`."""
_SUM = "library.sum"
_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+", re.ASCII)
_BRANCH = re.compile(r"[\w][\w./-]*", re.ASCII)


class Service(StrEnum):
    """What keeps the git repository. `LOCAL` is decap-server on this computer, never a setting."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    FORGEJO = "forgejo"
    LOCAL = "lokal"


_NEEDS: Mapping[Service, tuple[str, ...]] = MappingProxyType(
    {
        Service.GITHUB: ("gudang", "perantara"),
        Service.GITLAB: ("gudang", "aplikasi"),
        Service.GITEA: ("gudang", "alamat", "aplikasi"),
        Service.FORGEJO: ("gudang", "alamat", "aplikasi"),
    }
)
_KEYS = ("layanan", "gudang", "cabang", "alamat", "aplikasi", "perantara")
_HOME = {Service.GITHUB: "https://github.com", Service.GITLAB: "https://gitlab.com"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the form saves, and what it was built into.

    `repository` is `owner/name` and `branch` what is published. `address` is the host's (no slash
    at its end); `application` the id under which the form is registered there, `relay` the server
    that logs in to GitHub for it. `built` is the folder `make desk` made, and `known` the SHA-256
    of those of its files that others wrote, by name.
    """

    service: Service
    built: Path
    repository: str = ""
    branch: str = "main"
    address: str = ""
    application: str = ""
    relay: str = ""
    known: Mapping[str, str] = field(default_factory=dict)


def desk_of(given: Mapping[str, object], root: Path) -> Desk | None:
    """Read the setting `meja`; None where there is none, or `make desk` has built no form.

    `root` is the project's folder. Raises `SettingsError` with everything that is wrong at once.
    """
    if not given:
        return None
    wrong = list(_faults(given))
    if wrong:
        raise SettingsError("\n".join(f"mkdocs.yml: meja: {one}" for one in wrong))
    service = Service(str(given["layanan"]))
    built = built_in(root)
    if built is None:
        return None
    return Desk(
        service=service,
        built=built,
        repository=_said(given, "gudang"),
        branch=_said(given, "cabang") or "main",
        address=(_said(given, "alamat") or _HOME.get(service, "")).rstrip("/"),
        application=_said(given, "aplikasi"),
        relay=_said(given, "perantara").rstrip("/"),
        known=known_in(built),
    )


def built_in(root: Path) -> Path | None:
    """Give the folder of the built form below a project; None where it was not built."""
    built = root / FOLDER / "dist"
    return built if all((built / name).is_file() for name in BUILT) else None


def known_in(built: Path) -> Mapping[str, str]:
    """Give the SHA-256 of what others wrote, by name, as the project holds it.

    It is what the search for personal data takes the place of its own reading by, so it stands in
    the repository and not beside what was built. Raises `SettingsError` where the two differ.
    """
    lines = (built.parent / _SUM).read_text(encoding="utf-8").splitlines()
    known = {name: digest for digest, name in (line.split() for line in lines)}
    for name, digest in known.items():
        if sha256((built / name).read_bytes()).hexdigest() != digest:
            raise SettingsError(
                _(
                    "desk/dist/{name} tidak sama dengan yang tercatat di desk/library.sum. "
                    "Jalankan lagi: make desk"
                ).format(name=name)
            )
    return known


def _faults(given: Mapping[str, object]) -> list[str]:
    unknown = [key for key in given if key not in _KEYS]
    found = [
        _("{key} tidak dikenal; yang ada: {keys}").format(key=key, keys=", ".join(_KEYS))
        for key in unknown
    ]
    offered = [each.value for each in _NEEDS]
    if given.get("layanan") not in offered:
        said = _("layanan harus salah satu dari {words}").format(words=", ".join(offered))
        return [*found, said]
    service = Service(str(given["layanan"]))
    found += [
        _("layanan {service} perlu juga {key}").format(service=service.value, key=key)
        for key in _NEEDS[service]
        if not _said(given, key)
    ]
    if (said := _said(given, "gudang")) and not _REPOSITORY.fullmatch(said):
        found.append(_("gudang ditulis pemilik/nama, misalnya humas-polres/kabar-balik"))
    if (said := _said(given, "cabang")) and not _BRANCH.fullmatch(said):
        found.append(_("cabang adalah nama cabang git, misalnya main"))
    for key in ("alamat", "perantara"):
        if (said := _said(given, key)) and not _is_address(said):
            found.append(_("{key} ditulis sebagai alamat lengkap mulai https://").format(key=key))
    return found


def _said(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    return "" if value is None else str(value).strip()


def _is_address(text: str) -> bool:
    """Whether this is an address the form may log in at: encrypted, without user or question."""
    parts = urlsplit(text)
    return bool(
        parts.scheme == "https"
        and re.fullmatch(r"[\w.-]+(?::\d+)?", parts.netloc, re.ASCII)
        and re.fullmatch(r"[\w./-]*", parts.path, re.ASCII)
        and not parts.query
        and not parts.fragment
    )
