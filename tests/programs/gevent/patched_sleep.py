"""With monkey patching time.sleep lets other greenlets run."""

from gevent import monkey

monkey.patch_all()

import time

import gevent


def worker(name, pause):
    for number in range(3):
        print(name, number)
        time.sleep(pause)


gevent.joinall([gevent.spawn(worker, "slow", 0.4), gevent.spawn(worker, "fast", 0.1)])
print(monkey.is_module_patched("time"), monkey.is_object_patched("time", "sleep"))
print(monkey.is_module_patched("math"), monkey.get_original("time", "sleep").__name__)
