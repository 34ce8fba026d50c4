# logging: exception(), exc_info, filters, adapters, extra.
import logging, sys
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(message)s", level=logging.DEBUG)
log = logging.getLogger("x")
def fails():
    return 1 / 0
try:
    fails()
except ZeroDivisionError:
    log.exception("it failed: %s", "badly")
    log.warning("with info", exc_info=True)
try:
    {}["k"]
except KeyError as error:
    kept = error
log.error("later", exc_info=kept)
log.error("none", exc_info=True)
class OnlyShort(logging.Filter):
    def filter(self, record):
        return len(record.getMessage()) < 10
log.addFilter(OnlyShort())
log.info("short")
log.info("much too long for the filter")
log.filters.clear()
log.addFilter(lambda record: "secret" not in record.getMessage())
log.info("secret")
log.info("public")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(user)s %(message)s", defaults={"user": "nobody"}))
handler.addFilter(logging.Filter("a.b"))
top = logging.getLogger("a")
top.propagate = False
top.addHandler(handler)
for name in ("a", "a.b", "a.b.c", "a.bc"):
    logging.getLogger(name).warning("from %s", name, extra={"user": "ann"})
logging.getLogger("a.b").warning("default user")
adapter = logging.LoggerAdapter(logging.getLogger("a.b"), {"user": "bob"})
adapter.error("adapted %d", 1)
class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs
Prefix(log, {"id": 7}).info("prefixed")
class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []
    def emit(self, record):
        self.records.append(record)
collect = Collect()
log.addHandler(collect)
log.info("kept %d", 3)
r = collect.records[0]
print(r.msg, r.args, r.levelname, r.levelno, r.name, r.funcName, r.getMessage(), r.exc_info, r)
record = logging.makeLogRecord({"msg": "made", "levelname": "X"})
print(logging.Formatter("%(levelname)s %(message)s").format(record))
formatter = logging.Formatter("%(asctime)s %(message)s")
record.created, record.msecs = 0.5, 500.0
print(formatter.format(record), formatter.formatTime(record, "%H:%M"))
