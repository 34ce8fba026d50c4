# Subclasses override run().
import threading


class Squarer(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"squarer-{n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n * self.n
        assert threading.current_thread() is self


threads = [Squarer(n) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([t.result for t in threads], [t.name for t in threads])
