import time

PATCH = True  # @param {type:"boolean", label:"monkey.patch_all()", label_zh:"打补丁 monkey.patch_all()"}
DOWNLOADS = 4  # @param {type:"slider", min:1, max:50, step:1, label:"Downloads", label_zh:"下载数"}
LATENCY = 0.1  # @param [0.02, 0.1, 0.3] {label:"Seconds each, times 1, 2, 3 …", label_zh:"每个的秒数（依次乘 1、2、3……）"}

if PATCH:
    from gevent import monkey

    monkey.patch_all()
import gevent


def download(n):
    time.sleep(LATENCY * (1 + n % 3))
    return n


start = time.perf_counter()
jobs = [gevent.spawn(download, n) for n in range(DOWNLOADS)]
gevent.joinall(jobs)
print("got", sum(job.value is not None for job in jobs))
print("seconds", round(time.perf_counter() - start, 2))
print("sum", round(sum(LATENCY * (1 + n % 3) for n in range(DOWNLOADS)), 2))
