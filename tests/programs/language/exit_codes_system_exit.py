# SystemExit None is success; output before it is kept.
import sys
def stop():
    print("stopping")
    sys.exit()
try:
    stop()
except SystemExit as error:
    print("code", error.code)
try:
    sys.exit([1, 2])
except SystemExit as error:
    print("code", error.code)
try:
    raise SystemExit(5, 6)
except SystemExit as error:
    print("code", error.code, error.args)
print("last line")
sys.exit(0)
print("never")
