# A replaced hook gets SystemExit, too; the default one ignores it.
import sys
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value.code)
    threading.__excepthook__(args)


threading.excepthook = hook
t = threading.Thread(target=sys.exit, args=(5,))
t.start()
t.join()
