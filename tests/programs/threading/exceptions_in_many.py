# Each thread reports its own exception; joining tells nothing of them.
import threading

failed = []
threading.excepthook = lambda args: failed.append((args.thread.name, str(args.exc_value)))


def work(n):
    if n % 2:
        raise ValueError(n)


threads = [threading.Thread(target=work, args=(n,), name=f"T{n}") for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(failed))
