# nondeterministic
# Nobody says in which order threads print.
import threading


def say(word):
    print(word)


threads = [threading.Thread(target=say, args=(word,)) for word in ("one", "two", "three")]
for t in threads:
    t.start()
for t in threads:
    t.join()
