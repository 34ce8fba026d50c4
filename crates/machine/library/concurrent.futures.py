"""Calls whose results are there later: futures, and the pools that compute them."""

from concurrent.futures._base import ALL_COMPLETED
from concurrent.futures._base import FIRST_COMPLETED
from concurrent.futures._base import FIRST_EXCEPTION
from concurrent.futures._base import BrokenExecutor
from concurrent.futures._base import CancelledError
from concurrent.futures._base import Executor
from concurrent.futures._base import Future
from concurrent.futures._base import InvalidStateError
from concurrent.futures._base import TimeoutError
from concurrent.futures._base import as_completed
from concurrent.futures._base import wait
from concurrent.futures.thread import ThreadPoolExecutor

__all__ = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError",
    "TimeoutError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
    "ThreadPoolExecutor", "ProcessPoolExecutor",
)


def __getattr__(name):
    if name == "ProcessPoolExecutor":
        from concurrent.futures.process import ProcessPoolExecutor

        return ProcessPoolExecutor
    raise AttributeError(f"module 'concurrent.futures' has no attribute {name!r}")
