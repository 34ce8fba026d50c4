//! How far the learner has come.

use std::collections::BTreeSet;

/// What is remembered of the lessons, by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Those that were opened.
    pub opened: BTreeSet<String>,
    /// Those whose questions were answered rightly.
    pub answered: BTreeSet<String>,
}
