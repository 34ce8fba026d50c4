//! The facade: what the engine and the command line both call.
