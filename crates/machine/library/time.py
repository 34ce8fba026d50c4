"""Clocks, which are the machine's, and the calendar. The local zone is UTC."""

import _interleave
from _time import asctime, ctime, gmtime, localtime, mktime, strftime, strptime, struct_time

__atomic__ = True

altzone = 0
daylight = 0
timezone = 0
tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
CLOCK_MONOTONIC_RAW = 4
CLOCK_BOOTTIME = 7


def tzset():
    """The local zone stays as it is."""


def _is_monotonic(clock):
    if clock in (0, 1, 2, 3, 4, 7):
        return clock != CLOCK_REALTIME
    raise OSError(22, "Invalid argument")


def clock_gettime(clk_id, /):
    """What a clock says, in seconds."""
    return _interleave.monotonic() if _is_monotonic(clk_id) else _interleave.real_time()


def clock_gettime_ns(clk_id, /):
    """What a clock says, in nanoseconds."""
    return _interleave.monotonic_ns() if _is_monotonic(clk_id) else _interleave.real_time_ns()


def clock_getres(clk_id, /):
    """The steps of a clock, in seconds."""
    _is_monotonic(clk_id)
    return 1e-09


class _Clock:
    adjustable = False
    resolution = 1e-09

    def __init__(self, implementation, monotonic):
        self.implementation = implementation
        self.monotonic = monotonic

    def __repr__(self):
        return (
            f"namespace(implementation={self.implementation!r}, monotonic={self.monotonic!r}, "
            f"adjustable={self.adjustable!r}, resolution={self.resolution!r})"
        )


def get_clock_info(name, /):
    """What is known of a clock."""
    match name:
        case "time":
            return _Clock("clock_gettime(CLOCK_REALTIME)", False)
        case "monotonic" | "perf_counter":
            return _Clock("clock_gettime(CLOCK_MONOTONIC)", True)
        case "process_time":
            return _Clock("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True)
        case "thread_time":
            return _Clock("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True)
    raise ValueError("unknown clock")
