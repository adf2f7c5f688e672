"""Where sheets go to be made: here, or a bounded number of batches at a time on an executor."""

from collections import deque
from concurrent.futures import Executor, Future, wait
from types import TracebackType

from generator.press.sheet import Made, Printing, Sheet, press_batch

BATCH = 250
ALONE = 2  # batches made here first: for few pages no process is worth its start
_WAITING = 32  # batches handed out at once: enough for any pool, little to hold


class Outlet:
    """Hands out batches and gathers, in `made`, the fingerprints of what has been made.

    A context: at its end everything is made. When something failed it waits for what had begun,
    so that nobody still writes into a folder that is about to be cleared away.
    """

    def __init__(self, printing: Printing, executor: Executor | None) -> None:
        """Take what pages are made with, and who makes them; None stands for this process."""
        self.made = Made()
        self._sent = 0
        self._printing = printing
        self._executor = executor
        self._sheets: list[Sheet] = []
        self._waiting: deque[Future[Made]] = deque()

    def __enter__(self) -> "Outlet":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._send()
                while self._waiting:
                    self._gather()
        finally:
            for future in self._waiting:
                future.cancel()
            wait(self._waiting)

    def add(self, sheet: Sheet) -> None:
        """Take one more page in."""
        self._sheets.append(sheet)
        if len(self._sheets) == BATCH:
            self._send()
        if len(self._waiting) == _WAITING:
            self._gather()

    def _send(self) -> None:
        sheets, self._sheets = self._sheets, []
        self._sent += 1
        if self._executor is None or self._sent <= ALONE:
            self.made.take(press_batch(self._printing, sheets))
        else:
            self._waiting.append(self._executor.submit(press_batch, self._printing, sheets))

    def _gather(self) -> None:
        self.made.take(self._waiting.popleft().result())
