"""Messages with levels, by loggers in a hierarchy, to handlers.

There are no handlers that write to files.
"""

import _interleave
import _thread
import os
import sys
import time

__atomic__ = True
__all__ = (
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "Filter",
    "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET",
    "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig",
    "critical", "debug", "disable", "error", "exception", "fatal", "getLevelName", "getLogger",
    "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn",
    "warning", "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions",
    "getLevelNamesMapping", "getHandlerByName", "getHandlerNames",
)

CRITICAL = 50
FATAL = 50
ERROR = 40
WARNING = 30
WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

raiseExceptions = True
logThreads = True
logMultiprocessing = True
logProcesses = True


class _State:
    """What the whole module has in common, made when it is first needed."""

    def __init__(self):
        self.lock = _thread.RLock()
        _interleave.belongs(self.lock, None)
        self.start = time.time()
        self.names = {
            CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO",
            DEBUG: "DEBUG", NOTSET: "NOTSET",
        }
        self.levels = {
            "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING,
            "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
        }
        self.handlers = []
        self.loggers = {}
        self.disabled_below = 0
        self.told_no_handlers = False
        self.logger_class = Logger
        self.record_factory = LogRecord
        self.default_formatter = Formatter()


_state = None


def _shared():
    global _state, root, lastResort
    if _state is None:
        _state = _State()
        root = RootLogger(WARNING)
        lastResort = _StderrHandler(WARNING)
    return _state


def __getattr__(name):
    if name in ("root", "lastResort"):
        _shared()
        return root if name == "root" else lastResort
    raise AttributeError(f"module 'logging' has no attribute {name!r}")


def getLevelName(level):
    """The name of a level, or the level of a name."""
    state = _shared()
    if level in state.names:
        return state.names[level]
    if level in state.levels:
        return state.levels[level]
    return f"Level {level}"


def getLevelNamesMapping():
    """All names of levels."""
    return _shared().levels.copy()


def addLevelName(level, levelName):
    """Give a level a name."""
    state = _shared()
    with state.lock:
        state.names[level] = levelName
        state.levels[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _shared().levels:
        raise ValueError(f"Unknown level: {level!r}")
    return _shared().levels[level]


class LogRecord:
    """One message with all that is known about it."""

    def __init__(
        self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs
    ):
        created = time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            # One dict stands for the names in the message.
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = created
        self.msecs = int((created - int(created)) * 1000) + 0.0
        self.relativeCreated = (created - _shared().start) * 1000
        self.thread = _thread.get_ident() if logThreads else None
        self.threadName = _thread_name() if logThreads else None
        self.processName = _process_name() if logMultiprocessing else None
        self.process = os.getpid() if logProcesses else None

    def __repr__(self):
        return (
            f"<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "
            f'"{self.msg}">'
        )

    def getMessage(self):
        """The message with its arguments."""
        text = str(self.msg)
        return text % self.args if self.args else text


def _thread_name():
    import threading

    return threading.current_thread().name


def _process_name():
    multiprocessing = sys.modules.get("multiprocessing")
    if multiprocessing is None:
        return "MainProcess"
    return multiprocessing.current_process().name


def setLogRecordFactory(factory):
    """Have another callable make the records."""
    _shared().record_factory = factory


def getLogRecordFactory():
    """What makes the records."""
    return _shared().record_factory


def makeLogRecord(dict):
    """A record with attributes from a dict."""
    record = _shared().record_factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class PercentStyle:
    """Formats such as `%(message)s`."""

    default_format = "%(message)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        """Whether the time is to be made readable."""
        return self.asctime_search in self._fmt

    def validate(self):
        """Refuse a format that names nothing."""
        start = self._fmt.find("%(")
        if start < 0 or ")" not in self._fmt[start:]:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**(self._defaults or {}), **record.__dict__}

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        """The record's line."""
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}") from None


class StrFormatStyle(PercentStyle):
    """Formats such as `{message}`."""

    default_format = "{message}"
    asctime_search = "{asctime"

    def validate(self):
        """Refuse a format that names nothing."""
        if "{" not in self._fmt.replace("{{", ""):
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._fmt.format(**self._values(record))


class StringTemplateStyle(PercentStyle):
    """Formats such as `${message}`."""

    default_format = "${message}"
    asctime_search = "asctime"

    def usesTime(self):
        """Whether the time is to be made readable."""
        return "$asctime" in self._fmt or "${asctime}" in self._fmt

    def validate(self):
        """Refuse a format that names nothing."""
        if "$" not in self._fmt.replace("$$", ""):
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        from string import Template

        return Template(self._fmt).substitute(**self._values(record))


def _style(style):
    match style:
        case "%":
            return PercentStyle, BASIC_FORMAT
        case "{":
            return StrFormatStyle, "{levelname}:{name}:{message}"
        case "$":
            return StringTemplateStyle, "${levelname}:${name}:${message}"
    raise ValueError("Style must be one of: %,{,$")


class Formatter:
    """Makes a line of a record."""

    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = _style(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def converter(self, seconds):
        """The parts of a time."""
        return time.localtime(seconds)

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        parts = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        """The traceback of an error."""
        if ei[1] is None:
            return "NoneType: None"
        return _interleave.format_exception(ei[1]).removesuffix("\n")

    def usesTime(self):
        """Whether the time is to be made readable."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The line without errors and stacks."""
        return self._style.format(record)

    def formatStack(self, stack_info):
        """The stack's text."""
        return stack_info

    def format(self, record):
        """The whole text of a record."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        parts = [self.formatMessage(record)]
        if record.exc_info and not record.exc_text:
            # Kept for other handlers.
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            parts.append(record.exc_text)
        if record.stack_info:
            parts.append(self.formatStack(record.stack_info))
        text = parts[0]
        for part in parts[1:]:
            text += part if text.endswith("\n") else "\n" + part
        return text


class BufferingFormatter:
    """Formats several records as one text."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _shared().default_formatter

    def formatHeader(self, records):
        """What comes before."""
        return ""

    def formatFooter(self, records):
        """What comes after."""
        return ""

    def format(self, records):
        """The text of all records."""
        if not records:
            return ""
        lines = "".join([self.linefmt.format(record) for record in records])
        return self.formatHeader(records) + lines + self.formatFooter(records)


class Filter:
    """Lets through what comes from a logger or one below it."""

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        """Whether the record is let through."""
        return not self.name or f"{record.name}.".startswith(f"{self.name}.")


class Filterer:
    """Has filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Add a filter, once."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Remove a filter."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Whether all filters let the record through."""
        for each in self.filters:
            if not (each.filter(record) if hasattr(each, "filter") else each(record)):
                return False
        return True


class Handler(Filterer):
    """Takes records somewhere."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self.createLock()
        _shared().handlers.append(self)

    @property
    def name(self):
        """A name by which the handler can be found."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    def get_name(self):
        """The handler's name."""
        return self._name

    def set_name(self, name):
        """Give the handler a name."""
        self.name = name

    def createLock(self):
        """Make the lock under which records are written one at a time."""
        self.lock = _thread.RLock()
        _interleave.belongs(self.lock, None)

    def acquire(self):
        """Take the lock."""
        if self.lock:
            self.lock.acquire()

    def release(self):
        """Give the lock back."""
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        """From which level on records are handled."""
        self.level = _checkLevel(level)

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _shared().default_formatter).format(record)

    def emit(self, record):
        """Write a record."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Write a record, if the filters let it through."""
        passes = self.filter(record)
        if passes:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passes

    def setFormatter(self, fmt):
        """Use a formatter."""
        self.formatter = fmt

    def flush(self):
        """Write what is still kept back."""

    def close(self):
        """Nothing more comes."""
        handlers = _shared().handlers
        if self in handlers:
            handlers.remove(self)

    def handleError(self, record):
        """Say on standard error that a record could not be written."""
        if raiseExceptions and sys.stderr:
            sys.stderr.write(
                "--- Logging error ---\n"
                + _interleave.format_exception(sys.exc_info()[1])
                + "Call stack:\n"
                + _interleave.format_stack()
                + f"Message: {record.msg!r}\nArguments: {record.args}\n"
            )

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes lines to a stream: standard error, unless said otherwise."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Flush the stream."""
        self.acquire()
        try:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()
        finally:
            self.release()

    def emit(self, record):
        """Write a record's text and the end of the line."""
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Use another stream; returns the one before, or None if it is the same."""
        if stream is self.stream:
            return None
        before = self.stream
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    """Writes to whatever standard error is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        """The present standard error."""
        return sys.stderr


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""

    def createLock(self):
        """No lock is needed."""
        self.lock = None


class Logger(Filterer):
    """Takes messages for one part of a program."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        """From which level on messages are taken."""
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        """A message of level DEBUG."""
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """A message of level INFO."""
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """A message of level WARNING."""
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """An old name of `warning`."""
        _interleave.warn(
            "DeprecationWarning", "The 'warn' method is deprecated, use 'warning' instead"
        )
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """A message of level ERROR."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """A message of level ERROR, with the error being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """A message of level CRITICAL."""
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        """Another name of `critical`."""
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """A message of any level."""
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def makeRecord(
        self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None
    ):
        """The record of a message."""
        record = _shared().record_factory(
            name, level, fn, lno, msg, args, exc_info, func, sinfo
        )
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = value
        return record

    def findCaller(self, stack_info=False, stacklevel=1):
        """Where in the program the message comes from."""
        file, line, function, _ = _interleave.caller(stacklevel - 1)
        stack = None
        if stack_info:
            stack = "Stack (most recent call last):\n" + _interleave.format_stack().removesuffix("\n")
        return file, line, function, stack

    def _log(
        self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1
    ):
        file, line, function, stack = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(
            self.makeRecord(
                self.name, level, file, line, msg, args, exc_info, function, extra, stack
            )
        )

    def handle(self, record):
        """Give a record to the handlers, if the filters let it through."""
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        """Add a handler, once."""
        with _shared().lock:
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Remove a handler."""
        with _shared().lock:
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

    def _chain(self):
        """This logger and those above it that get its records."""
        logger = self
        while logger is not None:
            yield logger
            logger = logger.parent if logger.propagate else None

    def hasHandlers(self):
        """Whether any handler gets the records."""
        return any(logger.handlers for logger in self._chain())

    def callHandlers(self, record):
        """Give a record to the handlers of this logger and of those above."""
        found = False
        for logger in self._chain():
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
        if found:
            return
        if lastResort:
            if record.levelno >= lastResort.level:
                lastResort.handle(record)
        elif raiseExceptions and not _shared().told_no_handlers:
            _shared().told_no_handlers = True
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')

    def getEffectiveLevel(self):
        """The level of this logger, or of the nearest one above that has one."""
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether messages of a level are taken."""
        if self.disabled or _shared().disabled_below >= level:
            return False
        return level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        """The logger below this one."""
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        """The loggers directly below this one."""
        return {logger for logger in _shared().loggers.values() if logger.parent is self}

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        super().__init__("root", level)

    def __reduce__(self):
        return getLogger, ()


def getLogger(name=None):
    """The logger of a name, the same for every call; without a name the root."""
    state = _shared()
    if not name or name == "root":
        return root
    if not isinstance(name, str):
        raise TypeError("A logger name must be a string")
    with state.lock:
        if name not in state.loggers:
            logger = state.logger_class(name)
            _place(state.loggers, logger)
            state.loggers[name] = logger
        return state.loggers[name]


def _place(loggers, logger):
    """Put a new logger between the one above and those below."""
    logger.parent = root
    above = logger.name
    while "." in above:
        above = above.rpartition(".")[0]
        if above in loggers:
            logger.parent = loggers[above]
            break
    for other in loggers.values():
        if other.name.startswith(logger.name + ".") and other.parent is logger.parent:
            other.parent = logger


def setLoggerClass(klass):
    """Make loggers of another class from now on."""
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")
    _shared().logger_class = klass


def getLoggerClass():
    """The class of new loggers."""
    return _shared().logger_class


class LoggerAdapter:
    """A logger that adds something of its own to each message."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        """The message and keywords to be used instead."""
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        """A message of any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        """A message of level DEBUG."""
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """A message of level INFO."""
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """A message of level WARNING."""
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """A message of level ERROR."""
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """A message of level ERROR, with the error being handled."""
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """A message of level CRITICAL."""
        self.log(CRITICAL, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        """Whether messages of a level are taken."""
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        """From which level on messages are taken."""
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        """The level of the logger, or of the nearest one above that has one."""
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        """Whether any handler gets the records."""
        return self.logger.hasHandlers()

    @property
    def name(self):
        """The logger's name."""
        return self.logger.name

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.name} ({level})>"


def basicConfig(
    *, level=None, format=None, datefmt=None, style="%", stream=None, handlers=None, force=False,
    **unknown,
):
    """Give the root logger a handler, unless it has one."""
    _shared()
    with _state.lock:
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        if handlers is not None and stream is not None:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if handlers is None:
            handlers = [StreamHandler(stream)]
        default_format = _style(style)[1]
        formatter = Formatter(format or default_format, datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)
        if unknown:
            raise ValueError(f"Unrecognised argument(s): {', '.join(unknown)}")


def _configured_root():
    _shared()
    if not root.handlers:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    """A message of level CRITICAL to the root logger."""
    _configured_root().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    """Another name of `critical`."""
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    """A message of level ERROR to the root logger."""
    _configured_root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """A message of level ERROR to the root logger, with the error being handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    """A message of level WARNING to the root logger."""
    _configured_root().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """An old name of `warning`."""
    _interleave.warn(
        "DeprecationWarning", "The 'warn' function is deprecated, use 'warning' instead"
    )
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    """A message of level INFO to the root logger."""
    _configured_root().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    """A message of level DEBUG to the root logger."""
    _configured_root().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """A message of any level to the root logger."""
    _configured_root().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Take no messages up to a level, whatever the loggers say."""
    _shared().disabled_below = _checkLevel(level)


def getHandlerByName(name):
    """The handler with a name, or None."""
    for handler in _shared().handlers:
        if handler.name == name:
            return handler
    return None


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(handler.name for handler in _shared().handlers if handler.name is not None)


def shutdown():
    """Flush and close all handlers, the latest first."""
    for handler in reversed(_shared().handlers[:]):
        handler.acquire()
        try:
            handler.flush()
            handler.close()
        finally:
            handler.release()
