//! Lessons: programs, their parameters and manifests.
