"""What can go wrong with `urllib.request`."""

__atomic__ = True
__all__ = ("URLError", "HTTPError", "ContentTooShortError")


class URLError(OSError):
    """There was no answer."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """There was an answer, which says that something went wrong. It can be read like any other."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.args = ()
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = fp
        self.filename = url
        self.url = url

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    @property
    def status(self):
        """The status."""
        return self.code

    @property
    def reason(self):
        """What the status means."""
        return self.msg

    @property
    def headers(self):
        """The headers."""
        return self.hdrs

    @headers.setter
    def headers(self, headers):
        self.hdrs = headers

    def read(self, amt=None):
        """The rest of the body."""
        return self.fp.read(amt)

    def getcode(self):
        """The status."""
        return self.code

    def geturl(self):
        """Where the answer came from."""
        return self.url

    def info(self):
        """The headers."""
        return self.hdrs

    def close(self):
        """Stop reading."""
        self.fp.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class ContentTooShortError(URLError):
    """The answer ended too early."""

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
