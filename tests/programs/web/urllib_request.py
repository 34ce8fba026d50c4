# urllib.request, urllib.error, http: answers, errors, requests.
import urllib.request, urllib.error, http.client, http
def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error), error, repr(error))
B="http://127.0.0.1:8808"
r=urllib.request.urlopen(B+"/get?a=1")
print(r.status, r.reason, r.getcode(), r.geturl(), r.url, r.headers, type(r.headers), r.getheader("content-type"), r.getheaders(), r.info()["Content-Length"], r.length, r.msg, r.version, r.closed)
print(r.read(5), r.readline(), r.read()[-10:], r.read(), r.closed)
t(lambda: urllib.request.urlopen(B+"/status/404"))
t(lambda: urllib.request.urlopen(B+"/drop"))
t(lambda: urllib.request.urlopen(B+"/delay/0.3", timeout=0.1))
t(lambda: urllib.request.urlopen("http://127.0.0.1:9/"))
t(lambda: urllib.request.urlopen("http://nohost.invalid/"))
t(lambda: urllib.request.urlopen("nohost"))
t(lambda: urllib.request.urlopen("foo://x"))
t(lambda: urllib.request.urlopen("http:///x"))
t(lambda: urllib.request.urlopen(B+"/a b"))
try: urllib.request.urlopen(B+"/x?status=500&size=3")
except urllib.error.HTTPError as e: print(e.code, e.reason, e.msg, e.headers["content-length"], e.read(), e.url, e.filename, e.geturl(), e.status, isinstance(e, urllib.error.URLError), e.hdrs is e.headers)
try: urllib.request.urlopen("http://127.0.0.1:9/")
except urllib.error.URLError as e: print(e.reason, type(e.reason), e.reason.errno, e.args)
q=urllib.request.Request(B+"/post", data=b"a=1", headers={"X-a":"b"})
print(q.get_method(), q.full_url, q.host, q.headers, q.data, q.type, q.selector, q.has_header("X-a"), q.get_header("X-a"))
print(urllib.request.urlopen(q).read().decode())
print(urllib.request.urlopen(B+"/headers").read())
print(urllib.request.urlopen(B+"/redirect/2").geturl())
q=urllib.request.Request(B+"/put", data=b"x", method="PUT"); q.add_header("Content-Type","application/json2")
print(urllib.request.urlopen(q).read()[-100:])
with urllib.request.urlopen(B+"/bytes/10") as r:
    print(len(r.read()), r.length)
print(r.closed)
for line in urllib.request.urlopen(B+"/get"): print(line); break
t(lambda: urllib.request.urlopen(B+"/post", data="str"))
t(lambda: urllib.request.urlopen(B+"/redirect/50"))
o=urllib.request.build_opener(); o.addheaders=[("X-Q","1")]; print(o.open(B+"/headers").read())
print(http.HTTPStatus.NOT_FOUND, http.HTTPStatus(404).phrase, repr(http.HTTPStatus.OK), http.HTTPStatus.OK==200, http.client.responses[200], len(http.HTTPStatus))
print([ (s.value,s.name,s.phrase) for s in http.HTTPStatus])
