//! The reducer, action by action.
