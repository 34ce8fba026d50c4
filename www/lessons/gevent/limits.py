import gevent
from gevent.pool import Pool

SIZE = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Pool size", label_zh:"池的大小"}
PATIENCE = 1.0  # @param [0.05, 0.2, 1.0] {label:"Patience in seconds", label_zh:"耐心（秒）"}


def download(n):
    gevent.sleep(0.1)
    return n


pool = Pool(SIZE)
got = []
try:
    with gevent.Timeout(PATIENCE):
        for n in pool.imap_unordered(download, range(9)):
            got.append(n)
except gevent.Timeout:
    print("no patience left")
print("got", len(got))
