# Clients and listeners between threads.
import threading
from multiprocessing.dummy.connection import Client, Listener

with Listener() as listener:

    def serve():
        with listener.accept() as connection:
            connection.send(connection.recv().upper())

    t = threading.Thread(target=serve)
    t.start()
    with Client(listener.address) as client:
        client.send("hello")
        print(client.recv())
    t.join()
print(listener.address)
