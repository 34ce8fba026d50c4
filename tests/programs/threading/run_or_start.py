# run() runs in the caller's thread, start() in a new one.
import threading


def work():
    print(threading.current_thread().name)


t = threading.Thread(target=work)
t.run()
u = threading.Thread(target=work)
u.start()
u.join()
t.start()
t.join()
