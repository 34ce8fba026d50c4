# BaseExceptions other than SystemExit are printed, too.
import threading


class Stop(BaseException):
    pass


def work():
    raise Stop("enough")


t = threading.Thread(target=work)
t.start()
t.join()
print("main goes on")
