"""Processes that begin with all their parent knows, where that is safe: a pool, or a single one."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NoReturn, TypeVar

Result = TypeVar("Result")

_PATIENCE = 2  # seconds: nobody who has pressed ^C waits longer


def can_inherit() -> bool:
    """Whether a new process may begin as a copy of this one.

    On Linux, and only while no other thread could hold a lock that the copy would wait for in
    vain. A copy knows the whole archive at once; otherwise it would have to be sent, piece by
    piece, which takes longer than making pages of it.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def pool(
    count: int, prepare: Callable[..., object] | None = None, *given: Any
) -> ProcessPoolExecutor:
    """Give a pool of `count` processes, started when first used, each after `prepare(*given)`.

    What is given is not sent where processes can inherit; elsewhere it has to be picklable.
    """
    method = "fork" if can_inherit() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(count, context, initializer=prepare, initargs=given)


def batches(weights: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Give where each batch of some work begins and ends, each of about `most` or less.

    They become lighter towards the end, so that no process is long at its last one while the
    others have nothing left to do.
    """
    found, begun, weight, left = [], 0, 0, sum(weights)
    for place, each in enumerate(weights, 1):
        weight += each
        if weight >= max(most // 8, min(most, left // 16)) or place == len(weights):
            found.append((begun, place))
            left -= weight
            begun, weight = place, 0
    return found


class Beside(Generic[Result]):
    """Some work that a copy of this process does while this one goes on.

    The copy knows all this process knew, and only the result is sent. Where no process can inherit,
    or `is_alone`, the work is done here when its result is asked for. No thread is started, so that
    other processes may still inherit meanwhile.
    """

    def __init__(self, work: Callable[[], Result], *, is_alone: bool = False) -> None:
        """Begin the work."""
        self._work = work
        self._copy: BaseProcess | None = None
        if not is_alone and can_inherit():
            context = multiprocessing.get_context("fork")
            self._hearing, telling = context.Pipe(duplex=False)
            self._copy = context.Process(target=_do, args=(work, self._hearing, telling))
            self._copy.start()
            telling.close()

    def result(self) -> Result:
        """Give what came of it, once it is done; raises what the work raised."""
        if self._copy is None:
            return self._work()
        try:
            has_failed, told = self._hearing.recv()
        except EOFError:  # the copy was killed
            self.stop()
            return self._work()
        self._copy.join()
        self._copy = None
        if has_failed:
            raise told
        result: Result = told
        return result

    def stop(self) -> None:
        """End what is not done yet, and all it has started; it has a moment to put in order."""
        copy, self._copy = self._copy, None
        if copy is None or copy.pid is None:
            return
        self._hearing.close()
        if copy.is_alive():
            os.kill(copy.pid, signal.SIGINT)
            copy.join(_PATIENCE)
        if copy.is_alive():
            with suppress(ProcessLookupError):
                os.killpg(copy.pid, signal.SIGKILL)
        copy.join()


def _do(work: Callable[[], object], hearing: Connection, telling: Connection) -> None:
    """Be the copy: do the work, and tell what came of it, or end when nobody waits any more."""
    os.setpgrp()  # a group of its own, which can be ended as a whole
    signal.signal(signal.SIGINT, _end_once)
    hearing.close()
    try:
        try:
            told = (False, work())
        except Exception as error:
            told = (True, error)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        telling.send(told)
    except (KeyboardInterrupt, BrokenPipeError):
        pass


def _end_once(*_signal: object) -> NoReturn:
    """Let nothing interrupt the putting in order that an interruption begins."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
