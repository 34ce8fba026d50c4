from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener


def client(address, key):
    with Client(address, authkey=key) as connection:
        connection.send("hello")
        print(connection.recv())


def wrong(address):
    try:
        Client(address, authkey=b"wrong")
    except AuthenticationError as error:
        print(error)


with Listener(authkey=b"secret") as listener:
    process = Process(target=client, args=(listener.address, b"secret"))
    process.start()
    with listener.accept() as connection:
        text = connection.recv()
        connection.send(text.upper())
    process.join()
    process = Process(target=wrong, args=(listener.address,))
    process.start()
    try:
        listener.accept()
    except AuthenticationError as error:
        process.join()
        print(error)
try:
    listener.accept()
except OSError as error:
    print(error)
