"""Helpers for `with`."""

import functools
import sys
import types

__atomic__ = True
__all__ = (
    "asynccontextmanager", "contextmanager", "closing", "nullcontext",
    "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
    "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress",
    "aclosing",
)


class AbstractContextManager:
    """What has `__enter__` and `__exit__`."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    """What has `__aenter__` and `__aexit__`."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    """Lets a context manager decorate functions, which then run inside it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return functools.update_wrapper(inner, func)


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return functools.update_wrapper(inner, func)


class _GeneratorHolder:
    """A generator that serves as the body of a context manager, and how to make another."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        # A generator runs once: every call of a decorated function needs its own.
        return type(self)(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorHolder, AbstractContextManager, ContextDecorator):
    """A context manager made from a generator."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if exc_value is None:
            exc_value = exc_type()
        try:
            self.gen.throw(exc_type, exc_value, traceback)
        except StopIteration as stop:
            # The generator dealt with the error, unless it raised that very StopIteration.
            return stop is not exc_value
        except BaseException as error:
            if not _is_same_error(error, exc_value, StopIteration):
                raise
            exc_value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(
    _GeneratorHolder, AbstractAsyncContextManager, AsyncContextDecorator
):
    """An asynchronous context manager made from an asynchronous generator."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if exc_value is None:
            exc_value = exc_type()
        try:
            await self.gen.athrow(exc_type, exc_value, traceback)
        except StopAsyncIteration as stop:
            return stop is not exc_value
        except BaseException as error:
            if not _is_same_error(error, exc_value, (StopIteration, StopAsyncIteration)):
                raise
            exc_value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def _is_same_error(error, thrown, stops):
    """Whether the thrown error came back out, perhaps as generators pass on a stop."""
    if error is thrown:
        return True
    return (
        isinstance(error, RuntimeError)
        and isinstance(thrown, stops)
        and error.__cause__ is thrown
    )


def contextmanager(func):
    """Make a generator function with one `yield` a maker of context managers."""

    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return functools.update_wrapper(helper, func)


def asynccontextmanager(func):
    """Make an asynchronous generator function a maker of asynchronous context managers."""

    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return functools.update_wrapper(helper, func)


class closing(AbstractContextManager):
    """Closes a thing at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Closes a thing at the end with `await thing.aclose()`."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    """Ends the body without a word on certain errors."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class _Redirection(AbstractContextManager):
    """Sets a stream of `sys` meanwhile; may be entered several times."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc_value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirection):
    """Sends what is printed elsewhere."""

    _stream = "stdout"


class redirect_stderr(_Redirection):
    """Sends what is written to standard error elsewhere."""

    _stream = "stderr"


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a context manager is asked for."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _Stack:
    """What to do at the end, the latest first, each with whether it is to be awaited.

    Every entry is a function that takes the three arguments of `__exit__`.
    """

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """Move all entries to a new stack."""
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def push(self, exit):
        """Add a context manager that was entered already, or a function like `__exit__`."""
        method = getattr(type(exit), "__exit__", None)
        entry = exit if method is None else types.MethodType(method, exit)
        self._exits.append((False, entry))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, to be left at the end."""
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                "the context manager protocol"
            )
        result = cls.__enter__(cm)
        self._exits.append((False, types.MethodType(cls.__exit__, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Add a function to be called at the end."""

        def entry(exc_type, exc_value, traceback):
            callback(*args, **kwds)

        entry.__wrapped__ = callback
        self._exits.append((False, entry))
        return callback


class ExitStack(_Stack, AbstractContextManager):
    """A stack of what is to be left or called at the end."""

    def __exit__(self, *exc_details):
        run = _Unwinding(exc_details)
        while self._exits:
            _, entry = self._exits.pop()
            try:
                run.left(entry(*run.details()))
            except BaseException as error:
                run.failed(error)
        return run.finish()

    def close(self):
        """Do it all now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """The same for `async with`, with entries that are awaited."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, to be left at the end."""
        cls = type(cm)
        if not hasattr(cls, "__aenter__") or not hasattr(cls, "__aexit__"):
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                "the asynchronous context manager protocol"
            )
        result = await cls.__aenter__(cm)
        self._exits.append((True, types.MethodType(cls.__aexit__, cm)))
        return result

    def push_async_exit(self, exit):
        """Add an asynchronous context manager, or a function like `__aexit__`."""
        method = getattr(type(exit), "__aexit__", None)
        entry = exit if method is None else types.MethodType(method, exit)
        self._exits.append((True, entry))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Add a coroutine function to be called at the end."""

        async def entry(exc_type, exc_value, traceback):
            await callback(*args, **kwds)

        entry.__wrapped__ = callback
        self._exits.append((True, entry))
        return callback

    async def __aexit__(self, *exc_details):
        run = _Unwinding(exc_details)
        while self._exits:
            is_async, entry = self._exits.pop()
            try:
                result = entry(*run.details())
                run.left(await result if is_async else result)
            except BaseException as error:
                run.failed(error)
        return run.finish()

    async def aclose(self):
        """Do it all now."""
        await self.__aexit__(None, None, None)


class _Unwinding:
    """The error under way while the entries of a stack are run."""

    def __init__(self, exc_details):
        self._received = exc_details[1]
        self._error = exc_details[1]
        self._suppressed = False
        # What was being handled around the stack: where chains of contexts end.
        self._surrounding = sys.exc_info()[1]

    def details(self):
        error = self._error
        if error is None:
            return None, None, None
        return type(error), error, error.__traceback__

    def left(self, suppress):
        if suppress and self._error is not None:
            self._suppressed = True
            self._error = None

    def failed(self, error):
        # As if the entries were nested `with` statements, the error before is the context.
        last = error
        while last.__context__ not in (None, self._surrounding, self._error):
            last = last.__context__
        if last.__context__ is not None:
            last.__context__ = self._error
        self._error = error

    def finish(self):
        error = self._error
        if error is not None and error is not self._received:
            context = error.__context__
            try:
                raise error
            finally:
                # Raising has put the surrounding error there.
                error.__context__ = context
        return self._received is not None and error is None and self._suppressed
