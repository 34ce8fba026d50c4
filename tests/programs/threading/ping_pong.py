# Two threads take turns by two events.
import threading

ping, pong = threading.Event(), threading.Event()


def player(mine, other, word):
    for _ in range(3):
        mine.wait()
        mine.clear()
        print(word)
        other.set()


a = threading.Thread(target=player, args=(ping, pong, "ping"))
b = threading.Thread(target=player, args=(pong, ping, "pong"))
a.start()
b.start()
ping.set()
a.join()
b.join()
