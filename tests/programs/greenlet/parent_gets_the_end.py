"""The end of a greenlet is a switch to its parent, with the result or the exception."""

from greenlet import getcurrent, greenlet


def child():
    print("child of", "main" if getcurrent().parent is main else "parent")
    return "result"


def failing():
    raise ValueError("child failed")


def parent():
    print("parent got", greenlet(child).switch())
    try:
        greenlet(failing).switch()
    except ValueError as error:
        print("parent caught", error)
    adopted = greenlet(child, parent=main)
    adopted.switch()
    print("never printed")


main = getcurrent()
print("main got", greenlet(parent).switch())
try:
    greenlet(failing).switch()
except ValueError as error:
    print("main caught", error)
