import os
import signal

seen = []


def handler(number, frame):
    seen.append(number)
    print("handler", signal.Signals(number).name, frame.f_code.co_name)


def work():
    os.kill(os.getpid(), signal.SIGUSR1)
    print("behind kill", seen)
    signal.raise_signal(signal.SIGUSR2)
    print("behind raise_signal", seen)


print(signal.signal(signal.SIGUSR1, handler))
print(signal.signal(signal.SIGUSR2, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)
work()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1), seen)
