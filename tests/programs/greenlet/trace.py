import greenlet

log = []
main = greenlet.getcurrent()


def tracer(event, args):
    origin, target = args
    log.append((event, origin is main, target is main))


print(greenlet.gettrace(), greenlet.settrace(tracer))


def work(x):
    try:
        main.switch(x + 1)
    except ValueError:
        return "caught"


one = greenlet.greenlet(work)
print(one.switch(1))
print(one.throw(ValueError))
print(greenlet.settrace(None) is tracer)
print(log)


def fails(event, args):
    raise KeyError(event)


greenlet.settrace(fails)
try:
    print(greenlet.greenlet(lambda: 5).switch())
except KeyError as error:
    print(repr(error))
print(greenlet.gettrace())
print(greenlet.greenlet.error, greenlet.greenlet.GreenletExit)
