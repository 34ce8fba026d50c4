//! How full something was, as columns of pixels.

use super::{Row, View};

/// How many changes of one pixel are looked at to find the highest.
const SAMPLES: usize = 48;

/// Neighbouring pixels of one height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// First pixel.
    pub from: u32,
    /// The pixel behind the last.
    pub to: u32,
    /// The highest level there.
    pub value: u64,
}

/// The columns of a row for a window that is `width` pixels wide; what is empty has none. Takes O(width · log changes).
pub(crate) fn columns(row: &Row, view: View, width: u32) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let edge = |pixel: u32| view.from + f64::from(pixel) / f64::from(width) * view.length();
    for pixel in 0..width {
        let (left, right) = (edge(pixel), edge(pixel + 1));
        // What was reached before this pixel still holds at its beginning.
        let first = row.levels.partition_point(|(since, _)| *since as f64 <= left);
        let last = row.levels.partition_point(|(since, _)| (*since as f64) < right);
        let within = &row.levels[first.saturating_sub(1)..last];
        let sampled = within.iter().step_by(within.len().div_ceil(SAMPLES).max(1));
        let value = sampled.map(|(_, value)| *value).max().unwrap_or_default();
        match columns.last_mut() {
            Some(column) if column.to == pixel && column.value == value => column.to = pixel + 1,
            _ if value > 0 => columns.push(Column {
                from: pixel,
                to: pixel + 1,
                value,
            }),
            _ => {}
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use trace::ResourceId;

    use super::*;
    use crate::timeline::RowKind;

    #[test]
    fn columns_are_as_high_as_the_level_was() {
        let mut row = Row::new(RowKind::Level(ResourceId(0)), Vec::new());
        row.levels = vec![(20, 1), (40, 3), (60, 0), (80, 2)];
        let column = |from, to, value| Column { from, to, value };
        assert_eq!(
            columns(&row, View::whole(100), 100),
            [column(20, 40, 1), column(40, 60, 3), column(80, 100, 2)]
        );
        assert_eq!(columns(&row, View::whole(100), 2), [column(0, 2, 3)]);
    }
}
