"""What a site is, wherever it has to be said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The site's name, its full address (ends with a slash), what it is, and how that is said.

    `nature` is `contoh`, `fiksi` or `resmi`. `notice` is the sentence that says so wherever the
    site is read, and "" for an official one. `tag` is what the ids of news begin with
    (`kabarbalik.example,2026`), so that they outlive a change of address; "" where it is not set.
    """

    name: str
    url: str
    nature: str
    notice: str
    tag: str = ""
