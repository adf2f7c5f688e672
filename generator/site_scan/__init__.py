"""The built site searched for personal data before it may be published (UU 27/2022)."""

from generator.site_scan.judge import AtTheSource
from generator.site_scan.scan import CHECK, Scanned, allowed_in, remove_what_was_found, scan
from generator.site_scan.verdicts import forget

__all__ = [
    "CHECK",
    "AtTheSource",
    "Scanned",
    "allowed_in",
    "forget",
    "remove_what_was_found",
    "scan",
]
