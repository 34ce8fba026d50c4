"""Of nested timeouts each knows its own."""

import gevent


def run(outer_seconds, inner_seconds):
    outer = gevent.Timeout.start_new(outer_seconds)
    try:
        inner = gevent.Timeout.start_new(inner_seconds)
        try:
            gevent.sleep(0.6)
        except gevent.Timeout as expired:
            if expired is not inner:
                raise
            print("inner")
        finally:
            inner.cancel()
    except gevent.Timeout as expired:
        print("outer", expired is outer)
    finally:
        outer.cancel()


run(0.4, 0.1)
run(0.1, 0.4)
