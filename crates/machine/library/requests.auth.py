"""Who asks."""

from base64 import b64encode

__atomic__ = True


class AuthBase:
    """Something that adds to a request who asks."""

    def __call__(self, r):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPBasicAuth(AuthBase):
    """User and password."""

    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __call__(self, r):
        both = f"{self.username}:{self.password}".encode("latin-1")
        r.headers["Authorization"] = "Basic " + b64encode(both).decode()
        return r
