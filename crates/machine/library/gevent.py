"""Greenlets with an event loop: code that reads as if it blocked, and lets others run instead."""

from gevent.greenlet import Greenlet, iwait, joinall, kill, killall, wait
from gevent.hub import get_hub, idle, sleep, spawn_raw
from gevent.hub import signal as signal_handler
from os import fork
from sys import getswitchinterval, setswitchinterval
from gevent.timeout import Timeout, with_timeout
from greenlet import GreenletExit, getcurrent

__atomic__ = True

__version__ = "26.9.0"


def reinit(hub=None):
    """Of use after a fork elsewhere: here a hub goes on in the child as it is."""


def spawn(*args, **kwargs):
    """Start a function in a greenlet."""
    return Greenlet.spawn(*args, **kwargs)


def spawn_later(seconds, *args, **kwargs):
    """Start a function in a greenlet after a time."""
    return Greenlet.spawn_later(seconds, *args, **kwargs)
