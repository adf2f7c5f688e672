"""Pools of processes that begin with all their parent knows, where that is safe."""

import multiprocessing
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any


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
