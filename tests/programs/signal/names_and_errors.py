import signal

print([signal.Signals(n) for n in (1, 2, 9, 15, 17, 64)])
print(repr(signal.SIGINT), str(signal.SIGINT), signal.SIGINT == 2, signal.SIGINT.name)
print(signal.SIGCLD, signal.SIGIOT.name, signal.SIGPOLL.name, signal.NSIG)
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), list(signal.Handlers))
print(len(signal.Signals), len(signal.Signals.__members__))
print([signal.strsignal(n) for n in (1, 9, 11, 14, 15, 33, 34)])
print(len(signal.valid_signals()), sorted(signal.valid_signals())[:3])
for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGTERM, 40):
    handler = signal.getsignal(number)
    print(number, handler if number != signal.SIGINT else handler.__name__)
print(signal.alarm(5), signal.alarm(0), signal.getitimer(signal.ITIMER_REAL))
for call in (
    lambda: signal.signal(99, signal.SIG_DFL),
    lambda: signal.signal(0, signal.SIG_DFL),
    lambda: signal.signal(2, 5),
    lambda: signal.signal(2, None),
    lambda: signal.signal(9, signal.SIG_DFL),
    lambda: signal.signal(signal.SIGSTOP, print),
    lambda: signal.getsignal(0),
    lambda: signal.getsignal("x"),
    lambda: signal.raise_signal(100),
    lambda: signal.strsignal(200),
    lambda: signal.setitimer(5, 1),
    lambda: signal.setitimer(0, -1),
    lambda: signal.alarm("x"),
    lambda: signal.Signals(99),
    lambda: signal.raise_signal(0),
    lambda: signal.siginterrupt(2, False),
):
    try:
        print(call())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
print(issubclass(signal.ItimerError, OSError), signal.ItimerError.__name__)
