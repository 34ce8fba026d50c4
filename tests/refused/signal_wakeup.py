import os
import signal

reading, writing = os.pipe()
signal.set_wakeup_fd(writing)
