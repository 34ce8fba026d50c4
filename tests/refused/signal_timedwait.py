import signal

signal.sigtimedwait({signal.SIGUSR1}, 1)
