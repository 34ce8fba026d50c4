import signal

signal.setitimer(signal.ITIMER_VIRTUAL, 1)
