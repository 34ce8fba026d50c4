"""Processes with the interface of threads."""

from multiprocessing.context import AuthenticationError
from multiprocessing.context import BufferTooShort
from multiprocessing.context import ProcessError
from multiprocessing.context import TimeoutError

__all__ = ("AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError")
