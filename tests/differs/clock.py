# On the model time is virtual: it begins on 1 January 2024, and sleeping costs none of ours.
import time

EPOCH = 1_704_067_200
assert EPOCH <= time.time() < EPOCH + 1
before = time.monotonic()
time.sleep(3600)
assert 3600 <= time.monotonic() - before < 3601
assert EPOCH + 3600 <= time.time() < EPOCH + 3601
