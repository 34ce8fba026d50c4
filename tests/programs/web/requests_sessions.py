# A session's headers, parameters and hooks go with all of its requests.
import requests

SITE = "http://127.0.0.1:8808"
with requests.Session() as session:
    session.headers.update({"X-Name": "value"})
    session.params = {"p": "1"}
    print(session.get(SITE + "/headers").json(), session.get(SITE + "/get", params={"q": 2}).json()["args"])
    print(session.get(SITE + "/headers", headers={"x-name": None, "X-Other": "o"}).json())
    session.hooks["response"].append(lambda response, *args, **kwargs: print("seen", response.status_code))
    session.get(SITE + "/status/204")
    session.auth = ("u", "p")
    print(session.get(SITE + "/headers").json()["headers"]["Authorization"])
    session.mount("http://", requests.adapters.HTTPAdapter(pool_connections=5, pool_maxsize=5))
    prepared = session.prepare_request(requests.Request("GET", SITE + "/get", params={"a": "b"}))
    print(prepared, prepared.method, prepared.url, session.send(prepared).status_code)
