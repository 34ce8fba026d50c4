import time

import gevent
from gevent.pool import Pool

DOWNLOADS = 9  # @param {type:"slider", min:1, max:30, step:1, label:"Downloads", label_zh:"下载数"}
SIZE = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Pool size", label_zh:"池的大小"}
PATIENCE = 1.0  # @param [0.05, 0.25, 1.0] {label:"Patience in seconds", label_zh:"耐心（秒）"}

got = []


def download(n):
    gevent.sleep(0.1)
    got.append(n)


start = time.perf_counter()
pool = Pool(SIZE)
try:
    with gevent.Timeout(PATIENCE):
        for n in range(DOWNLOADS):
            pool.spawn(download, n)
        pool.join()
except gevent.Timeout:
    print("out of patience")
    pool.kill()
print("got", len(got), "of", DOWNLOADS)
print("seconds", round(time.perf_counter() - start, 2))
