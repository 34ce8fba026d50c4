# A subclass whose join() returns what the target returned.
import threading


class Returning(threading.Thread):
    result = None

    def run(self):
        if self._target is not None:
            self.result = self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        super().join(timeout)
        return self.result


threads = [Returning(target=pow, args=(2, n)) for n in range(5)]
for t in threads:
    t.start()
print([t.join() for t in threads])
