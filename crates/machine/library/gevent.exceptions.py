"""What gevent raises when waiting makes no sense."""

__atomic__ = True


class LoopExit(Exception):
    """There is nothing left that could ever happen."""

    def __str__(self):
        return "\n\t".join(map(str, self.args))

    __repr__ = __str__


class BlockingSwitchOutError(AssertionError):
    """The hub itself was asked to wait."""
