//! A hash by which runs can be compared at a glance.

use trace::Trace;

/// FNV-1a (64 bits) over a trace's encoded bytes: equal for equal runs, on every machine.
pub(crate) fn digest(trace: &Trace) -> u64 {
    let bytes = wire::encode(trace).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn equal_runs_have_equal_digests_and_others_do_not() {
        let run = fixture::two_threads_and_a_lock();
        assert_eq!(digest(&run), digest(&run.clone()));
        let mut other = run.clone();
        other.slices[0].end += 1;
        assert_ne!(digest(&run), digest(&other));
    }
}
