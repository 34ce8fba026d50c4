import os
import signal


def low(number, frame):
    print("low begins")
    os.kill(os.getpid(), signal.SIGUSR2)
    print("low ends")


def high(number, frame):
    print("high")


def fails(number, frame):
    raise ValueError("in a handler")


signal.signal(signal.SIGUSR1, low)
signal.signal(signal.SIGUSR2, high)
os.kill(os.getpid(), signal.SIGUSR1)
signal.signal(signal.SIGUSR1, fails)
try:
    os.kill(os.getpid(), signal.SIGUSR1)
except ValueError as error:
    print(error)
try:
    try:
        raise KeyError("outer")
    finally:
        os.kill(os.getpid(), signal.SIGUSR1)
except ValueError as error:
    print(repr(error), repr(error.__context__))


class Handler:
    def __call__(self, number, frame):
        print("object", number == signal.SIGUSR1)

    def method(self, number, frame):
        print("method", number == signal.SIGUSR1)


signal.signal(signal.SIGUSR1, Handler())
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, Handler().method)
signal.raise_signal(signal.SIGUSR1)
