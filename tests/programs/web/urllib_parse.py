# urllib.parse: taking addresses apart and putting them together.
from urllib.parse import *
import urllib.parse
for u in ["http://user:pw@www.Example.com:80/a/b;c?x=1&y=2#frag", "//h/p", "p?q", "mailto:a@b.c", "http://h", "HTTP://H/", "/a/b", "http://[::1]:8/x", "a:b", "1:2", "http://h?x#y", "file:///etc", "", "#f", "http://h/;p"]:
    s=urlsplit(u); p=urlparse(u)
    print(u, tuple(s), tuple(p), s.geturl(), p.geturl(), urldefrag(u), s.hostname, s.port, s.username, s.password)
print(urlparse("http://a/b;c?d#e"), urlsplit("http://a/b"), urlparse("//h", scheme="x"), type(urlsplit("a")).__mro__[0])
base="http://a/b/c/d;p?q"
for r in ["g:h","g","./g","g/","/g","//g","?y","g?y","#s","g#s","g?y#s",";x","g;x","",".","./","..","../","../g","../..","../../","../../g","../../../g","/./g","/../g","g.",".g","./../g","./g/.","g/./h","g/../h","http:g","http://x/y", "a//b"]:
    print(r, urljoin(base, r))
print(urljoin("http://a/b/","c"), urljoin("http://a","c"), urljoin("","x"), urljoin("http://a/b/c/..","d"))
for t in ["a b/c?d=é&~", "/path/测试", "100%", ""]:
    print(quote(t), quote(t, safe=""), quote_plus(t), unquote(quote(t)), unquote_plus(quote_plus(t)))
print(unquote("%zz%41%e4%bd%a0x%ff+"), unquote_to_bytes("a%20b"), quote(b"\xff "), unquote("a%2"), unquote("é%41"))
print(urlencode({"a":1,"b":"x y","c":[1,2]}), urlencode({"c":[1,2]}, doseq=True), urlencode([("a","1"),("a","2")]), urlencode({"q":"é&="}), urlencode({}), urlencode({"s":"a b"}, quote_via=quote))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=1&b=&c", keep_blank_values=True), parse_qsl("x=%20y+z&&d=4"), parse_qsl(""))
for f in (lambda: parse_qs("a", strict_parsing=True), lambda: urlsplit("http://h:x/").port, lambda: urlsplit("http://h:99999/").port, lambda: urlencode("abc"), lambda: urlsplit("http://[x/"), lambda: quote(5), lambda: urlencode(["ab"])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(urlunsplit(("http","h","p","q","f")), urlunparse(("","","p","x","","")), urlunsplit(("http","","/p","","")))
