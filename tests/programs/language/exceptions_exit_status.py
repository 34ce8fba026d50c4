# SystemExit with a text goes to stderr, with status 1.
import sys
try:
    print("working")
    sys.exit("fatal: no more work")
finally:
    print("finally runs")
