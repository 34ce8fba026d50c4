import time
from concurrent.futures import ProcessPoolExecutor


def slow():
    time.sleep(0.4)
    return "done"


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1)
    futures = [executor.submit(slow) for _ in range(5)]
    time.sleep(0.2)
    # The first is running, one or two wait in the call queue and count as running.
    print(futures[0].cancel(), futures[1].cancel(), [future.cancel() for future in futures[3:]])
    print(futures[0].result(), futures[1].result(), futures[4].cancelled())
    executor.shutdown()
    executor = ProcessPoolExecutor(1)
    futures = [executor.submit(slow) for _ in range(5)]
    time.sleep(0.2)
    executor.shutdown(wait=True, cancel_futures=True)
    print(futures[0].cancelled(), [future.cancelled() for future in futures[3:]])
