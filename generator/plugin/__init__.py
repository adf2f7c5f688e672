"""The only part that knows MkDocs: its plugin, and building with it."""

from generator.plugin.building import BuildReport, build_site, read_project
from generator.plugin.hooks import KabarPlugin
from generator.plugin.project import Project

__all__ = ["BuildReport", "KabarPlugin", "Project", "build_site", "read_project"]
