# logging: styles, fields and levels in formats.
import logging, sys
record = logging.LogRecord("name", logging.WARNING, "/a/b/file.py", 12, "message %s %d", ("x", 5), None, "function")
record.created, record.msecs, record.thread, record.process = 1700000000.25, 250.0, 77, 99
record.threadName, record.processName = "MainThread", "MainProcess"
for fmt in ("%(message)s", "%(asctime)s|%(levelname)s|%(name)s", "%(levelname)-10s|%(levelno)03d", "%(pathname)s %(filename)s %(module)s %(funcName)s %(lineno)d", "%(thread)d %(threadName)s %(process)d %(processName)s", "%(created).2f %(msecs)d", "[%(asctime)s] %(message).5s"):
    print(logging.Formatter(fmt).format(record))
print(logging.Formatter("{asctime} {levelname:>8} {message!r}", style="{").format(record))
print(logging.Formatter("$levelname ${name} $$ $message", style="$").format(record))
print(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S").format(record), logging.Formatter(None).format(record))
class Utc(logging.Formatter):
    default_msec_format = "%s.%03d"
    def format(self, record):
        return "<" + super().format(record) + ">"
print(Utc("%(asctime)s").format(record))
for action in (lambda: logging.Formatter("%(nothing)s").format(record), lambda: logging.Formatter("{nothing}", style="{").format(record), lambda: logging.Formatter("plain", style="{")):
    try:
        print(action())
    except ValueError as error:
        print(error)
log = logging.getLogger("broken")
handler = logging.StreamHandler(sys.stdout)
log.addHandler(handler)
log.propagate = False
log.warning({"not": "text"})
log.warning("percent %d%%", 50)
log.warning("no args 100%")
log.warning("%(a)s-%(b)s", {"a": 1, "b": 2})
logging.raiseExceptions = False
log.warning("too few %s %s", 1)
log.warning("the program goes on")
