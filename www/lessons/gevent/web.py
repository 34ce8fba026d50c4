PATCH = True  # @param {type:"boolean", label:"monkey.patch_all()", label_zh:"打补丁 monkey.patch_all()"}
DOWNLOADS = 4  # @param {type:"slider", min:1, max:20, step:1, label:"Downloads", label_zh:"下载数"}
DELAY = 0.1  # @param [0.05, 0.1, 0.2] {label:"The site answers after (s), times 1, 2, 3", label_zh:"网站多久后回答（秒，依次乘 1、2、3）"}

if PATCH:
    from gevent import monkey

    monkey.patch_all()

import time
import urllib.request

import gevent

SITE = "http://127.0.0.1:8808"


def fetch(n):
    times = 1 + n % 3
    url = f"{SITE}/bytes/{10000 * times}?delay={DELAY * times:.2f}"
    print("GET", url)
    try:
        with urllib.request.urlopen(url) as answer:
            data = answer.read()
    except OSError as error:
        print("no answer:", error)
        return
    print(len(data), "bytes received by", n)


start = time.perf_counter()
gevent.joinall([gevent.spawn(fetch, n) for n in range(DOWNLOADS)])
print("seconds", round(time.perf_counter() - start, 2))
