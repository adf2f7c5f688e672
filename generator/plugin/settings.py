"""What mkdocs.yml says about this site, and whether it can be so."""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.desk import Desk, desk_of
from generator.errors import SettingsError
from generator.exports.identity import AUTHORITY
from generator.facts import SiteFacts
from generator.language import _

EXAMPLE, OFFICIAL, FICTION = "contoh", "resmi", "fiksi"
_IMPOSSIBLE = "navigation.instant"  # it needs every page in one sitemap


class Settings(Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    folder = config_options.Type(str, default="data")
    """The folder of the records, seen from mkdocs.yml."""

    sifat = config_options.Choice((EXAMPLE, OFFICIAL, FICTION), default=EXAMPLE)
    """What the site is; all but `resmi` is said at the top of every page."""

    zona = config_options.Type(str, default="Asia/Jakarta")
    """The time zone whose today decides what is overdue."""

    penanda = config_options.Type(str, default="")
    """What the ids of news begin with: a domain of one's own and a year in which it was."""

    meja = config_options.Type(dict, default={})
    """Where the form at `masuk/` saves (see `generator.desk.settings`); empty for no form."""


def banner(kind: str) -> str:
    """Give what is said at the top of every page; "" for an official site."""
    match kind:
        case "contoh":
            return "Contoh yang disusun dari berita publik. Ini bukan situs resmi Polri."
        case "fiksi":
            return (
                "Semua isi situs ini rekaan untuk peragaan. "
                "Tidak ada orang, satuan, atau kejadian yang sungguhan."
            )
        case _:
            return ""


def aside(kind: str) -> str:
    """Give what stands before every description, where it is read without the page.

    A chat and a search engine show a description alone, without what the page says at its top.
    """
    return {EXAMPLE: "(Contoh, bukan situs resmi) ", FICTION: "(Rekaan) "}.get(kind, "")


def facts_of(config: MkDocsConfig, settings: Settings) -> SiteFacts:
    """Give what the site says of itself; `SettingsError` for names that could not last."""
    if settings.penanda and not AUTHORITY.fullmatch(settings.penanda):
        raise SettingsError(
            _("mkdocs.yml: penanda ditulis seperti kabarbalik.example,2026 (domain, koma, tahun).")
        )
    kind = settings.sifat
    return SiteFacts(config.site_name, config.site_url or "", kind, banner(kind), settings.penanda)


def desk_in(config: MkDocsConfig, settings: Settings) -> Desk | None:
    """Give the form to publish; None without the setting, or where `make desk` made none."""
    return desk_of(settings.meja, root_of(config))


def root_of(config: MkDocsConfig) -> Path:
    """Give the project's folder, where mkdocs.yml is."""
    return Path(config.config_file_path).absolute().parent


def work_of(config: MkDocsConfig) -> Path:
    """Give the folder for what the program keeps between builds."""
    return root_of(config) / ".kabar"


def refuse_the_impossible(config: MkDocsConfig) -> None:
    """Raise `SettingsError` for a setting this site cannot be built with."""
    if not config.use_directory_urls:
        raise SettingsError(_("mkdocs.yml: use_directory_urls harus true."))
    if not config.site_url or not urlsplit(config.site_url).netloc:
        raise SettingsError(_("mkdocs.yml: isi site_url dengan alamat lengkap situs ini."))
    if any(feature.startswith(_IMPOSSIBLE) for feature in config.theme.get("features", ())):
        raise SettingsError(
            _("mkdocs.yml: {feature} tidak bisa dipakai di situs ini.").format(feature=_IMPOSSIBLE)
        )
