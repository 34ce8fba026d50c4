"""Greenlets: functions with a stack of their own, which hand control to one another by name.

A greenlet's stack is a `Fiberlet` of the machine. The Thread object knows which greenlet runs,
and carries what a switch passes on: (args, kwargs, error). What lies on a suspended stack must
not refer to that stack's own greenlet, or nobody could let go of it: hence the `None`s.
"""

import _interleave
import contextvars
import threading
from _interleave import current_thread_object

__atomic__ = True


class GreenletExit(BaseException):
    """Ends a greenlet; its parent gets it as a value, not as an error."""


class error(Exception):
    """A switch that is not possible."""


class greenlet:
    """A function that runs when it is switched to, until it switches elsewhere."""

    error = error
    GreenletExit = GreenletExit
    dead = False
    _started = False
    _stack = None
    _function = None
    _parent = None
    _context = None

    def __init__(self, run=None, parent=None):
        self._function = run
        self._parent = getcurrent()
        if parent is not None:
            self.parent = parent

    @staticmethod
    def getcurrent():
        """The greenlet that is running."""
        return getcurrent()

    @property
    def run(self):
        """What the greenlet calls when it is first switched to."""
        if self._function is None:
            raise AttributeError("run")
        return self._function

    @run.setter
    def run(self, function):
        if self._started:
            raise AttributeError("run cannot be set after the start of the greenlet")
        self._function = function

    @property
    def parent(self):
        """Where control goes when the greenlet ends; None for a thread's main greenlet."""
        return self._parent

    @parent.setter
    def parent(self, parent):
        if not isinstance(parent, greenlet):
            kind = type(parent).__name__
            raise TypeError(f"GreenletChecker: Expected any type of greenlet, not {kind}")
        if self._parent is None:
            raise AttributeError("cannot set the parent of a main greenlet")
        ancestor = parent
        while ancestor is not None:
            if ancestor is self:
                raise ValueError("cyclic parent chain")
            ancestor = ancestor._parent
        if _main_of(parent) is not _main_of(self):
            raise ValueError("parent cannot be on a different thread")
        self._parent = parent

    @property
    def gr_context(self):
        """The context of the greenlet's context variables, None while there is none."""
        if self is getcurrent():
            return getattr(_thread(), "_current_context", None)
        return self._context

    @gr_context.setter
    def gr_context(self, context):
        if context is not None and not isinstance(context, contextvars.Context):
            kind = type(context).__name__
            raise TypeError(f"greenlet context must be a contextvars.Context or None, not {kind}")
        if self is getcurrent():
            _thread()._current_context = context
        else:
            self._context = context

    def switch(self, *args, **kwargs):
        """Go on in this greenlet; returns what somebody later passes to the one left here."""
        return _go(self, (args, kwargs, None))

    def throw(self, typ=GreenletExit, val=None, tb=None):
        """Go on in this greenlet with an exception raised there."""
        return _go(self, ((), {}, _exception(typ, val, tb)))

    def __bool__(self):
        return self._started and not self.dead

    def __repr__(self):
        states = []
        if self is getcurrent():
            states.append("current")
        elif self:
            states.append("suspended")
        if self.dead:
            states.append("dead")
        elif self._started:
            states.append("active started")
        else:
            states.append("pending")
        if self._parent is None:
            states.append("main")
        thread = id(_main_of(self)) if self._started else 0
        kind = type(self)
        return (
            f"<{kind.__module__}.{kind.__qualname__} object at {id(self):#x} "
            f"(otid={thread:#x}) {' '.join(states)}>"
        )

    def __del__(self):
        # Nobody can switch to it any more: it may clean up.
        if self and self._parent is not None and _main_of(self) is _main_of(getcurrent()):
            self._parent = getcurrent()
            _go(self, ((), {}, GreenletExit()))

    def _ready_stack(self):
        if not self._started:
            self._started = True
            self._stack = _interleave.Fiberlet(_begin)
        return self._stack


def getcurrent():
    """The greenlet that is running."""
    thread = _thread()
    if getattr(thread, "_greenlet", None) is None:
        thread._greenlet = _main_greenlet()
    return thread._greenlet


def _main_greenlet():
    """The greenlet that a thread's own stack is."""
    main = object.__new__(greenlet)
    main._started = True
    main._stack = _interleave.current_fiberlet()
    return main


def _main_of(one):
    while one._parent is not None:
        one = one._parent
    return one


def _go(target, mail):
    """Go on in `target`, or where control goes if it is dead; returns when one comes back."""
    origin = getcurrent()
    if _main_of(target) is not _main_of(origin):
        raise error(
            f"Cannot switch to a different thread\n\tCurrent:  {origin!r}\n"
            f"\tExpected: {_main_of(target)!r}"
        )
    target, mail = _destination(target, mail)
    if target is not origin:
        if not target._started:
            # If there is nothing to run, here is the place to say so.
            target.run
        stack = _enter(target, mail)
        target = origin = mail = None
        stack.resume()
        _trace_switch()
        mail = _take_mail()
    args, kwargs, failure = mail
    if failure is not None:
        raise failure
    if not kwargs:
        return args[0] if len(args) == 1 else args
    return (args, kwargs) if args else kwargs


def _destination(target, mail):
    """Where a switch leads: a dead greenlet passes on what it gets to its parent.

    An error that is thrown into a greenlet before its start ends it at once.
    """
    while target.dead or not target._started and mail[2] is not None:
        target._started = target.dead = True
        target._function = None
        if isinstance(mail[2], GreenletExit):
            mail = ((mail[2],), {}, None)
        target = target._parent
    return target, mail


def _enter(target, mail):
    """Make `target` the current greenlet; returns the stack to go on with."""
    thread = _thread()
    if getattr(thread, "_greenlet_tracer", None) is not None:
        event = "switch" if mail[2] is None else "throw"
        thread._greenlet_switch = (event, (thread._greenlet, target))
    thread._greenlet._context = getattr(thread, "_current_context", None)
    thread._current_context = target._context
    thread._greenlet = target
    thread._greenlet_mail = mail
    _interleave.tell("task resumed", target)
    return target._ready_stack()


def settrace(callback, /):
    """Have a function called at every switch of this thread; returns the one before."""
    before = gettrace()
    _thread()._greenlet_tracer = callback
    return before


def gettrace():
    """What is called at every switch of this thread."""
    return getattr(_thread(), "_greenlet_tracer", None)


def _trace_switch():
    """Call the tracer behind a switch, in the greenlet that goes on. One that fails is called no more."""
    thread = _thread()
    tracer = getattr(thread, "_greenlet_tracer", None)
    switch = getattr(thread, "_greenlet_switch", None)
    if tracer is None or switch is None:
        return
    thread._greenlet_switch = None
    try:
        tracer(*switch)
    except BaseException:
        thread._greenlet_tracer = None
        _take_mail()
        raise


def _take_mail():
    thread = _thread()
    mail = thread._greenlet_mail
    thread._greenlet_mail = None
    return mail


def _begin():
    """The bottom of every greenlet's stack; returns the stack to go on with after its end."""
    args, kwargs, _ = _take_mail()
    run = getcurrent().run
    getcurrent()._function = None
    try:
        _trace_switch()
        mail = ((run(*args, **kwargs),), {}, None)
    except GreenletExit as exit:
        mail = ((exit,), {}, None)
    except BaseException as failure:
        mail = ((), {}, failure)
    finished = getcurrent()
    finished.dead = True
    _interleave.tell("task done", finished, "result" if mail[2] is None else "exception")
    return _enter(*_destination(finished._parent, mail))


def _exception(typ, val, tb):
    if isinstance(typ, BaseException):
        if val is not None:
            raise TypeError("instance exception may not have a separate value")
        exception = typ
    elif isinstance(typ, type) and issubclass(typ, BaseException):
        if isinstance(val, typ):
            exception = val
        elif isinstance(val, tuple):
            exception = typ(*val)
        else:
            exception = typ() if val is None else typ(val)
    else:
        raise TypeError(
            f"exceptions must be classes, or instances, not {type(typ).__name__}"
        )
    return exception if tb is None else exception.with_traceback(tb)


def _thread():
    # Not by the name in `threading`, which gevent's monkey patching gives another meaning.
    return current_thread_object() or threading.current_thread()
