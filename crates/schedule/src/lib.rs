//! The simulated world: virtual clock, GIL model, policies, replay.
