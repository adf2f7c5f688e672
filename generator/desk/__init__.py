"""The web form at `masuk/`: what it is told of records, and its files in the site.

What runs in the browser is built from `desk/` and lies in `desk/dist/`. Here it is told everything
that follows from the model, the registries and the settings, so nothing there knows a key by name.
"""

from generator.desk.files import files
from generator.desk.settings import Desk, Service, built_in, desk_of, known_in

__all__ = ["Desk", "Service", "built_in", "desk_of", "files", "known_in"]
