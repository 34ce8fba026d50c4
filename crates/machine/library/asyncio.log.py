"""What the event loop has to say goes to the logger `asyncio`: by default to stderr."""

import logging

__atomic__ = True


def error(message, exception=None):
    """Log an error, with the traceback of the exception behind it."""
    logging.getLogger("asyncio").error(message, exc_info=exception or False)


def debug(message):
    """Log what only matters to somebody who asked for details."""
    logging.getLogger("asyncio").debug(message)
