import random
import threading
import time

CUSTOMERS = 20  # @param {type:"slider", min:1, max:40, step:1, label:"Customers", label_zh:"顾客数"}
CHAIRS = 3  # @param {type:"slider", min:0, max:10, step:1, label:"Chairs to wait on", label_zh:"等候椅数"}
CUT = 0.03  # @param [0.01, 0.03, 0.1] {label:"A cut takes (s)", label_zh:"理发耗时（秒）"}
EVERY = 0.02  # @param [0.005, 0.02, 0.05] {label:"A customer comes every (s)", label_zh:"每隔多久来一位（秒）"}

inside = 0
served = 0
turned_away = 0
closing = False
door = threading.Lock()
bell = threading.Semaphore(0)
chair = threading.Semaphore(0)


def barber():
    global inside, served
    while True:
        bell.acquire()
        if closing:
            return
        chair.release()
        time.sleep(CUT)
        served += 1
        with door:
            inside -= 1


def customer():
    global inside, turned_away
    with door:
        if inside > CHAIRS:
            turned_away += 1
            return
        inside += 1
    bell.release()
    chair.acquire()


shop = threading.Thread(target=barber, name="barber")
shop.start()
customers = []
for n in range(CUSTOMERS):
    person = threading.Thread(target=customer, name=f"customer {n}")
    person.start()
    customers.append(person)
    time.sleep(random.uniform(0.5, 1.5) * EVERY)
for person in customers:
    person.join()
closing = True
bell.release()
shop.join()
print("served", served)
print("turned away", turned_away)
print("in all", served + turned_away)
