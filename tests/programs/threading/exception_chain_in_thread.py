# Causes are printed, too.
import threading


class AppError(Exception):
    pass


class Worker(threading.Thread):
    def run(self):
        try:
            int("x")
        except ValueError as e:
            raise AppError("could not start") from e


t = Worker(name="worker")
t.start()
t.join()
