"""Decap's configuration (https://decapcms.org/docs/configuration-options/), as a plain tree."""

from typing import Any

from generator.desk.fields import Options, Setting, label_of, settings_of
from generator.desk.settings import Desk, Service
from generator.facts import SiteFacts
from generator.model.outcome import NEEDS
from generator.outline import Field, outline
from generator.records.contents import Registries
from generator.records.kinds import Kind

SESSIONS, REPORTS = "sesi", "kabar"
_PROXY = "http://127.0.0.1:{port}/api/v1"
_FOLDER: Setting = {
    "name": "folder",
    "label": "Satuan yang melapor",
    "hint": "Catatan ini disimpan di folder satuan ini. Sesudah disimpan tidak berubah lagi.",
    "required": True,
    "widget": "folder",
    "registry": str(Kind.UNIT),
    "form_only": True,
}


def configuration(
    desk: Desk, facts: SiteFacts, registries: Registries, *, port: int = 0
) -> dict[str, Any]:
    """Give what the form is told: where it saves, and every field of a session and an outcome.

    `port` is that of decap-server, where the form runs on an officer's own computer.
    """
    return {
        "load_config_file": False,
        "locale": "id",
        "site_url": facts.url,
        "display_url": facts.url,
        "logo": {"src": "../ikon.svg", "show_in_header": False},
        "backend": {**_backend(desk, port), "commit_messages": _MESSAGES},
        "publish_mode": "editorial_workflow",
        "media_folder": "data/media",
        "public_folder": "",
        "media_library": {"name": "tanpa"},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "show_preview_links": False,
        "registries": _offered(registries),
        "collections": [
            _collection(SESSIONS, "Sesi", Kind.SESSION, settings_of(outline(Kind.SESSION))),
            _collection(REPORTS, "Kabar", Kind.OUTCOME, _report_fields(outline(Kind.OUTCOME))),
        ],
    }


_MESSAGES = {
    "create": "{{collection}} baru: {{slug}}",
    "update": "{{collection}} diubah: {{slug}}",
    "delete": "{{collection}} dihapus: {{slug}}",
    "uploadMedia": "Foto: {{path}}",
    "deleteMedia": "Foto dihapus: {{path}}",
}


def origins(desk: Desk, *, port: int = 0) -> tuple[str, ...]:
    """Give the only hosts the form may ask anything of, besides the site itself."""
    match desk.service:
        case Service.LOCAL:
            return (f"http://127.0.0.1:{port}",)
        case Service.GITHUB if desk.address == "https://github.com":
            return ("https://api.github.com",)
        case _:
            return (desk.address,)


def _backend(desk: Desk, port: int) -> Setting:
    repository = {"repo": desk.repository, "branch": desk.branch}
    host, application = desk.address, {"app_id": desk.application}
    match desk.service:
        case Service.LOCAL:
            return {"name": "proxy", "proxy_url": _PROXY.format(port=port), "branch": desk.branch}
        case Service.GITHUB:
            (api,) = origins(desk)
            own = "" if api == "https://api.github.com" else "/api/v3"
            return {
                "name": "github",
                **repository,
                "api_root": f"{api}{own}",
                "base_url": desk.relay,
            }
        case Service.GITLAB:
            return {
                "name": "gitlab",
                **repository,
                **application,
                "auth_type": "pkce",
                "base_url": host,
                "api_root": f"{host}/api/v4",
                "graphql_api_root": f"{host}/api/graphql",
            }
        case _:
            # Decap's backend for Gitea knows no review before publishing; that for Forgejo, which
            # grew out of Gitea and has the same interface, does.
            return {
                "name": "forgejo",
                **repository,
                **application,
                "api_root": f"{host}/api/v1",
            }


def _collection(name: str, label: str, kind: Kind, fields: list[Setting]) -> Setting:
    return {
        "name": name,
        "label": label,
        "label_singular": label,
        "folder": f"data/{kind}",
        "path": "{{folder}}/{{slug}}",
        "slug": "{{nama_berkas}}",  # made of `tanggal` as the record is saved (desk/src/days.js)
        "identifier_field": "tanggal",
        "summary": "{{dirname}} · {{filename}}",
        "sortable_fields": ["tanggal"],
        "extension": "yml",
        "format": f"catatan-{name}",
        "create": True,
        # What was published goes with `kabar withdraw`, which leaves a word in its place.
        "delete": False,
        "fields": fields,
    }


def _report_fields(fields: tuple[Field, ...]) -> list[Setting]:
    made = settings_of(fields)
    for one in made:
        if one["name"] == "kejadian":
            needed = (
                f"{event.value}: {', '.join(map(label_of, keys))}" for event, keys in NEEDS.items()
            )
            one["hint"] += f" Yang perlu isian lain juga: {'; '.join(needed)}."
    return [_FOLDER, *made]


def _offered(registries: Registries) -> dict[str, Options]:
    names = {
        Kind.PROGRAMME: {key: one.name for key, one in registries.programmes.items()},
        Kind.UNIT: {key: one.name for key, one in registries.units.items()},
        Kind.THEME: {key: one.name for key, one in registries.themes.items()},
        Kind.REASON: {key: one.name for key, one in registries.reasons.items()},
    }
    return {
        str(kind): [{"value": key, "label": name} for key, name in found.items()]
        for kind, found in names.items()
    }
