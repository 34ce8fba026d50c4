# Without any configuration, warnings go to standard error.
import logging
log = logging.getLogger("lib")
log.info("hidden")
log.warning("a warning")
log.error("an %s", "error")
logging.getLogger("lib.quiet").addHandler(logging.NullHandler())
logging.getLogger("lib.quiet").error("swallowed")
logging.lastResort = None
log.error("nobody hears this")
logging.warning("the root configures itself")
log.error("and now the root's handler")
