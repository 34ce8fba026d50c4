//! Who waits for whom, as a picture.

use trace::{Trace, WaitsFor};
use yew::{Html, html};

use super::rich::rich;
use crate::{
    i18n::{Language, names, words},
    waits::{Arrow, BOX, Label, Node, Waits},
};

/// How far the arrows of a circle bow outwards, so that two between the same boxes are apart.
const BOW: f64 = 30.0;
/// Letters of a name that find room in a box.
const LETTERS: usize = 16;

/// The picture, and the circles in words; nothing where nobody waits for anybody.
pub(crate) fn waits(language: Language, trace: &Trace, waits: &[WaitsFor]) -> Html {
    if waits.is_empty() {
        return Html::default();
    }
    let picture = Waits::of(waits);
    let circles = WaitsFor::circles(waits);
    let circles: Vec<String> = circles
        .iter()
        .map(|circle| names::circle(language, trace, circle))
        .collect();
    let (width, height) = picture.size;
    html! {
        <figure class="waits" data-testid="waits">
            <div class="scroll" tabindex="0" role="group" aria-label={language.say(words::WAITS)}>
                <svg role="img" aria-label={language.say(words::WAITS)} viewBox={format!("0 0 {width:.0} {height:.0}")}
                    width={format!("{width:.0}")} height={format!("{height:.0}")}>
                    { for picture.arrows.iter().map(|one| arrow(language, trace, &picture, one)) }
                    { for picture.nodes.iter().map(|one| node(language, trace, one)) }
                </svg>
            </div>
            <figcaption>
                { for circles.iter().map(|sentence| html! { <p class="circle" data-testid="circle">{ rich(sentence) }</p> }) }
                <p class="note">{ language.say(words::WAITS_HINT) }</p>
            </figcaption>
        </figure>
    }
}

fn node(language: Language, trace: &Trace, node: &Node) -> Html {
    let name = match node.label {
        Label::Thread(fiber) => names::thread(trace, fiber),
        Label::More(number) => names::more_threads(language, number),
    };
    let short = if name.chars().count() > LETTERS {
        name.chars().take(LETTERS - 1).chain(['…']).collect()
    } else {
        name.clone()
    };
    let (x, y) = node.at;
    let class = match node.label {
        Label::Thread(_) if node.in_circle => "box in-circle",
        Label::Thread(_) => "box",
        Label::More(_) => "box more",
    };
    html! {
        <g {class} transform={format!("translate({x:.1} {y:.1})")}>
            <title>{ name }</title>
            <rect x={format!("{}", -BOX.0 / 2.0)} y={format!("{}", -BOX.1 / 2.0)} width={BOX.0.to_string()} height={BOX.1.to_string()} rx="6" />
            <text text-anchor="middle" dy="0.35em">{ short }</text>
        </g>
    }
}

fn arrow(language: Language, trace: &Trace, picture: &Waits, arrow: &Arrow) -> Html {
    let (from, to) = (picture.nodes[arrow.from].at, picture.nodes[arrow.to].at);
    let curve = if arrow.from == arrow.to {
        Curve::around(from)
    } else {
        Curve::between(from, to, if arrow.in_circle { BOW } else { 0.0 })
    };
    let folded = matches!(picture.nodes[arrow.from].label, Label::More(_));
    let label = match arrow.lock {
        Some(lock) => names::lock_label(language, trace, lock),
        None if folded => String::new(),
        None => language.say(words::WAITS_FOR_END).to_owned(),
    };
    let (tip, angle) = curve.tip();
    let (x, y) = curve.middle();
    html! {
        <g class={if arrow.in_circle { "arrow in-circle" } else { "arrow" }}>
            <path class="line" d={curve.path()} />
            <path class="head" d="M1 0l-10 -5v10z" transform={format!("translate({:.1} {:.1}) rotate({angle:.1})", tip.0, tip.1)} />
            <text text-anchor="middle" x={format!("{x:.1}")} y={format!("{y:.1}")} dy="0.35em">{ label }</text>
        </g>
    }
}

type Point = (f64, f64);

/// A cubic curve: start, two points that pull at it, end.
struct Curve([Point; 4]);

impl Curve {
    /// From one box to another, to the left of the straight line by so much.
    fn between(from: Point, to: Point, bow: f64) -> Self {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(1.0);
        let aside = (dy / length * bow, -dx / length * bow);
        let pull = |part: f64| (from.0 + dx * part + aside.0, from.1 + dy * part + aside.1);
        let (near, far) = (pull(0.33), pull(0.67));
        Self([border(from, near), near, far, border(to, far)])
    }

    /// From a box to itself, above it.
    fn around((x, y): Point) -> Self {
        let top = y - BOX.1 / 2.0;
        let side = BOX.0 / 4.0;
        Self([
            (x - side, top),
            (x - side, top - 1.4 * BOW),
            (x + side, top - 1.4 * BOW),
            (x + side, top),
        ])
    }

    fn path(&self) -> String {
        let [a, b, c, d] = self.0;
        format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1
        )
    }

    fn middle(&self) -> Point {
        let [a, b, c, d] = self.0;
        let mean = |of: fn(Point) -> f64| (of(a) + 3.0 * of(b) + 3.0 * of(c) + of(d)) / 8.0;
        (mean(|point| point.0), mean(|point| point.1))
    }

    /// Where it ends, and in which direction, in degrees.
    fn tip(&self) -> (Point, f64) {
        let [_, _, before, end] = self.0;
        (end, (end.1 - before.1).atan2(end.0 - before.0).to_degrees())
    }
}

/// Where a line from the middle of a box to a place leaves the box.
fn border(middle: Point, towards: Point) -> Point {
    let (dx, dy) = (towards.0 - middle.0, towards.1 - middle.1);
    let reach = |half: f64, d: f64| if d == 0.0 { f64::INFINITY } else { half / d.abs() };
    let part = reach(BOX.0 / 2.0, dx).min(reach(BOX.1 / 2.0, dy)).min(1.0);
    (middle.0 + dx * part, middle.1 + dy * part)
}
