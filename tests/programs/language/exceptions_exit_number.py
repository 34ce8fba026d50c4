# SystemExit with a number is the status.
import sys
def main():
    try:
        sys.exit(3)
    except Exception:
        print("SystemExit is no Exception")
try:
    main()
except SystemExit as error:
    print("code", error.code)
    raise
