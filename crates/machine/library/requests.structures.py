"""Dictionaries of headers and cookies."""

__atomic__ = True


class CaseInsensitiveDict:
    """Values by names that are the same in small and capital letters."""

    def __init__(self, data=None, **kwargs):
        # Names as they were given, and values, by names in small letters.
        self._store = {}
        self.update(data or {}, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return iter([key for key, _ in self._store.values()])

    def __len__(self):
        return len(self._store)

    def __contains__(self, key):
        return key.lower() in self._store

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.lower_items()) == dict(CaseInsensitiveDict(other).lower_items())

    def __repr__(self):
        return str(dict(self.items()))

    def lower_items(self):
        """Names in small letters, and values."""
        return [(key, value) for key, (_, value) in self._store.items()]

    def items(self):
        """Names and values."""
        return list(self._store.values())

    def keys(self):
        """Names."""
        return list(self)

    def values(self):
        """Values."""
        return [value for _, value in self._store.values()]

    def get(self, key, default=None):
        """The value of a name, or a default."""
        return self[key] if key in self else default

    def setdefault(self, key, default=None):
        """The value of a name, which gets a default if it has none."""
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        """Remove a name and return its value, or a default."""
        if key in self or not default:
            return self._store.pop(key.lower())[1]
        return default[0]

    def update(self, other=(), **kwargs):
        """Set several."""
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        """Another with the same."""
        return CaseInsensitiveDict(dict(self.items()))


class RequestsCookieJar(dict):
    """Cookies by their names."""

    __module__ = "requests.cookies"

    def set(self, name, value, **kwargs):
        """Set a cookie; None removes it."""
        if value is None:
            self.pop(name, None)
        else:
            self[name] = value

    def get_dict(self, domain=None, path=None):
        """The cookies as a plain dict."""
        return dict(self)

    def __repr__(self):
        cookies = ", ".join(f"<Cookie {name}={value} for />" for name, value in self.items())
        return f"<RequestsCookieJar[{cookies}]>"
