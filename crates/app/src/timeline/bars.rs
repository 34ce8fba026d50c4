//! Spans as bars on pixels: at most one bar per pixel, whatever the number of spans.

use super::{Paint, Row, Span, View};

/// How many spans of one pixel are looked at to find out which kind of waiting prevails there.
const SAMPLES: usize = 48;

/// A bar from one pixel to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bar {
    /// First pixel.
    pub from: u32,
    /// The pixel behind the last.
    pub to: u32,
    /// What to paint.
    pub paint: Paint,
    /// How much of its time the bar's owner was busy, in quarters rounded up: 1 to 4; 4 for everything that waits.
    pub quarters: u8,
}

/// The bars of a row for a window that is `width` pixels wide. Takes O(width · log spans).
///
/// Where several spans share a pixel, execution wins over waiting, because it is what the eye looks for; how much of the
/// pixel it fills is told by `quarters`.
pub(crate) fn bars(row: &Row, view: View, width: u32) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let pixels = f64::from(width);
    let edge = |pixel: u32| view.from + f64::from(pixel) / pixels * view.length();
    let mut pixel = 0;
    while pixel < width {
        let left = edge(pixel);
        let first = row.spans.partition_point(|span| span.end as f64 <= left);
        let Some(span) = row.spans.get(first) else { break };
        if span.start as f64 >= view.to {
            break;
        }
        let begins = view.x(span.start, pixels);
        if begins >= f64::from(pixel + 1) {
            pixel = begins as u32;
            continue;
        }
        let ends = view.x(span.end, pixels);
        let full = if begins <= f64::from(pixel) {
            (ends.min(pixels)) as u32
        } else {
            pixel
        };
        if full > pixel {
            push(&mut bars, pixel, full, span.paint, 4);
            pixel = full;
            continue;
        }
        let right = edge(pixel + 1);
        let behind = row.spans.partition_point(|span| (span.start as f64) < right);
        let (paint, quarters) = prevailing(row, first, behind.max(first + 1), left, right);
        push(&mut bars, pixel, pixel + 1, paint, quarters);
        pixel += 1;
    }
    bars
}

fn push(bars: &mut Vec<Bar>, from: u32, to: u32, paint: Paint, quarters: u8) {
    match bars.last_mut() {
        Some(last) if last.to == from && last.paint == paint && last.quarters == quarters => last.to = to,
        _ => bars.push(Bar {
            from,
            to,
            paint,
            quarters,
        }),
    }
}

/// What to paint for the spans `first..behind` between two times.
fn prevailing(row: &Row, first: usize, behind: usize, left: f64, right: f64) -> (Paint, u8) {
    let spans = &row.spans[first..behind];
    let within = |span: &Span| (span.end as f64).min(right) - (span.start as f64).max(left);
    let busy = spans.iter().step_by(spans.len().div_ceil(SAMPLES));
    let mut owner: Option<(Paint, f64)> = None;
    let mut waits: Option<(Paint, f64)> = None;
    for span in busy {
        let longest = match span.paint {
            Paint::Owner(_) => &mut owner,
            _ => &mut waits,
        };
        let length = within(span);
        if longest.is_none_or(|(_, best)| length > best) {
            *longest = Some((span.paint, length));
        }
    }
    // Sampling may miss a lone busy span among many waits; the sums do not.
    let total = row.busy_before[behind] - row.busy_before[first];
    let owner = owner.or_else(|| {
        let busy = spans.iter().find(|span| matches!(span.paint, Paint::Owner(_)));
        busy.filter(|_| total > 0).map(|span| (span.paint, 0.0))
    });
    match (owner, waits) {
        (Some((paint, _)), _) => {
            let part = (total as f64 / (right - left)).min(1.0);
            (paint, ((part * 4.0).ceil() as u8).clamp(1, 4))
        }
        (None, Some((paint, _))) => (paint, 4),
        (None, None) => (spans[0].paint, 4),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use trace::FiberId;

    use super::*;
    use crate::{fixture, timeline::Picture};

    fn row(index: usize) -> Row {
        Picture::of(&Rc::new(fixture::two_threads_and_a_lock())).rows[index].clone()
    }

    #[test]
    fn wide_spans_are_one_bar_each() {
        let bars = bars(&row(0), View::whole(600), 600);
        let ends: Vec<(u32, u32)> = bars.iter().map(|bar| (bar.from, bar.to)).collect();
        assert_eq!(ends, [(0, 200), (200, 300), (300, 500), (500, 600)]);
        assert!(bars.iter().all(|bar| bar.quarters == 4));
    }

    #[test]
    fn there_is_never_more_than_one_bar_per_pixel() {
        let trace = Rc::new(fixture::many_switches(100_000));
        let picture = Picture::of(&trace);
        for row in &picture.rows {
            let bars = bars(row, View::whole(trace.ended_at), 300);
            assert!(bars.len() <= 300, "{}", bars.len());
            assert!(bars.windows(2).all(|pair| pair[0].to <= pair[1].from));
        }
    }

    #[test]
    fn execution_shows_among_waits_with_its_share() {
        // Two threads take turns of equal length, so each pixel of either thread's row is half busy.
        let trace = Rc::new(fixture::many_switches(10_000));
        let picture = Picture::of(&trace);
        let bars = bars(&picture.rows[1], View::whole(trace.ended_at), 100);
        assert!(
            bars.iter()
                .all(|bar| bar.paint == Paint::Owner(FiberId(0)) && (2..=3).contains(&bar.quarters)),
            "{bars:?}"
        );
    }

    #[test]
    fn a_zoomed_window_is_covered_from_edge_to_edge() {
        let bars = bars(&row(0), View::whole(600).zoomed(0.25, 0.5), 90);
        assert_eq!((bars[0].from, bars.last().expect("some").to), (0, 90));
    }
}
