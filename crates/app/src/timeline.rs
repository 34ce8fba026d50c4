//! What the timeline shows, computed without a browser: rows of spans, the visible window, bars per pixel, and the cursor.

mod arrows;
mod bars;
pub(crate) mod cursor;
mod describe;
mod levels;
mod paint;
mod picture;
mod view;

pub(crate) use arrows::Arrow;
pub(crate) use describe::{describe, describe_near};
pub(crate) use paint::{AXIS, ROW, Stage, gutter, lane_colour};
pub(crate) use picture::{MarkKind, Paint, Picture, Row, RowKind, Span};
pub(crate) use view::View;
