import threading

BOUNDED = True  # @param {type:"boolean", label:"BoundedSemaphore", label_zh:"用 BoundedSemaphore"}

places = threading.BoundedSemaphore(2) if BOUNDED else threading.Semaphore(2)
places.acquire()
places.release()
try:
    places.release()
    print("nobody objects")
except ValueError as error:
    print("ValueError:", error)

free = 0
while places.acquire(blocking=False):
    free += 1
print("places now", free)
