"""Who does the work: this process, a pool of processes, or a cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

from generator.errors import SettingsError
from generator.language import _
from generator.processes import pool


def processes(jobs: int) -> int:
    """Give how many processes are meant: `jobs`, or one for each processor when it is 0."""
    return jobs or os.cpu_count() or 1


@contextmanager
def readers(cluster: Executor | None, jobs: int) -> Iterator[Executor | None]:
    """Give who reads records while the context lasts; None stands for this process alone.

    That is the cluster where there is one, else `jobs` processes. They are started when first
    used, so work too small to be shared costs nothing.
    """
    if cluster is not None or jobs == 1:
        yield cluster
        return
    with pool(jobs) as executor:
        yield executor


@contextmanager
def cluster(scheduler: str | None) -> Iterator[Executor | None]:
    """Give the cluster at an address, whose workers share this folder; None without an address."""
    if scheduler is None:
        yield None
        return
    with _cluster(scheduler) as executor:
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
