import os
import signal
import threading
import time

print(list(signal.Sigmasks), repr(signal.SIG_BLOCK))
print(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGUSR2}))
signal.signal(signal.SIGUSR1, lambda number, frame: print("handled", number))
os.kill(os.getpid(), signal.SIGUSR1)
print("kept", signal.sigpending())
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])))
print(signal.sigpending())

# A thread that waits for signals.
received = []


def wait():
    for _ in range(2):
        received.append(signal.sigwait({signal.SIGUSR2, signal.SIGTERM}))


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
thread = threading.Thread(target=wait)
thread.start()
time.sleep(0.05)
os.kill(os.getpid(), signal.SIGUSR2)
time.sleep(0.05)
os.kill(os.getpid(), signal.SIGTERM)
thread.join()
print(received)

# Several at once: the lowest first.
os.kill(os.getpid(), signal.SIGTERM)
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigwait([signal.SIGTERM, signal.SIGUSR2]), signal.sigpending())
print(signal.sigwait([signal.SIGTERM, signal.SIGUSR2]), signal.sigpending())

# A child's end.
signal.pthread_sigmask(signal.SIG_SETMASK, {signal.SIGCHLD})
pid = os.fork()
if pid == 0:
    print(signal.pthread_sigmask(signal.SIG_BLOCK, []), flush=True)
    os._exit(0)
print(signal.sigwait({signal.SIGCHLD}).name)
os.waitpid(pid, 0)

for wrong in (
    lambda: signal.pthread_sigmask(7, []),
    lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [99]),
    lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ["x"]),
    lambda: signal.sigwait([0]),
):
    try:
        print(wrong())
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGKILL]) == {signal.SIGCHLD})

# One that ends the process does so as soon as it is let in.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
os.kill(os.getpid(), signal.SIGHUP)
print("still here", flush=True)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})
print("not reached")
