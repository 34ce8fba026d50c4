# A subclass that forgets to call Thread.__init__.
import threading


class Forgetful(threading.Thread):
    def __init__(self):
        self.value = 1


t = Forgetful()
for action in (
    lambda: t.start(),
    lambda: t.join(),
    lambda: t.name,
    lambda: t.is_alive(),
    lambda: setattr(t, "daemon", True),
    lambda: t.daemon,
    lambda: t.ident,
    lambda: repr(t),
):
    try:
        action()
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)
