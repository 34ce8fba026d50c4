//! The timeline on a canvas.

use trace::{FiberId, Nanos};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::{
    Arrow, MarkKind, Paint, Picture, Row, RowKind, View,
    bars::{Bar, bars},
    levels::columns,
    view::ticks,
};
use crate::{
    browser,
    i18n::{self, Language, names, resources, words},
};

/// How many colours there are for threads; they repeat beyond.
const LANE_COLOURS: u32 = 8;
/// Height of a row, in CSS pixels.
pub(crate) const ROW: f64 = 30.0;
/// Height of the axis above the rows.
pub(crate) const AXIS: f64 = 26.0;
/// Height of what executes or holds.
const BAR: f64 = 20.0;
/// Height of what waits.
const BAND: f64 = 5.0;
/// A bar at least so wide has room for a name.
const NAMED: u32 = 54;
/// At most so many marks of a row are drawn per pixel column of this width.
const MARK_GAP: f64 = 4.0;
/// Narrower timelines leave out the part of a thread's name that tells its function.
const NARROW: f64 = 520.0;
/// Pixels between two labels of the axis, at least.
const TICK_GAP: f64 = 90.0;
const FONT: &str = "12px system-ui, sans-serif";
const SMALL: &str = "11px system-ui, sans-serif";

/// The number of a thread's colour: `--lane-0` and so on in the style sheet.
pub(crate) fn lane_colour(fiber: FiberId) -> u32 {
    fiber.0 % LANE_COLOURS
}

/// What is to be drawn, and where.
pub(crate) struct Stage<'a> {
    /// The canvas.
    pub canvas: &'a HtmlCanvasElement,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    /// How far the rows are scrolled up.
    pub scrolled: f64,
    /// The window of time.
    pub view: View,
    /// Where the cursor is.
    pub cursor: Option<Nanos>,
    /// Where the pointer is.
    pub hover: Option<Nanos>,
    /// The language of the labels.
    pub language: Language,
}

struct Palette {
    lanes: Vec<String>,
    text: String,
    muted: String,
    line: String,
    surface: String,
    stripe: String,
    accent: String,
    danger: String,
    on_lane: String,
    gil_wait: String,
    lock_wait: String,
    thread_wait: String,
    sleep: String,
}

impl Palette {
    fn of(element: &Element) -> Self {
        let get = |name: &str| browser::style_variable(element, name);
        Self {
            lanes: (0..LANE_COLOURS)
                .map(|lane| get(&format!("--lane-{lane}")))
                .collect(),
            text: get("--text"),
            muted: get("--muted"),
            line: get("--line"),
            surface: get("--surface"),
            stripe: get("--stripe"),
            accent: get("--accent"),
            danger: get("--danger"),
            on_lane: get("--on-lane"),
            gil_wait: get("--wait-gil"),
            lock_wait: get("--wait-lock"),
            thread_wait: get("--wait-thread"),
            sleep: get("--wait-sleep"),
        }
    }

    fn paint(&self, paint: Paint) -> &str {
        match paint {
            Paint::Owner(fiber) => &self.lanes[lane_colour(fiber) as usize],
            Paint::GilWait => &self.gil_wait,
            Paint::LockWait => &self.lock_wait,
            Paint::ThreadWait => &self.thread_wait,
            Paint::Sleep => &self.sleep,
        }
    }
}

/// How much of the width the rows' names take.
pub(crate) fn gutter(width: f64) -> f64 {
    if width < NARROW { 104.0 } else { 140.0 }
}

impl Stage<'_> {
    /// Draws everything. Takes O(visible rows · width · log spans).
    pub(crate) fn draw(&self, context: &CanvasRenderingContext2d, picture: &Picture) {
        let palette = Palette::of(self.canvas);
        context.set_fill_style_str(&palette.surface);
        context.fill_rect(0.0, 0.0, self.width, self.height);
        context.set_text_baseline("middle");
        self.grid(context, &palette);

        let first = ((self.scrolled) / ROW) as usize;
        let shown = (self.height / ROW) as usize + 2;
        for (index, row) in picture.rows.iter().enumerate().skip(first).take(shown) {
            let top = AXIS + index as f64 * ROW - self.scrolled;
            self.row(context, &palette, picture, (row, index, top));
        }
        for arrow in picture.arrows.seen(self.view, first..first + shown) {
            self.arrow(context, &palette, arrow);
        }
        self.axis(context, &palette);
        self.lines(context, &palette);
    }

    fn plot(&self) -> (f64, f64) {
        let left = gutter(self.width);
        (left, (self.width - left).max(1.0))
    }

    fn row(
        &self,
        context: &CanvasRenderingContext2d,
        palette: &Palette,
        picture: &Picture,
        (row, index, top): (&Row, usize, f64),
    ) {
        let (left, width) = self.plot();
        for bar in bars(row, self.view, width as u32) {
            self.bar(context, palette, picture, (row, &bar, left, top));
        }
        self.levels(context, palette, (row, left, top, width));
        self.marks(context, palette, (row, left, top, width));

        context.set_fill_style_str(if index % 2 == 1 {
            &palette.stripe
        } else {
            &palette.surface
        });
        context.fill_rect(0.0, top, left - 6.0, ROW);
        context.set_font(FONT);
        let (name, colour) = match row.kind {
            RowKind::Gil(process) => (names::gil(&picture.trace, process), None),
            RowKind::Fiber(fiber) => (self.thread_label(picture, fiber), Some(fiber)),
            RowKind::Lock(lock) => (names::lock_label(self.language, &picture.trace, lock), None),
            RowKind::Task(resource) | RowKind::Level(resource) => {
                (resources::label(self.language, &picture.trace, resource), None)
            }
        };
        // What runs in a thread lies below it, further in.
        let mut text_left = match row.kind {
            RowKind::Task(_) => 24.0,
            _ => 10.0,
        };
        if let Some(fiber) = colour {
            context.set_fill_style_str(palette.paint(Paint::Owner(fiber)));
            context.fill_rect(10.0, top + ROW / 2.0 - 5.0, 4.0, 10.0);
            text_left = 20.0;
        }
        context.set_fill_style_str(if colour.is_some() {
            &palette.text
        } else {
            &palette.muted
        });
        text(
            context,
            &name,
            (text_left, top + ROW / 2.0),
            left - text_left - 8.0,
        );
    }

    fn thread_label(&self, picture: &Picture, fiber: FiberId) -> String {
        let name = names::thread(&picture.trace, fiber);
        match name.split_once(" (") {
            Some((short, _)) if self.width < NARROW => short.to_owned(),
            _ => name,
        }
    }

    fn bar(
        &self,
        context: &CanvasRenderingContext2d,
        palette: &Palette,
        picture: &Picture,
        (row, bar, left, top): (&Row, &Bar, f64, f64),
    ) {
        let (from, width) = (left + f64::from(bar.from), f64::from(bar.to - bar.from));
        context.set_fill_style_str(palette.paint(bar.paint));
        match bar.paint {
            Paint::Owner(owner) => {
                context.set_global_alpha(0.25 + f64::from(bar.quarters) * 0.1875);
                context.fill_rect(from, top + (ROW - BAR) / 2.0, width, BAR);
                context.set_global_alpha(1.0);
                if bar.to - bar.from >= NAMED && matches!(row.kind, RowKind::Gil(_) | RowKind::Lock(_)) {
                    context.set_fill_style_str(&palette.on_lane);
                    context.set_font(SMALL);
                    let name = names::thread(&picture.trace, owner);
                    text(context, &name, (from + 6.0, top + ROW / 2.0), width - 12.0);
                }
            }
            _ => {
                context.fill_rect(from, top + (ROW + BAR) / 2.0 - BAND, width, BAND);
                if bar.to - bar.from >= 2 * NAMED {
                    let what = match bar.paint {
                        Paint::GilWait => words::LEGEND_GIL_WAIT,
                        Paint::LockWait => words::LEGEND_LOCK,
                        Paint::ThreadWait => words::LEGEND_JOIN,
                        Paint::Sleep | Paint::Owner(_) => words::LEGEND_SLEEP,
                    };
                    context.set_fill_style_str(&palette.muted);
                    context.set_font(SMALL);
                    let place = (from + 4.0, top + ROW / 2.0 - 3.0);
                    text(context, self.language.say(what), place, width - 8.0);
                }
            }
        }
    }

    /// How full it is, as an area whose top is the highest level of the whole run.
    fn levels(
        &self,
        context: &CanvasRenderingContext2d,
        palette: &Palette,
        (row, left, top, width): (&Row, f64, f64, f64),
    ) {
        let Some(highest) = row
            .levels
            .iter()
            .map(|(_, value)| *value)
            .max()
            .filter(|most| *most > 0)
        else {
            return;
        };
        context.set_fill_style_str(&palette.accent);
        context.set_global_alpha(0.5);
        for column in columns(row, self.view, width as u32) {
            let height = (column.value as f64 / highest as f64 * BAR).max(1.0);
            let (from, to) = (f64::from(column.from), f64::from(column.to));
            context.fill_rect(left + from, top + (ROW + BAR) / 2.0 - height, to - from, height);
        }
        context.set_global_alpha(1.0);
    }

    /// Output below the bar, what is taken and given as ticks at its upper edge; never more than the eye can tell apart.
    fn marks(
        &self,
        context: &CanvasRenderingContext2d,
        palette: &Palette,
        (row, left, top, width): (&Row, f64, f64, f64),
    ) {
        let behind = |time: f64| row.marks.partition_point(|mark| (mark.at as f64) < time);
        let (mut index, end) = (behind(self.view.from), behind(self.view.to));
        let gap = self.view.length() * MARK_GAP / width;
        while index < end {
            let mark = row.marks[index];
            let x = left + self.view.x(mark.at, width);
            match mark.kind {
                MarkKind::Output | MarkKind::Error => {
                    let colour = if mark.kind == MarkKind::Error {
                        &palette.danger
                    } else {
                        &palette.text
                    };
                    context.set_fill_style_str(colour);
                    context.begin_path();
                    context.move_to(x, top + ROW - 8.0);
                    context.line_to(x - 4.0, top + ROW - 1.0);
                    context.line_to(x + 4.0, top + ROW - 1.0);
                    context.fill();
                }
                MarkKind::Took => {
                    context.set_fill_style_str(&palette.text);
                    context.fill_rect(x - 0.75, top + 1.0, 1.5, 6.0);
                    context.fill_rect(x, top + 1.0, 4.0, 1.5);
                }
                MarkKind::Gave => {
                    context.set_fill_style_str(&palette.muted);
                    context.fill_rect(x - 0.75, top + 1.0, 1.5, 6.0);
                    context.fill_rect(x - 4.0, top + 1.0, 4.0, 1.5);
                }
            }
            index = behind(mark.at as f64 + gap).max(index + 1);
        }
    }

    /// A curve from one row's bar to another's, with a head.
    fn arrow(&self, context: &CanvasRenderingContext2d, palette: &Palette, arrow: Arrow) {
        let (left, width) = self.plot();
        let x = |at: Nanos| left + self.view.x(at, width);
        let edge = |row: usize, lower: bool| {
            let middle = AXIS + row as f64 * ROW - self.scrolled + ROW / 2.0;
            middle + if lower { BAR / 2.0 } else { -BAR / 2.0 }
        };
        let down = arrow.to > arrow.from;
        let (from, to) = (
            (x(arrow.at), edge(arrow.from, down)),
            (x(arrow.until), edge(arrow.to, !down)),
        );
        let bend = (to.1 - from.1) / 2.0;
        context.save();
        context.begin_path();
        context.rect(left, AXIS, width, self.height - AXIS);
        context.clip();
        context.set_global_alpha(0.6);
        context.set_stroke_style_str(&palette.text);
        context.set_fill_style_str(&palette.text);
        context.begin_path();
        context.move_to(from.0, from.1);
        context.bezier_curve_to(from.0, from.1 + bend, to.0, to.1 - bend, to.0, to.1);
        context.stroke();
        let back = if down { -6.0 } else { 6.0 };
        context.begin_path();
        context.move_to(to.0, to.1);
        context.line_to(to.0 - 3.5, to.1 + back);
        context.line_to(to.0 + 3.5, to.1 + back);
        context.fill();
        context.restore();
    }

    /// Every other row's ground and the axis's lines, under everything else.
    fn grid(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let (left, width) = self.plot();
        context.set_fill_style_str(&palette.stripe);
        let first = (self.scrolled / ROW) as usize;
        for index in (first..first + (self.height / ROW) as usize + 2).filter(|index| index % 2 == 1) {
            context.fill_rect(0.0, AXIS + index as f64 * ROW - self.scrolled, self.width, ROW);
        }
        context.set_fill_style_str(&palette.line);
        for at in ticks(self.view, width, TICK_GAP) {
            let x = left + self.view.x(at, width);
            context.fill_rect(x.round(), AXIS - 6.0, 1.0, self.height - AXIS + 6.0);
        }
    }

    fn axis(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let (left, width) = self.plot();
        context.set_fill_style_str(&palette.surface);
        context.fill_rect(0.0, 0.0, self.width, AXIS - 1.0);
        context.set_font(SMALL);
        context.set_fill_style_str(&palette.muted);
        for at in ticks(self.view, width, TICK_GAP) {
            let x = left + self.view.x(at, width);
            let label = i18n::duration(at);
            let room = self.width - x - 4.0;
            if room > 20.0 {
                text(context, &label, (x + 4.0, AXIS / 2.0 - 1.0), room);
            }
        }
        context.set_fill_style_str(&palette.line);
        context.fill_rect(0.0, AXIS - 1.0, self.width, 1.0);
        context.fill_rect(left - 1.0, AXIS, 1.0, self.height - AXIS);
    }

    fn lines(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let (left, width) = self.plot();
        let inside = |at: Nanos| {
            let x = left + self.view.x(at, width);
            (x >= left - 1.0 && x <= self.width + 1.0).then_some(x)
        };
        if let Some(x) = self.hover.and_then(inside) {
            context.set_fill_style_str(&palette.muted);
            context.set_global_alpha(0.5);
            context.fill_rect(x.round(), AXIS, 1.0, self.height - AXIS);
            context.set_global_alpha(1.0);
        }
        if let Some(x) = self.cursor.and_then(inside) {
            context.set_fill_style_str(&palette.accent);
            context.fill_rect(x.round() - 1.0, AXIS - 4.0, 2.0, self.height - AXIS + 4.0);
            context.begin_path();
            context.move_to(x - 6.0, AXIS - 11.0);
            context.line_to(x + 6.0, AXIS - 11.0);
            context.line_to(x, AXIS - 2.0);
            context.fill();
        }
    }
}

/// Writes a text that is cut, with an ellipsis, to the room it has.
fn text(context: &CanvasRenderingContext2d, text: &str, (x, y): (f64, f64), room: f64) {
    let fits = |text: &str| {
        context
            .measure_text(text)
            .is_ok_and(|metrics| metrics.width() <= room)
    };
    // Drawing text fails only in a context that is lost, which shows nothing anyway.
    if fits(text) {
        let _ = context.fill_text(text, x, y);
        return;
    }
    let mut cut: String = text.to_owned();
    while cut.pop().is_some() {
        let shorter = format!("{cut}…");
        if cut.is_empty() || fits(&shorter) {
            if !cut.is_empty() {
                let _ = context.fill_text(&shorter, x, y);
            }
            return;
        }
    }
}
