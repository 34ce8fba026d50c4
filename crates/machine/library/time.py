"""Clocks, which are the machine's, and the calendar. The local zone is UTC."""

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


def tzset():
    """The local zone stays as it is."""


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
