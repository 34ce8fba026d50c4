HOW = "no patch"  # @param ["patch first", "no patch", "patch too late", "gevent.sleep"] {label:"How it waits", label_zh:"怎样等待"}
DOWNLOADS = 4  # @param {type:"slider", min:1, max:40, step:1, label:"Downloads", label_zh:"下载数"}
LATENCY = 0.05  # @param [0.01, 0.05, 0.1] {label:"Seconds to the first byte", label_zh:"等到第一个字节的秒数"}
SIZE = 50  # @param [0, 50, 100] {label:"KB of the smallest; others have 2, 3 times as much", label_zh:"最小的页面（KB），其他是它的 2、3 倍"}

if HOW == "patch first":
    from gevent import monkey

    monkey.patch_all()

from time import perf_counter, sleep

import gevent

if HOW == "patch too late":
    from gevent import monkey

    monkey.patch_all()
if HOW == "gevent.sleep":
    sleep = gevent.sleep


def size_of(n):
    return SIZE * (1 + n % 3)


def seconds_for(n):
    return LATENCY + size_of(n) / 1000


def download(n):
    print("GET page", n)
    sleep(seconds_for(n))
    print(size_of(n), "KB received from page", n)


start = perf_counter()
gevent.joinall([gevent.spawn(download, n) for n in range(DOWNLOADS)])
print("seconds", round(perf_counter() - start, 2))
print("longest", round(max(seconds_for(n) for n in range(DOWNLOADS)), 2))
print("sum", round(sum(seconds_for(n) for n in range(DOWNLOADS)), 2))
