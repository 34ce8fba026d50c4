# Five philosophers who take the lower fork first.
import threading

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def dine(n):
    low, high = sorted((n, (n + 1) % 5))
    for _ in range(20):
        with forks[low], forks[high]:
            meals[n] += 1


threads = [threading.Thread(target=dine, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals)
