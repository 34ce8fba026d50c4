# CPython on Linux says 295055809.2709404, which is not the nearest float to the exact power.
assert 665.735 ** 3 == 295055809.27094036
