"""Who does the work: this process, a pool of processes, or a cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context

from generator.errors import SettingsError
from generator.language import _


@contextmanager
def workers(jobs: int, scheduler: str | None) -> Iterator[Executor | None]:
    """Give an executor while the context lasts; None stands for this process alone.

    `jobs` is a number of processes, 0 one for each processor. They are started when first used,
    so work too small to be shared costs nothing. `scheduler` is the address of a Dask scheduler
    whose workers share this folder, and goes before `jobs`.
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
    elif (count := jobs or os.cpu_count() or 1) == 1:
        yield None
    else:
        # A forked process would take over locks that another thread holds.
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as executor:
            yield executor


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise SettingsError(
            _("Untuk memakai --scheduler, pasang dulu: pip install 'kabar-balik[cluster]'")
        ) from error
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise SettingsError(
            _("Penjadwal {address} tidak menjawab: {error}").format(address=address, error=error)
        ) from error
    with client, client.get_executor() as executor:
        yield executor
