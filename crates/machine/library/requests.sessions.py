"""Requests that have something in common."""

from requests.adapters import HTTPAdapter
from requests.exceptions import InvalidSchema, TooManyRedirects
from requests.models import Request, encoded
from requests.structures import CaseInsensitiveDict, RequestsCookieJar
from urllib.parse import urljoin, urlsplit

__atomic__ = True

VERSION = "2.34.2"
_BODY_HEADERS = ("Content-Length", "Content-Type", "Transfer-Encoding")


class Session:
    """Headers, parameters and cookies for several requests."""

    def __init__(self):
        self.headers = CaseInsensitiveDict({
            "User-Agent": f"python-requests/{VERSION}",
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            "Connection": "keep-alive",
        })
        self.auth = None
        self.params = {}
        self.cookies = RequestsCookieJar()
        self.proxies = {}
        self.hooks = {"response": []}
        self.stream = False
        self.verify = True
        self.cert = None
        self.trust_env = True
        self.max_redirects = 30
        self.adapters = {"https://": HTTPAdapter(), "http://": HTTPAdapter()}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Closes what carries the requests."""
        for adapter in self.adapters.values():
            adapter.close()

    def mount(self, prefix, adapter):
        """What carries requests to addresses that begin so."""
        self.adapters[prefix] = adapter

    def get_adapter(self, url):
        """What carries requests to an address: where several might, the one that says most."""
        for prefix in sorted(self.adapters, key=len, reverse=True):
            if url.lower().startswith(prefix.lower()):
                return self.adapters[prefix]
        raise InvalidSchema(f"No connection adapters were found for {url!r}")

    def prepare_request(self, request):
        """What is sent for a request."""
        headers = CaseInsensitiveDict(self.headers)
        for name, value in (request.headers or {}).items():
            if value is None:
                headers.pop(name, None)
            else:
                headers[name] = value
        both = "&".join([text for text in (encoded(self.params), encoded(request.params)) if text])
        cookies = {**self.cookies, **(request.cookies or {})}
        auth = request.auth or self.auth
        return Request(
            request.method, request.url, headers, None, request.data, both, auth, cookies,
            request.hooks, request.json,
        ).prepare()

    def request(
        self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
        timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
        json=None,
    ):
        """The answer to a request."""
        request = Request(method, url, headers, files, data, params, auth, cookies, hooks, json)
        return self.send(self.prepare_request(request), timeout=timeout, allow_redirects=allow_redirects)

    def send(self, request, timeout=None, allow_redirects=True, **kwargs):
        """The answer to a request that is ready to be sent, or to those that it leads to."""
        response = self._sent(request, timeout)
        history = []
        while response.is_redirect:
            onward = self._onward(response)
            if not allow_redirects:
                response._next = onward
                break
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            response = self._sent(onward, timeout)
            response.history = history[:]
        return response

    def _sent(self, request, timeout):
        response = self.get_adapter(request.url).send(request, timeout=timeout)
        for hooks in (request.hooks.get("response"), self.hooks["response"]):
            for hook in (hooks,) if callable(hooks) else hooks or ():
                response = hook(response) or response
        return response

    def _onward(self, response):
        """The request that an answer leads to."""
        before = response.request
        url = urljoin(response.url, response.headers["location"])
        if not urlsplit(url).fragment and urlsplit(response.url).fragment:
            url += "#" + urlsplit(response.url).fragment
        headers = before.headers.copy()
        method = before.method
        body = before.body
        if response.status_code not in (307, 308):
            body = None
            for name in _BODY_HEADERS:
                headers.pop(name, None)
        if response.status_code in (302, 303) and method != "HEAD" or response.status_code == 301 and method == "POST":
            method = "GET"
        made = Request(method, url, headers, hooks=before.hooks).prepare()
        made.body = body
        return made

    def get(self, url, **kwargs):
        """GET"""
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        """OPTIONS"""
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        """HEAD"""
        return self.request("HEAD", url, **{"allow_redirects": False, **kwargs})

    def post(self, url, data=None, json=None, **kwargs):
        """POST"""
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        """PUT"""
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        """PATCH"""
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        """DELETE"""
        return self.request("DELETE", url, **kwargs)


def session():
    """A new session."""
    return Session()
