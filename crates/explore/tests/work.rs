//! What can happen while C code works without the GIL.

mod common;

use common::{outcomes, set};

#[test]
fn updates_of_one_digest_come_one_after_the_other() {
    let source = "import hashlib, threading
shared = hashlib.md5()
data = bytes(2048)
def work():
    shared.update(data)
threads = []
for _ in range(2):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
early = shared.hexdigest()
for thread in threads:
    thread.join()
digests = []
for times in range(3):
    digests.append(hashlib.md5(data * times).hexdigest())
print(digests.index(early), digests.index(shared.hexdigest()), end='')
";
    assert_eq!(
        outcomes(source),
        set(&[("0 2", false), ("1 2", false), ("2 2", false)])
    );
}

#[test]
fn a_bytearray_keeps_its_size_only_while_it_is_read() {
    let source = "import hashlib, threading
data = bytearray(2048)
def work():
    hashlib.md5(data)
thread = threading.Thread(target=work)
thread.start()
try:
    data.append(1)
    print('free', end='')
except BufferError:
    print('read', end='')
thread.join()
";
    assert_eq!(outcomes(source), set(&[("free", false), ("read", false)]));
}
