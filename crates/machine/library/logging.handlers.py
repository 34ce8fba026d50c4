"""Handlers that keep records or pass them to another thread."""

import copy
import threading
from logging import ERROR, Handler

__atomic__ = True
__all__ = (
    "BufferingHandler", "MemoryHandler", "QueueHandler", "QueueListener",
)


class QueueHandler(Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        """Put a record into the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of the record whose text is final, so that it can go anywhere."""
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        """Put a record into the queue."""
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records from a queue, in a thread of its own, and gives them to handlers."""

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def dequeue(self, block):
        """The next record."""
        return self.queue.get(block)

    def start(self):
        """Start the thread."""
        self._thread = threading.Thread(target=self._monitor)
        self._thread.daemon = True
        self._thread.start()

    def prepare(self, record):
        """The record as the handlers get it."""
        return record

    def handle(self, record):
        """Give a record to the handlers."""
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        has_tasks = hasattr(self.queue, "task_done")
        while True:
            record = self.dequeue(True)
            if record is None:
                if has_tasks:
                    self.queue.task_done()
                return
            self.handle(record)
            if has_tasks:
                self.queue.task_done()

    def enqueue_sentinel(self):
        """Tell the thread that nothing more comes."""
        self.queue.put_nowait(None)

    def stop(self):
        """Have all records handled, and the thread end."""
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None


class BufferingHandler(Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Whether there are enough."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        """Keep a record."""
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forget the records."""
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        """Flush, and nothing more comes."""
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough or one is serious, then passes them on."""

    def __init__(self, capacity, flushLevel=ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        """Whether there are enough, or this one is serious."""
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """Pass records on to a handler."""
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        """Pass all records on."""
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        """Pass on what is there, and nothing more comes."""
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            super().close()
