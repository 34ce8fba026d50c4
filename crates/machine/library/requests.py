"""Requests to the web as `requests` makes them; the web is simulated (`_web`)."""

import http
import requests.exceptions as exceptions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout,
    TooManyRedirects, URLRequired,
)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session

__atomic__ = True
__title__ = "requests"
__version__ = "2.34.2"


def __getattr__(name):
    if name == "codes":
        return _the_codes()
    raise AttributeError(f"module 'requests' has no attribute {name!r}")


class LookupDict(dict):
    """Codes by their names, which are attributes too."""

    __module__ = "requests.structures"

    def __getattr__(self, name):
        if name not in self:
            raise AttributeError(f"'LookupDict' object has no attribute '{name}'")
        return self[name]

    def __getitem__(self, name):
        return self.get(name)

    def __repr__(self):
        return "<lookup 'status_codes'>"


def _the_codes():
    global codes
    codes = LookupDict({
        "ok": 200, "okay": 200, "all_ok": 200, "all_good": 200, "bad": 400, "teapot": 418,
        "server_error": 500, "unavailable": 503,
    })
    for code, phrase in http.phrases().items():
        name = phrase.lower().replace("'", "").replace("-", "_").replace(" ", "_")
        codes[name] = codes[name.upper()] = code
    return codes


def request(method, url, **kwargs):
    """The answer to a request."""
    with Session() as own:
        return own.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    """GET"""
    return request("get", url, params=params, **kwargs)


def options(url, **kwargs):
    """OPTIONS"""
    return request("options", url, **kwargs)


def head(url, **kwargs):
    """HEAD"""
    return request("head", url, **{"allow_redirects": False, **kwargs})


def post(url, data=None, json=None, **kwargs):
    """POST"""
    return request("post", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    """PUT"""
    return request("put", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    """PATCH"""
    return request("patch", url, data=data, **kwargs)


def delete(url, **kwargs):
    """DELETE"""
    return request("delete", url, **kwargs)
