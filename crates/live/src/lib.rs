//! The same machine on real threads: a worker per Python thread and a GIL that is a lock.
