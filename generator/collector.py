"""Python's garbage collector, kept out of the way while very much is made that has no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Let very many objects be made without the collector looking at all of them again and again.

    What is read and built from records holds no cycles; on 20,000 records the collector would take
    half of the time of reading them and a third of that of bringing them together.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
