//! What the timeline shows, computed without a browser: rows of spans, the visible window, bars per pixel, and the cursor.

mod bars;
pub(crate) mod cursor;
mod picture;
mod view;

pub(crate) use bars::{Bar, bars};
pub(crate) use picture::{Mark, MarkKind, Paint, Picture, Row, RowKind, Span};
pub(crate) use view::{View, ticks};
