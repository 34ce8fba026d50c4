# An Empty that nobody catches.
import queue

queue.Queue().get_nowait()
