# Calls of the system without their arguments are refused, each in its own words.
import _thread
import os

for call in (
    os.close,
    lambda: os.dup2(1),
    os.dup2,
    lambda: os.dup2(fd2=1),
    _thread.start_new_thread,
    lambda: _thread.start_new_thread(print),
):
    try:
        call()
    except TypeError as error:
        print(error)
