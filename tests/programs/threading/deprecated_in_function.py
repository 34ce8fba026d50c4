# The warning names the line that called.
import threading


def count():
    return threading.activeCount()


class Holder:
    def name(self):
        return (
            threading
            .currentThread()
            .getName()
        )


count()
count()
print(Holder().name())
