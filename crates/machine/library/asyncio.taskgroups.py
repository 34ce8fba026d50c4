"""Structured concurrency: tasks that do not outlive a block."""

import asyncio.events as events
import asyncio.tasks as tasks
from asyncio.exceptions import CancelledError

__atomic__ = True


class TaskGroup:
    """At the end of the block waits for its tasks; if one fails, cancels the others."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        # Whether the group itself cancelled the task that runs the block.
        self._parent_cancel_requested = False
        # A dictionary without values: a set that keeps its order.
        self._tasks = {}
        self._errors = []
        # KeyboardInterrupt or SystemExit, which go before all else.
        self._base_error = None
        self._on_completed = None

    def __repr__(self):
        info = ""
        if self._tasks:
            info += f" tasks={len(self._tasks)}"
        if self._errors:
            info += f" errors={len(self._errors)}"
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return f"<TaskGroup{info}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        if _is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancellation = exc if exc_type is CancelledError else None
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            # The cancellation was ours, and only ours.
            cancellation = None
        if exc_type is not None and not self._aborting:
            self._abort()
        while self._tasks:
            cancellation = await self._wait_for_tasks() or cancellation
        if self._base_error is not None:
            raise self._base_error
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc_type is not None and exc_type is not CancelledError:
            self._errors.append(exc)
        if self._errors:
            errors = self._errors
            self._errors = None
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None

    async def _wait_for_tasks(self):
        """Wait until all tasks are done; returns a cancellation from outside that came first."""
        self._on_completed = self._loop.create_future()
        self._on_completed._purpose = (self, "tasks")
        try:
            await self._on_completed
        except CancelledError as error:
            if not self._aborting:
                self._abort()
                return error
        finally:
            self._on_completed = None
        return None

    def create_task(self, coro, *, name=None, context=None):
        """Start a task that belongs to the group."""
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        if context is None:
            task = self._loop.create_task(coro)
        else:
            task = self._loop.create_task(coro, context=context)
        tasks._set_task_name(task, name)
        task.add_done_callback(self._on_task_done)
        self._tasks[task] = None
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        del self._tasks[task]
        waiter = self._on_completed
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if _is_base_error(error) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            self._loop.call_exception_handler(
                {
                    "message": f"Task {task!r} has errored out but its parent "
                    f"task {self._parent_task} is already completed",
                    "exception": error,
                    "task": task,
                }
            )
        elif not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            # The block may be waiting for something that will not come now.
            self._parent_task.cancel()


def _is_base_error(error):
    return isinstance(error, (SystemExit, KeyboardInterrupt))
