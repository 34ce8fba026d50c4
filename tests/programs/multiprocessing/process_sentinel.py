import time
from multiprocessing import Process
from multiprocessing.connection import wait

slow = Process(target=time.sleep, args=(0.6,))
quick = Process(target=time.sleep, args=(0.1,))
slow.start()
quick.start()
print(wait([slow.sentinel, quick.sentinel], timeout=0))
print(wait([slow.sentinel, quick.sentinel]) == [quick.sentinel])
quick.join()
slow.join()
print(len(wait([slow.sentinel, quick.sentinel])))
