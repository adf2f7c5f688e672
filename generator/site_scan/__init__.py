"""The built site searched for personal data before it may be published (UU 27/2022)."""

from generator.site_scan.scan import CHECK, allowed_in, remove_what_was_found, scan

__all__ = ["CHECK", "allowed_in", "remove_what_was_found", "scan"]
