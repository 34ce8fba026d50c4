import threading
import time

LOCK = "RLock"  # @param ["Lock", "RLock"] {label:"Kind of lock", label_zh:"锁的种类"}
TRANSFERS = 5  # @param {type:"slider", min:1, max:50, step:1, label:"Transfers", label_zh:"转账次数"}


class Account:
    def __init__(self, money):
        self.money = money
        self.lock = threading.Lock() if LOCK == "Lock" else threading.RLock()

    def deposit(self, amount):
        with self.lock:
            self.money += amount

    def withdraw(self, amount):
        with self.lock:
            self.deposit(-amount)


ada = Account(100)
bob = Account(100)


def pay():
    for _ in range(TRANSFERS):
        ada.withdraw(10)
        time.sleep(0.001)
        bob.deposit(10)


payer = threading.Thread(target=pay)
payer.start()
payer.join()
print("ada", ada.money, "bob", bob.money)
