"""Every patch_* function, and what it says to be patched."""

from gevent import monkey

for name in ("os", "time", "thread", "socket", "select", "subprocess", "queue", "signal"):
    getattr(monkey, "patch_" + name)()
    module = {"thread": "threading"}.get(name, name)
    print(name, monkey.is_module_patched(module), callable(getattr(monkey, "patch_" + name)))
print(monkey.is_object_patched("time", "sleep"), monkey.is_object_patched("time", "time"))
import time

print(monkey.get_original("time", "sleep") is not time.sleep)
