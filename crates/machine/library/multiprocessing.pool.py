"""Pools of workers that share out calls among them.

A call travels so: the program puts a sequence of tasks into the task queue; the task
handler takes them one by one, running whatever generator makes them, and puts them into
the queue of the workers; a worker makes the call and puts the result into the queue of
results; the result handler hands it to the result object that the program holds. A third
handler replaces workers that have ended. Each handler is a thread.
"""

import _interleave
import collections
import itertools
import os
import queue
import threading
import time
import multiprocessing.util as util
from multiprocessing.connection import wait
from multiprocessing.context import TimeoutError
from multiprocessing.context import default_context

__atomic__ = True

__all__ = ("Pool", "ThreadPool")

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"

# Tracebacks show the way that a call's exception takes. Functions and statements along it
# are named and written as in CPython, so that tracebacks read the same.

# A task is (job, index, function, arguments, keyword arguments), the answer to it
# (job, index, (success, result or exception)). None tells the receiver to end.


def mapstar(args):
    """Map a function over a chunk of items."""
    return list(map(*args))


def starmapstar(args):
    """Map a function over a chunk of argument tuples."""
    return list(itertools.starmap(args[0], args[1]))


def _helper_reraises_exception(ex):
    raise ex


class RemoteTraceback(Exception):
    """The text of the traceback that an exception had in a worker process."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way to another process, with the text of its traceback."""

    def __init__(self, exc, tb):
        import traceback

        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    """An exception that has come from another process."""
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result that cannot be sent."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def worker(
    inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False
):
    """What a worker does: carry out tasks until told to end, at most maxtasks of them."""
    if hasattr(inqueue, "_writer"):
        # So that each side sees the other's end.
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            util.debug("worker got EOFError or OSError -- exiting")
            break
        if task is None:
            util.debug("worker got sentinel -- exiting")
            break
        job, index, func, args, kwds = task
        try:
            result = (True, func(*args, **kwds))
        except Exception as exc:
            if wrap_exception and func is not _helper_reraises_exception:
                exc = ExceptionWithTraceback(exc, exc.__traceback__)
            result = (False, exc)
        try:
            outqueue.put((job, index, result))
        except Exception as exc:
            wrapped = MaybeEncodingError(exc, result[1])
            util.debug("Possible encoding error while sending result: %s", wrapped)
            outqueue.put((job, index, (False, wrapped)))
        completed += 1
    util.debug("worker exiting after %d tasks", completed)


class Pool:
    """A fixed number of workers, which are processes."""

    _wrap_exception = True

    def __init__(
        self,
        processes=None,
        initializer=None,
        initargs=(),
        maxtasksperchild=None,
        context=None,
    ):
        self._ctx = context or default_context().get_context()
        self._pool = []
        self._state = INIT
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        # The jobs without a complete result, by number.
        self._cache = {}
        self._jobs = 0
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._repopulate_pool()
        self._state = RUN
        self._worker_handler = self._start_handler(self._handle_workers)
        self._task_handler = self._start_handler(self._handle_tasks)
        self._result_handler = self._start_handler(self._handle_results)
        self._end_with_process()

    # What a worker is. Another kind of pool has other methods here.

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        # Wakes the worker handler.
        self._change_notifier = self._ctx.SimpleQueue()

    def _end_with_process(self):
        # Workers have to go before the queues do.
        self._terminate = util.Finalize(None, self.terminate, exitpriority=15)

    def _start_worker(self):
        process = self._ctx.Process(target=worker, args=self._worker_arguments())
        process.name = process.name.replace("Process", "PoolWorker")
        process.daemon = True
        process.start()
        util.debug("added worker")
        return process

    def _wait_for_updates(self):
        """Wait until a worker has ended or the pool's state has changed."""
        sentinels = [process.sentinel for process in self._pool]
        wait([*sentinels, self._change_notifier._reader])
        while not self._change_notifier.empty():
            self._change_notifier.get()

    def _end_workers(self):
        """Have no more tasks begun. The task handler may be waiting for room."""
        self._terminate.cancel()
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv()
            # The task handler gets on.
            time.sleep(0)

    def _make_room(self):
        """The task handler may be waiting for room where nobody reads any more."""
        for _ in range(10):
            if not self._outqueue._reader.poll():
                break
            self._outqueue.get()

    def _kill_workers(self):
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()

    def _join_killed(self):
        for process in self._pool:
            if process.is_alive():
                process.join()

    def __repr__(self):
        cls = type(self)
        return (
            f"<{cls.__module__}.{cls.__qualname__} "
            f"state={self._state} pool_size={len(self._pool)}>"
        )

    def __reduce__(self):
        raise NotImplementedError(
            "pool objects cannot be passed between processes or pickled"
        )

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.terminate()

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # The three handlers.

    def _start_handler(self, target):
        handler = threading.Thread(target=target)
        handler.daemon = True
        handler.start()
        return handler

    def _handle_workers(self):
        while self._state == RUN or (self._cache and self._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            self._wait_for_updates()
        self._taskqueue.put(None)

    def _join_exited_workers(self):
        exited = [worker for worker in self._pool if worker.exitcode is not None]
        for worker in exited:
            worker.join()
            self._pool.remove(worker)
        return exited

    def _repopulate_pool(self):
        while len(self._pool) < self._processes:
            self._pool.append(self._start_worker())

    def _worker_arguments(self):
        return (
            self._inqueue,
            self._outqueue,
            self._initializer,
            self._initargs,
            self._maxtasksperchild,
            self._wrap_exception,
        )

    def _handle_tasks(self):
        while True:
            item = self._taskqueue.get()
            if item is None or not self._hand_out(*item):
                break
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                self._inqueue.put(None)
        except OSError:
            # No worker is left to read it.
            util.debug("task handler got OSError when sending sentinels")

    def _hand_out(self, tasks, set_length):
        """Give tasks to the workers; returns False when the pool is terminated."""
        index = -1
        for task in tasks:
            if self._state == TERMINATE:
                return False
            index = task[1]
            try:
                self._inqueue.put(task)
            except Exception as exc:
                # It could not be sent.
                self._answer(task[0], index, (False, exc))
        if set_length is not None:
            set_length(index + 1)
        return True

    def _handle_results(self):
        cache = self._cache
        # After the first None no more tasks come, but results may.
        ending = False
        while not ending or cache:
            try:
                answer = self._outqueue.get()
            except (EOFError, OSError):
                return
            if self._state == TERMINATE:
                break
            if answer is None:
                ending = True
                continue
            self._answer(*answer)
        self._make_room()

    def _answer(self, job, index, result):
        if job in self._cache:
            self._cache[job]._set(index, result)

    def _enter(self, result):
        """Give a job's result object a number."""
        job = self._jobs
        self._jobs += 1
        self._cache[job] = result
        return job

    def _forget(self, job):
        """A job's result is complete."""
        del self._cache[job]
        if not self._cache:
            self._change_notifier.put(None)

    # What the program calls.

    def apply(self, func, args=(), kwds=None):
        """func(*args, **kwds) in a worker."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(
        self, func, args=(), kwds=None, callback=None, error_callback=None
    ):
        """apply() without waiting: returns an object that has the result later."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds or {})], None))
        return result

    def map(self, func, iterable, chunksize=None):
        """The list of func(item) for all items, computed by the workers."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def map_async(
        self, func, iterable, chunksize=None, callback=None, error_callback=None
    ):
        """map() without waiting."""
        return self._map_async(
            func, iterable, mapstar, chunksize, callback, error_callback
        )

    def starmap(self, func, iterable, chunksize=None):
        """The list of func(*item) for all items, computed by the workers."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(
        self, func, iterable, chunksize=None, callback=None, error_callback=None
    ):
        """starmap() without waiting."""
        return self._map_async(
            func, iterable, starmapstar, chunksize, callback, error_callback
        )

    def _map_async(
        self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None
    ):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            # Four chunks for each worker, so that quick ones can do more.
            chunksize = -(-len(iterable) // (len(self._pool) * 4))
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback)
        chunks = _chunks(func, iterable, chunksize)
        self._taskqueue.put((_tasks(result._job, mapper, chunks), None))
        return result

    def imap(self, func, iterable, chunksize=1):
        """Iterates over func(item) in the order of the items, as results come in."""
        return self._imap(IMapIterator, func, iterable, chunksize, "n")

    def imap_unordered(self, func, iterable, chunksize=1):
        """Iterates over func(item) in whatever order results come in."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize, "")

    def _imap(self, result_class, func, iterable, chunksize, number_format):
        self._check_running()
        if chunksize < 1:
            raise ValueError(
                f"Chunksize must be 1+, not {format(chunksize, number_format)}"
            )
        result = result_class(self)
        if chunksize == 1:
            tasks = _tasks(result._job, func, iterable)
            self._taskqueue.put((tasks, result._set_length))
            return result
        chunks = _chunks(func, iterable, chunksize)
        tasks = _tasks(result._job, mapstar, chunks)
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    def close(self):
        """Accept no more tasks; the workers end when all are done."""
        if self._state == RUN:
            self._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        """End the workers without waiting for tasks that have not begun."""
        if self._state == TERMINATE:
            return
        util.debug("terminating pool")
        # A callback that raises ends the result handler.
        stuck = self._cache and not self._result_handler.is_alive()
        self._state = TERMINATE
        self._change_notifier.put(None)
        self._end_workers()
        if stuck:
            raise AssertionError("Cannot have cache with result_hander not alive")
        self._outqueue.put(None)
        self._join_handler(self._worker_handler)
        self._kill_workers()
        self._join_handler(self._task_handler)
        self._join_handler(self._result_handler)
        self._join_killed()

    def _join_handler(self, handler):
        # A callback, which the result handler runs, may be what terminates.
        if handler is not threading.current_thread():
            handler.join()

    def join(self):
        """Wait for the workers to end, after close() or terminate()."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for worker in self._pool:
            worker.join()


def _tasks(job, func, items):
    """The tasks of a job. An iterable that raises makes one last task that does."""
    index = -1
    try:
        for index, item in enumerate(items):
            yield (job, index, func, (item,), {})
    except Exception as exc:
        yield (job, index + 1, _helper_reraises_exception, (exc,), {})


def _chunks(func, items, size):
    """The items in tuples of the given size, each with the function, for a mapper."""
    iterator = iter(items)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield (func, chunk)


class ApplyResult:
    """The result of one call, here or still to come."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        _interleave.belongs(self._event, self)
        _interleave.tell("submitted", self)
        self._callback = callback
        self._error_callback = error_callback
        self._job = pool._enter(self)

    def ready(self):
        """Whether the call has ended."""
        return self._event.is_set()

    def successful(self):
        """Whether the call, which must have ended, returned."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        """Wait for the call to end."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """What the call returned; raises what it raised."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, index, result):
        self._success, self._value = result
        if self._success and self._callback:
            self._callback(self._value)
        if not self._success and self._error_callback:
            self._error_callback(self._value)
        self._event.set()
        self._pool._forget(self._job)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of a function over many items, complete when all chunks are."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._number_left = 0
        if chunksize > 0:
            self._number_left = -(-length // chunksize)
        else:
            self._event.set()
            pool._forget(self._job)

    def _set(self, index, result):
        success, value = result
        if self._success:
            # Of several exceptions, the first is the result.
            self._success = success
            if success:
                start = index * self._chunksize
                self._value[start : start + self._chunksize] = value
            else:
                self._value = value
        self._number_left -= 1
        if self._number_left == 0:
            if self._success and self._callback:
                self._callback(self._value)
            if not self._success and self._error_callback:
                self._error_callback(self._value)
            self._pool._forget(self._job)
            self._event.set()


class IMapIterator:
    """Iterates over results in the order of their tasks."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading._condition_of(self)
        # What may be handed out, and what has to wait for its predecessors.
        self._items = collections.deque()
        self._unsorted = {}
        # How many results have come to be handed out, and how many there are in all.
        self._index = 0
        self._length = None
        self._job = pool._enter(self)

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result, waiting for it; raises what its call raised."""
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    raise StopIteration
                self._cond.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        raise StopIteration
                    raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, result):
        with self._cond:
            self._unsorted[index] = result
            if index == self._index:
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            self._forget_if_complete()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == length:
                self._cond.notify()
            self._forget_if_complete()

    def _forget_if_complete(self):
        if self._index == self._length:
            self._pool._forget(self._job)


class IMapUnorderedIterator(IMapIterator):
    """Iterates over results in the order in which they come."""

    def _set(self, index, result):
        with self._cond:
            self._items.append(result)
            self._index += 1
            self._cond.notify()
            self._forget_if_complete()


class ThreadPool(Pool):
    """A pool whose workers are threads."""

    _wrap_exception = False

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._change_notifier = queue.SimpleQueue()

    def _end_with_process(self):
        """The threads end anyway."""

    def _start_worker(self):
        from multiprocessing.dummy import Process

        thread = Process(target=worker, args=self._worker_arguments())
        thread.daemon = True
        thread.start()
        return thread

    def _wait_for_updates(self):
        self._change_notifier.get()
        while not self._change_notifier.empty():
            self._change_notifier.get()

    def _end_workers(self):
        while not self._inqueue.empty():
            self._inqueue.get()
        for _ in self._pool:
            self._inqueue.put(None)

    def _make_room(self):
        """There is room for everything."""

    def _kill_workers(self):
        """Threads cannot be killed: they end with their tasks."""

    def _join_killed(self):
        """Nobody waits for them."""
