"""Greenlets begin when the one that spawned them waits."""

import gevent


def worker(name):
    print(name, "begins")
    gevent.sleep(0)
    print(name, "ends")
    return name.upper()


greenlets = [gevent.spawn(worker, name) for name in "abc"]
print("spawned")
done = gevent.joinall(greenlets)
print([g.value for g in done], done == greenlets)
