"""The executor whose workers are threads."""

import _interleave
import os
import queue
import threading
from concurrent.futures._base import BrokenExecutor
from concurrent.futures._base import Future
from concurrent.futures._base import _log
from concurrent.futures._base import _PoolExecutor
from concurrent.futures._base import _WorkItem

__atomic__ = True

# How many executors have been given a name.
_executors_named = 0
# The queue that each worker takes its calls from.
_queues = None


class BrokenThreadPool(BrokenExecutor):
    """A worker could not be initialized, so the pool is of no use."""


class ThreadPoolExecutor(_PoolExecutor):
    """Carries out calls in up to max_workers threads, which it starts as need arises."""

    def __init__(
        self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()
    ):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        _PoolExecutor.__init__(self, max_workers, initializer, initargs)
        self._thread_name_prefix = thread_name_prefix or _new_name()
        self._work_queue = queue.SimpleQueue()
        # One permit for each worker that ended a call and has not been counted on since.
        self._idle_semaphore = threading.Semaphore(0)
        _interleave.belongs(self._idle_semaphore, self._work_queue)
        self._threads = set()

    def _broken_error(self):
        return BrokenThreadPool(self._broken)

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called by a worker; returns its future."""
        with self._shutdown_lock:
            self._check_accepting()
            future = Future()
            _interleave.tell("submitted", future, fn)
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        """Start another worker, unless one is idle or there are enough."""
        if self._idle_semaphore.acquire(blocking=False):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(
                name=f"{self._thread_name_prefix}_{count}",
                target=_worker,
                args=(self, self._work_queue, self._initializer, self._initargs),
            )
            thread.start()
            self._threads.add(thread)
            _end_with_interpreter(thread, self._work_queue)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = (
                "A thread initializer failed, the thread pool is not usable anymore"
            )
            for item in self._drain():
                item.future.set_exception(self._broken_error())

    def _drain(self):
        """Take all calls that no worker has begun."""
        items = []
        while not self._work_queue.empty():
            items.append(self._work_queue.get_nowait())
        return [item for item in items if item is not None]

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accept no more calls; cancel or carry out those accepted, and wait for that."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._drain():
                    item.future.cancel()
            # Wakes one worker, which wakes the next on its way out.
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _new_name():
    global _executors_named
    name = f"ThreadPoolExecutor-{_executors_named}"
    _executors_named += 1
    return name


def _worker(executor, work_queue, initializer, initargs):
    """What a worker thread does."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _log().critical("Exception in initializer:", exc_info=True)
            executor._initializer_failed()
            return
    try:
        while True:
            work_item = work_queue.get(block=True)
            if work_item is not None:
                work_item.run()
                executor._idle_semaphore.release()
            elif threading._shutting_down or executor._shutdown:
                executor._shutdown = True
                work_queue.put(None)
                return
    except BaseException:
        _log().critical("Exception in worker", exc_info=True)


def _end_with_interpreter(thread, work_queue):
    """Have a worker carry out what is in its queue, and no more, at the program's end."""
    global _queues
    if _queues is None:
        _queues = {}
        threading._register_atexit(_join_workers)
    _queues[thread] = work_queue


def _join_workers():
    for work_queue in _queues.values():
        work_queue.put(None)
    for thread in _queues:
        thread.join()
