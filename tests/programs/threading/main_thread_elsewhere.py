# main_thread() and joining the main thread, from another thread.
import threading

gate = threading.Event()


def work():
    main = threading.main_thread()
    print(main.name, main is threading.current_thread(), main.is_alive())
    main.join(0.01)
    gate.set()
    main.join()
    print("main has ended:", not main.is_alive())


threading.Thread(target=work).start()
gate.wait()
