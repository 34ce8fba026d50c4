# Clocks of processor time count all time: browsers tell nobody how long a thread had the processor.
import time

process, thread = time.process_time(), time.thread_time()
time.sleep(0.1)
assert time.process_time() - process >= 0.1
assert time.thread_time() - thread >= 0.1
