# wait() returns the sets of futures that are done and not done.
import concurrent.futures
import threading

gate = threading.Event()
with concurrent.futures.ThreadPoolExecutor(4) as executor:
    quick = executor.submit(len, "abc")
    slow = executor.submit(gate.wait)
    concurrent.futures.wait([quick])
    done, not_done = concurrent.futures.wait([quick, slow, quick], timeout=0.02)
    print(done == {quick}, not_done == {slow})
    gate.set()
    result = concurrent.futures.wait([quick, slow])
    print(result.done == {quick, slow}, result.not_done, type(result).__name__, len(result))
    print(concurrent.futures.wait([]))
