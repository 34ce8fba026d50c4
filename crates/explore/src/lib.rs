//! Systematic search over machine states: every outcome, with a schedule that reaches it.
