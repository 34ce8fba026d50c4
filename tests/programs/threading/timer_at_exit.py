# The program waits for its timers.
import threading

threading.Timer(0.2, print, ("rings after the end of main",)).start()
print("main ends")
