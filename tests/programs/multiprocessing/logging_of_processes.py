import io
import logging
import multiprocessing
from multiprocessing import Process, util


def child():
    multiprocessing.get_logger().info("in the child")
    logging.warning("warning")


class Lines(io.StringIO):
    def write(self, text):
        print(text, end="")


logging.basicConfig(format="%(processName)s %(levelname)s %(message)s", stream=Lines())
logger = multiprocessing.get_logger()
handler = logging.StreamHandler(Lines())
handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
logger.addHandler(handler)
logger.setLevel(logging.INFO)
process = Process(target=child)
process.start()
process.join()
logger.warning("in the parent")
util.debug("not shown")
print(logger.name, logger.level)
logger.setLevel(logging.WARNING)
