import threading
import time

CARS = 20  # @param {type:"slider", min:1, max:100, step:1, label:"Cars", label_zh:"车辆数"}
PLACES = 5  # @param {type:"slider", min:1, max:20, step:1, label:"Places", label_zh:"车位数"}
STAY = 0.1  # @param [0.001, 0.05, 0.1] {label:"Seconds parked", label_zh:"停放秒数"}

places = threading.BoundedSemaphore(PLACES)
inside = 0
most = 0
counting = threading.Lock()


def park(number):
    global inside, most
    with places:
        with counting:
            inside += 1
            most = max(most, inside)
        time.sleep(STAY)
        with counting:
            inside -= 1


start = time.perf_counter()
cars = [threading.Thread(target=park, args=(number,), name=f"car {number}") for number in range(CARS)]
for car in cars:
    car.start()
for car in cars:
    car.join()
print("most inside", most)
print("seconds", round(time.perf_counter() - start, 2))
print("ideal", round(-(-CARS // PLACES) * STAY, 3))
