"""Things that greenlets wait for: when they are ready they call those who are linked to them."""

import _interleave
from gevent.hub import get_hub
from gevent.timeout import Timeout
from greenlet import getcurrent

__atomic__ = True


class Linkable:
    """Has a list of callables that the hub calls, in their order, when it is ready."""

    # Whether one readiness serves everybody; else it lasts as long as `ready` says so.
    _notify_all = True

    def __init__(self):
        self._links = []
        self._notifier = None

    def ready(self):
        """Whether waiting would end at once."""
        raise NotImplementedError

    def linkcount(self):
        """How many wait."""
        return len(self._links)

    def rawlink(self, callback):
        """Have `callback(self)` called in the hub when this is ready."""
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        """Take a link back."""
        if callback in self._links:
            self._links.remove(callback)
        if not self._links and self._notifier:
            self._notifier.stop()

    def _check_and_notify(self):
        if self._links and not self._notifier and self.ready():
            self._notifier = get_hub().loop.run_callback(self._notify_links)

    def _notify_links(self):
        # Those who link up meanwhile are served the next time.
        for link in list(self._links):
            if not self._notify_all and not self.ready():
                break
            if link in self._links:
                self._links.remove(link)
                _interleave.tell("wakes", link, self)
                try:
                    link(self)
                except BaseException as error:
                    get_hub().handle_error((link, self), error)
        self._notifier = None
        self._check_and_notify()

    def _wait_for_link(self, timeout):
        """Wait until ready; False when the timeout came first."""
        switch = getcurrent().switch
        _interleave.tell("task suspended", getcurrent(), (self, "ready"))
        limit = Timeout.start_new(timeout)
        self.rawlink(switch)
        try:
            get_hub().switch()
            return True
        except Timeout as expired:
            if expired is not limit:
                raise
            return False
        finally:
            limit.cancel()
            self.unlink(switch)
