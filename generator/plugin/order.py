"""What `kabar build` asks of the plugin beyond what mkdocs.yml says."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date

from generator.press import Previous

Progress = Callable[[str, int, int], None]
"""Is told of a step (`read`, `frame`, `press`, `swap`), what is done of it, and its whole; 0 of 0
where nobody can say."""


def silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order to build.

    `today` None stands for the day in the site's zone. The work is done by `cluster`, or by `jobs`
    processes where it is None. Pages are taken over from `previous`; None stands for the site that
    is in the folder already. `published` are the days records were first published; None stands
    for asking git.
    """

    today: date | None = None
    cluster: Executor | None = None
    jobs: int = 1
    previous: Previous | None = None
    progress: Progress = silent
    published: Mapping[str, date] | None = None
