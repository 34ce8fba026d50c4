"""Waiting for several futures, or for one with conditions."""

import functools
import asyncio.coroutines as coroutines
import asyncio.events as events
import asyncio.exceptions as exceptions
from asyncio.futures import Future, isfuture
from asyncio.queues import Queue
from asyncio.tasks import ensure_future

__atomic__ = True

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class _GatheringFuture(Future):
    """What `gather` returns: cancelling it cancels the children, and by them itself."""

    def __init__(self, children, *, loop):
        Future.__init__(self, loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        """Cancel all children that are not done; False if there are none."""
        if self.done():
            return False
        cancelled = [child.cancel(msg=msg) for child in self._children]
        if not any(cancelled):
            return False
        self._cancel_requested = True
        return True


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results, or of the first exception."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    finished = 0
    outer = None

    def _done_callback(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                # Nobody will look at it any more; it counts as seen.
                future.exception()
            return
        if not return_exceptions:
            error = future._make_cancelled_error() if future.cancelled() else future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(distinct):
            outcomes = [_outcome(child) for child in children]
            if outer._cancel_requested:
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(outcomes)

    children = []
    distinct = {}
    loop = None
    for argument in coros_or_futures:
        if argument not in distinct:
            future = ensure_future(argument, loop=loop)
            if loop is None:
                loop = future.get_loop()
            if future is not argument:
                # The caller has no reference to this task: gather answers for it.
                future._log_destroy_pending = False
            distinct[argument] = future
            future.add_done_callback(_done_callback)
        children.append(distinct[argument])
    outer = _GatheringFuture(children, loop=loop)
    outer._purpose = (children, "gather")
    return outer


def _outcome(future):
    if future.cancelled():
        message = future._cancel_message
        return exceptions.CancelledError("" if message is None else message)
    error = future.exception()
    return future.result() if error is None else error


def shield(arg):
    """A future of the same result which can be cancelled without cancelling the argument."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()
    outer._purpose = (inner, "result")

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody will look at it any more; it counts as seen.
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; returns the set of those that are done and the set of the others."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    distinct = list(dict.fromkeys(fs))
    if any(coroutines.iscoroutine(future) for future in distinct):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    await _wait(distinct, timeout, return_when, events.get_running_loop())
    done = {future for future in distinct if future.done()}
    return done, set(distinct) - done


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._purpose = (tuple(fs), "wait")
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    pending = len(fs)

    def _on_completion(future):
        nonlocal pending
        pending -= 1
        if pending <= 0 or return_when == FIRST_COMPLETED or (
            return_when == FIRST_EXCEPTION
            and not future.cancelled()
            and future.exception() is not None
        ):
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)

    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)


async def wait_for(fut, timeout):
    """Wait for one awaitable; after `timeout` seconds cancel it and raise TimeoutError."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        return await _cancelled_by_timeout(fut, loop)

    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)
    on_done = functools.partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(on_done)
    waiter._purpose = (fut, "result")
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            # A result that is there already is not lost.
            if fut.done():
                return fut.result()
            fut.remove_done_callback(on_done)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(on_done)
        return await _cancelled_by_timeout(fut, loop)
    finally:
        timer.cancel()


async def _cancelled_by_timeout(fut, loop):
    """Cancel a future that is late. It may still answer the cancellation with a result."""
    await _cancel_and_wait(fut, loop)
    try:
        return fut.result()
    except exceptions.CancelledError as error:
        raise TimeoutError() from error


async def _cancel_and_wait(fut, loop):
    """Cancel a future and wait until it is done, in a way that can be cancelled itself."""
    waiter = loop.create_future()
    waiter._purpose = (fut, "result")
    on_done = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(on_done)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(on_done)


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


def as_completed(fs, *, timeout=None):
    """An iterator of coroutines: each gives the result of the next future that is done."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    loop = events.get_event_loop()
    done = Queue()
    todo = dict.fromkeys(ensure_future(future, loop=loop) for future in dict.fromkeys(fs))
    timer = None

    def _on_timeout():
        for future in todo:
            future.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(future):
        if future not in todo:
            # The timeout came first, in the same pass.
            return
        del todo[future]
        done.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, _on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()
