"""The executor whose workers are processes.

A call travels so: submit() keeps it as a work item and writes its number into a queue; the
manager thread puts what the workers need into the call queue, of which few are there at a
time, so that others can still be cancelled; a worker makes the call and puts the result
into the result queue; the manager thread hands it to the future. The manager thread also
waits for the workers' ends: one that comes unexpectedly breaks the pool.
"""

import _interleave
import multiprocessing
import os
import queue
import threading
from concurrent.futures._base import BrokenExecutor
from concurrent.futures._base import Executor
from concurrent.futures._base import Future
from concurrent.futures._base import InvalidStateError
from concurrent.futures._base import _PoolExecutor
from concurrent.futures._base import _WorkItem
from concurrent.futures._base import _log
from functools import partial
from itertools import islice
from multiprocessing.connection import wait as wait_for_any
from multiprocessing.queues import Queue

__atomic__ = True

# How many calls wait in the call queue besides those that workers carry out.
EXTRA_QUEUED_CALLS = 1

# What wakes each manager thread.
_wakeups = None


class BrokenProcessPool(BrokenExecutor):
    """A worker has ended, so the pool is of no use."""


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    """An exception on its way to another process, with the text of its traceback."""

    def __init__(self, exc, tb):
        import traceback

        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _ResultItem:
    """What a call has come to. The number of a process that has ended is also told."""

    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    """A call on its way to a worker."""

    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(Queue):
    """A call queue: a call that cannot be sent fails."""

    def __init__(self, max_size, *, ctx, executor):
        self._executor = executor
        Queue.__init__(self, max_size, ctx=ctx)

    def _on_queue_feeder_error(self, error, obj):
        if not isinstance(obj, _CallItem):
            Queue._on_queue_feeder_error(self, error, obj)
            return
        import traceback

        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
        work_item = self._executor._pending_work_items.pop(obj.work_id, None)
        self._executor._wakeup.wake()
        if work_item is not None:
            work_item.future.set_exception(error)


class _Wakeup:
    """Lets one thread be woken by others."""

    def __init__(self):
        self._lock = _interleave.named_lock(self, "mutex")
        self._closed = False
        self._reader, self._writer = multiprocessing.Pipe(duplex=False)

    def wake(self):
        """Wake the thread."""
        with self._lock:
            if not self._closed:
                self._writer.send_bytes(b"")

    def clear(self):
        """The thread is awake."""
        with self._lock:
            while not self._closed and self._reader.poll():
                self._reader.recv_bytes()

    def close(self):
        """Nobody is to be woken any more."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._writer.close()
                self._reader.close()


def _get_chunks(*iterables, chunksize):
    """The items of several iterables, in tuples of tuples."""
    iterator = zip(*iterables)
    while chunk := tuple(islice(iterator, chunksize)):
        yield chunk


def _process_chunk(fn, chunk):
    """What a worker does with a chunk."""
    return [fn(*args) for args in chunk]


def _items_of(chunks):
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    """What a worker process does."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _log().critical("Exception in initializer:", exc_info=True)
            return
    completed = 0
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(os.getpid())
            return
        completed += 1
        exit_pid = os.getpid() if completed == max_tasks else None
        try:
            result = call_item.fn(*call_item.args, **call_item.kwargs)
        except BaseException as exc:
            exc = _ExceptionWithTraceback(exc, exc.__traceback__)
            _send_result(result_queue, call_item.work_id, exception=exc, exit_pid=exit_pid)
        else:
            _send_result(result_queue, call_item.work_id, result=result, exit_pid=exit_pid)
        del call_item
        if exit_pid is not None:
            return


def _send_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, exception, result, exit_pid))
    except BaseException as exc:
        exc = _ExceptionWithTraceback(exc, exc.__traceback__)
        result_queue.put(_ResultItem(work_id, exception=exc, exit_pid=exit_pid))


class _ManagerThread(threading.Thread):
    """Moves calls and results between an executor and its workers."""

    def __init__(self, executor):
        threading.Thread.__init__(self)
        self.executor = executor
        self.wakeup = executor._wakeup
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids = executor._work_ids
        self.pending = executor._pending_work_items
        self.shutdown_lock = executor._shutdown_lock

    def run(self):
        """Until the executor is shut down or broken."""
        while True:
            self.add_call_items()
            answer, broken, cause = self.wait_for_answer()
            if broken:
                self.terminate_broken(cause)
                return
            if answer is not None:
                self.take_answer(answer)
            if self.is_shutting_down():
                self.executor._shutdown = True
                if self.executor._cancel_pending_futures:
                    self.cancel_pending()
                if not self.pending:
                    self.join_all()
                    return

    def add_call_items(self):
        """Fill the call queue, leaving out what was cancelled."""
        while not self.call_queue.full():
            try:
                work_id = self.work_ids.get(block=False)
            except queue.Empty:
                return
            item = self.pending[work_id]
            if item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, item.fn, item.args, item.kwargs))
            else:
                del self.pending[work_id]

    def wait_for_answer(self):
        """Wait for a worker's answer, or its end, or for work."""
        reader = self.result_queue._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = wait_for_any([reader, self.wakeup._reader, *sentinels])
        answer = None
        broken = True
        cause = None
        if reader in ready:
            try:
                answer = reader.recv()
                broken = False
            except BaseException as exc:
                import traceback

                cause = traceback.format_exception(type(exc), exc, exc.__traceback__)
        elif self.wakeup._reader in ready:
            broken = False
        self.wakeup.clear()
        return answer, broken, cause

    def take_answer(self, answer):
        """Hand a result to its future; note the end of a worker."""
        if isinstance(answer, int):
            self.forget_process(answer)
            return
        item = self.pending.pop(answer.work_id, None)
        if item is not None:
            if answer.exception is not None:
                item.future.set_exception(answer.exception)
            else:
                item.future.set_result(answer.result)
        if answer.exit_pid is not None:
            self.forget_process(answer.exit_pid)
        else:
            self.executor._idle_worker_semaphore.release()

    def forget_process(self, pid):
        """A worker has ended as it should: another takes its place if there is work."""
        self.processes.pop(pid).join()
        with self.shutdown_lock:
            self.executor._adjust_process_count()

    def is_shutting_down(self):
        """Whether no more calls are to come."""
        return threading._shutting_down or self.executor._shutdown

    def cancel_pending(self):
        """Cancel what no worker has begun."""
        for work_id, item in list(self.pending.items()):
            if item.future.cancel():
                del self.pending[work_id]
        while True:
            try:
                self.work_ids.get_nowait()
            except queue.Empty:
                break
        self.executor._cancel_pending_futures = False

    def terminate_broken(self, cause):
        """A worker has ended unexpectedly: nothing that is pending will come to an end."""
        self.executor._broken = (
            "A child process terminated abruptly, the process pool is not usable anymore"
        )
        self.executor._shutdown = True
        error = BrokenProcessPool(
            "A process in the process pool was terminated abruptly "
            "while the future was running or pending."
        )
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for item in self.pending.values():
            try:
                item.future.set_exception(error)
            except InvalidStateError:
                # It was cancelled.
                pass
        self.pending.clear()
        for process in self.processes.values():
            process.terminate()
        self.join_all()

    def join_all(self):
        """Tell the workers to end, and wait for that."""
        told = 0
        living = sum(process.is_alive() for process in self.processes.values())
        while told < living and any(p.is_alive() for p in self.processes.values()):
            try:
                self.call_queue.put_nowait(None)
            except queue.Full:
                # Workers take what is in it; then there is room again.
                wait_for_any([process.sentinel for process in self.processes.values()], 0.01)
            else:
                told += 1
        self.call_queue.close()
        self.call_queue.join_thread()
        with self.shutdown_lock:
            self.wakeup.close()
        for process in self.processes.values():
            process.join()


class ProcessPoolExecutor(_PoolExecutor):
    """Carries out calls in max_workers processes."""

    def __init__(
        self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
        max_tasks_per_child=None
    ):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        _PoolExecutor.__init__(self, max_workers, initializer, initargs)
        if mp_context is None:
            method = None if max_tasks_per_child is None else "spawn"
            mp_context = multiprocessing.get_context(method)
        self._mp_context = mp_context
        forks = mp_context.get_start_method(allow_none=False) == "fork"
        self._safe_to_dynamically_spawn_children = not forks
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if forks:
                raise ValueError(
                    "max_tasks_per_child is incompatible with the 'fork' multiprocessing"
                    " start method; supply a different mp_context."
                )
        self._max_tasks_per_child = max_tasks_per_child
        self._manager_thread = None
        # The workers by their numbers.
        self._processes = {}
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._queue_count = 0
        # The calls without a result, by number.
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        self._wakeup = _Wakeup()
        self._call_queue = _SafeQueue(
            self._max_workers + EXTRA_QUEUED_CALLS, ctx=mp_context, executor=self
        )
        # When a worker is killed while it holds the queue, nobody is to complain.
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def _broken_error(self):
        return BrokenProcessPool(self._broken)

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called by a worker; returns its future."""
        with self._shutdown_lock:
            self._check_accepting()
            future = Future()
            _interleave.tell("submitted", future, fn)
            self._pending_work_items[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._wakeup.wake()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_manager_thread()
            return future

    def _start_manager_thread(self):
        global _wakeups
        if self._manager_thread is not None:
            return
        if not self._safe_to_dynamically_spawn_children:
            # Processes have to be forked before there are threads.
            for _ in range(len(self._processes), self._max_workers):
                self._start_process()
        self._manager_thread = _ManagerThread(self)
        self._manager_thread.start()
        if _wakeups is None:
            _wakeups = {}
            threading._register_atexit(_join_managers)
        _wakeups[self._manager_thread] = self._wakeup

    def _adjust_process_count(self):
        """Start another worker, unless one is idle or there are enough."""
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if self._safe_to_dynamically_spawn_children and len(self._processes) < self._max_workers:
            self._start_process()

    def _start_process(self):
        process = self._mp_context.Process(
            target=_process_worker,
            args=(
                self._call_queue,
                self._result_queue,
                self._initializer,
                self._initargs,
                self._max_tasks_per_child,
            ),
        )
        process.start()
        self._processes[process.pid] = process

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the iterables, in their order.

        All calls are submitted now, so many items in each.
        """
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = _get_chunks(*iterables, chunksize=chunksize)
        results = Executor.map(self, partial(_process_chunk, fn), chunks, timeout=timeout)
        return _items_of(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accept no more calls; cancel or carry out those accepted, and wait for that."""
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown = True
        thread = self._manager_thread
        if thread is not None:
            self._wakeup.wake()
            if wait:
                thread.join()


def _join_managers():
    """At the program's end: have all executors end, with their calls made."""
    for wakeup in _wakeups.values():
        wakeup.wake()
    for thread in _wakeups:
        thread.join()
