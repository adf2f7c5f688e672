"""Faults of the program or its set-up. Bad data is no exception: it is a `findings.Finding`."""


class KabarError(Exception):
    """The base of every fault this program raises itself; its text is fit to be shown."""


class ShellError(KabarError):
    """A page shell does not hold exactly the marks the press needs."""


class SettingsError(KabarError):
    """A setting in mkdocs.yml, or an option, cannot be used."""
