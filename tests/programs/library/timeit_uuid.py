# timeit with callables; uuid4; random identifiers.
import timeit, uuid
calls = []
taken = timeit.timeit(lambda: calls.append(1), number=100)
print(len(calls), taken >= 0, len(timeit.repeat(lambda: None, number=10, repeat=3)), timeit.Timer(lambda: calls.append(2), setup=calls.clear).timeit(5) >= 0, len(calls), timeit.default_timer() > 0)
u = uuid.uuid4()
print(len(str(u)), u.version, u == uuid.UUID(str(u)), u != uuid.uuid4(), str(uuid.UUID(int=5)), repr(uuid.UUID("12345678-1234-5678-1234-567812345678")), uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=255).hex, {uuid.UUID(int=1): "x"}[uuid.UUID(int=1)])
try:
    uuid.UUID("nonsense")
except ValueError as error:
    print(error)
