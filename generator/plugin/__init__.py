"""The only part that knows MkDocs: its plugin, and building and serving with it."""

from generator.plugin.building import BuildReport, build_site, serve_site
from generator.plugin.hooks import KabarPlugin

__all__ = ["BuildReport", "KabarPlugin", "build_site", "serve_site"]
