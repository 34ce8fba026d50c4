//! Curves over an axis. Places are percentages of the plot, so that it fits every screen while its text stays readable.

use std::rc::Rc;

use lesson::Log;
use web_sys::KeyboardEvent;
use yew::{AttrValue, Html, Properties, component, html, use_state};

use crate::{
    chart::Scale,
    i18n::{Language, figure, measures, words},
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ChartProps {
    /// What it shows, for those who cannot see it.
    pub label: AttrValue,
    /// What the horizontal axis is called.
    pub axis: AttrValue,
    /// The values of the horizontal axis that have points.
    pub values: Rc<[f64]>,
    /// Which axes are logarithmic.
    pub log: Log,
    /// What is drawn.
    pub curves: Vec<Drawn>,
    /// The language.
    pub language: Language,
}

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    /// What it is called.
    pub name: String,
    /// Its points.
    pub points: Points,
}

/// The points of a curve.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Points {
    /// One for each value of the axis; none where there is a gap.
    Measured(Vec<Option<f64>>),
    /// A law: so close to each other that nobody sees them.
    Law(Vec<(f64, f64)>),
}

/// Colours, marks and dashes in which curves differ.
const LOOKS: usize = 5;

/// Marks around their place, in pixels: each of another shape, for eyes that tell few hues apart.
const MARKS: [&str; LOOKS] = [
    "M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0 -9 0z",
    "M-4 -4h8v8h-8z",
    "M0 -5.500l5.200 9.500h-10.400z",
    "M0 -6l5.500 6l-5.500 6l-5.500 -6z",
    "M0 5.500l5.200 -9.500h-10.400z",
];

/// How much larger a curve's marks are than those of the next one, which would hide them where both have the same point.
const LARGER: f64 = 0.18;

/// The width of the lines' own coordinates, which are stretched over the plot.
const WIDTH: f64 = 1000.0;

/// A chart with its legend and what it says at the value that is pointed at.
#[component(Chart)]
pub(crate) fn chart(props: &ChartProps) -> Html {
    let pointed = use_state(|| None::<usize>);
    let language = props.language;
    let Some(scales) = Scales::of(props) else {
        return html! { <p class="muted" data-testid="no-points">{ language.say(words::NO_POINTS) }</p> };
    };
    let point_at = {
        let pointed = pointed.clone();
        move |place: Option<usize>| pointed.set(place)
    };
    let last = props.values.len().saturating_sub(1);
    let pointed = (*pointed).filter(|place| *place <= last);
    let onkeydown = {
        let point_at = point_at.clone();
        move |event: KeyboardEvent| {
            let place = match (event.key().as_str(), pointed) {
                ("ArrowLeft" | "ArrowDown", Some(place)) => place.saturating_sub(1),
                ("ArrowRight" | "ArrowUp", Some(place)) => last.min(place + 1),
                ("ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home", _) => 0,
                ("End", _) => last,
                _ => return,
            };
            event.prevent_default();
            point_at(Some(place));
        }
    };
    let onpointerleave = {
        let point_at = point_at.clone();
        move |_| point_at(None)
    };
    let reading = pointed.map(|place| reading(props, place));
    let points = props
        .curves
        .iter()
        .map(|curve| curve.points.count())
        .sum::<usize>();
    html! {
        <figure class="chart" data-testid="chart" data-points={points.to_string()}>
            <div class="chart-plot" style={format!("--gutter:{}ch", scales.gutter())} tabindex="0" role="slider" data-testid="chart-plot"
                aria-label={format!("{}. {}", props.label, language.say(words::READING))}
                aria-valuemin="0" aria-valuemax={last.to_string()} aria-valuenow={pointed.unwrap_or(0).to_string()}
                aria-valuetext={reading.clone().unwrap_or_default()} {onkeydown} {onpointerleave}>
                <svg width="100%" height="100%" aria-hidden="true">
                    { scales.grid() }
                    if let Some(x) = pointed.and_then(|place| scales.x.part(*props.values.get(place)?)) {
                        <line class="chart-guide" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
                    }
                    { for props.curves.iter().enumerate().map(|(look, curve)| scales.line(look, curve, &props.values)) }
                    { for props.curves.iter().enumerate().map(|(look, curve)| scales.marks((look, props.curves.len()), curve, &props.values)) }
                    { for scales.columns(&props.values).map(|(place, from, to)| {
                        let point_at = point_at.clone();
                        let onpointerenter = move |_| point_at(Some(place));
                        html! {
                            <rect x={percent(from)} width={percent(to - from)} y="0" height="100%" fill="transparent"
                                data-testid="chart-column" {onpointerenter} />
                        }
                    }) }
                </svg>
            </div>
            <p class="chart-axis" aria-hidden="true">{ &props.axis }</p>
            <ul class="legend chart-legend">
                { for props.curves.iter().enumerate().map(|(look, curve)| legend(look, curve)) }
            </ul>
            <p class="readout" data-testid="chart-reading">{ reading.unwrap_or_else(|| language.say(words::PLOT_HINT).to_owned()) }</p>
        </figure>
    }
}

/// What all curves say at one of the axis's values.
fn reading(props: &ChartProps, place: usize) -> String {
    let value = props.values.get(place).copied().unwrap_or_default();
    let curves: Vec<(String, Option<f64>)> = props
        .curves
        .iter()
        .filter_map(|curve| match &curve.points {
            Points::Measured(points) => Some((curve.name.clone(), points.get(place).copied().flatten())),
            Points::Law(_) => None,
        })
        .collect();
    measures::reading(props.language, &props.axis, value, &curves)
}

fn legend(look: usize, curve: &Drawn) -> Html {
    html! {
        <li style={colour(look)}>
            <svg class="chart-swatch" width="30" height="14" viewBox="-15 -7 30 14" aria-hidden="true">
                <line class={line_class(look, &curve.points)} x1="-15" x2="15" y1="0" y2="0" />
                if matches!(curve.points, Points::Measured(_)) { <path class="chart-mark" d={MARKS[look % LOOKS]} /> }
            </svg>
            <span>{ &curve.name }</span>
        </li>
    }
}

fn colour(look: usize) -> String {
    format!("--curve: var(--lane-{})", look % LOOKS)
}

fn line_class(look: usize, points: &Points) -> String {
    match points {
        Points::Measured(_) => format!("chart-line chart-line-{}", look % LOOKS),
        Points::Law(_) => "chart-line chart-law".to_owned(),
    }
}

fn percent(part: f64) -> String {
    format!("{:.2}%", part * 100.0)
}

impl Points {
    /// How many there are to be seen.
    fn count(&self) -> usize {
        match self {
            Self::Measured(points) => points.iter().flatten().count(),
            Self::Law(_) => 0,
        }
    }

    /// All of them with their places on the horizontal axis; none where the curve is interrupted.
    fn over(&self, values: &[f64]) -> Vec<(f64, Option<f64>)> {
        match self {
            Self::Measured(points) => values.iter().copied().zip(points.iter().copied()).collect(),
            Self::Law(points) => points.iter().map(|(x, y)| (*x, Some(*y))).collect(),
        }
    }
}

/// Both axes.
struct Scales {
    x: Scale,
    y: Scale,
}

impl Scales {
    fn of(props: &ChartProps) -> Option<Self> {
        let points = |curve: &Drawn| curve.points.over(&props.values);
        let figures = props
            .curves
            .iter()
            .flat_map(points)
            .filter_map(|(_, figure)| figure);
        Some(Self {
            x: Scale::of_values(&props.values, props.log.x())?,
            y: Scale::of_figures(figures, props.log.y())?,
        })
    }

    /// Room for the numbers at the vertical axis, in widths of a digit.
    fn gutter(&self) -> usize {
        let widths = self.y.ticks().iter().map(|tick| figure(*tick).chars().count());
        widths.max().unwrap_or(0)
    }

    /// Where a point lies, from the left and from the top.
    fn place(&self, (x, y): (f64, Option<f64>)) -> Option<(f64, f64)> {
        Some((self.x.part(x)?, 1.0 - self.y.part(y?)?))
    }

    fn grid(&self) -> Html {
        let rows = self
            .y
            .ticks()
            .iter()
            .filter_map(|tick| Some((tick, self.y.part(*tick)?)));
        let rows = rows.map(|(tick, part)| {
            let y = percent(1.0 - part);
            html! {
                <>
                    <line class="chart-grid" x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                    <text class="chart-tick chart-tick-y" x="-13" {y} dy="0.32em">{ figure(*tick) }</text>
                </>
            }
        });
        let columns = self
            .x
            .ticks()
            .iter()
            .filter_map(|tick| Some((tick, self.x.part(*tick)?)));
        let columns = columns.map(|(tick, part)| {
            let x = percent(part);
            html! {
                <>
                    <line class="chart-notch" x1={x.clone()} x2={x.clone()} y1="100%" y2="100%" />
                    <text class="chart-tick chart-tick-x" {x} y="100%" dy="1.5em">{ figure(*tick) }</text>
                </>
            }
        });
        html! { <>{ for rows }{ for columns }<line class="chart-base" x1="0" x2="100%" y1="100%" y2="100%" /></> }
    }

    /// A curve's line, in pieces between its gaps.
    fn line(&self, look: usize, curve: &Drawn, values: &[f64]) -> Html {
        let places: Vec<Option<(f64, f64)>> = curve
            .points
            .over(values)
            .into_iter()
            .map(|point| self.place(point))
            .collect();
        let pieces = places.split(Option::is_none).filter(|piece| piece.len() > 1);
        let pieces = pieces.map(|piece| {
            let points: Vec<String> = piece
                .iter()
                .flatten()
                .map(|(x, y)| format!("{:.1},{:.1}", x * WIDTH, y * WIDTH))
                .collect();
            html! {
                <polyline class={line_class(look, &curve.points)} points={points.join(" ")} vector-effect="non-scaling-stroke" />
            }
        });
        html! {
            <svg class="chart-lines" width="100%" height="100%" viewBox={format!("0 0 {WIDTH} {WIDTH}")} preserveAspectRatio="none"
                style={colour(look)}>{ for pieces }</svg>
        }
    }

    /// The marks of a curve, one of so many.
    fn marks(&self, (look, all): (usize, usize), curve: &Drawn, values: &[f64]) -> Html {
        if matches!(curve.points, Points::Law(_)) {
            return html! {};
        }
        let scale = 1.0 + LARGER * (all - 1 - look) as f64;
        let marks = curve.points.over(values).into_iter().filter_map(|point| {
            let (x, y) = self.place(point)?;
            Some(html! {
                <svg class="chart-place" x={percent(x)} y={percent(y)} data-testid="chart-mark" data-x={point.0.to_string()}
                    data-y={point.1.map(|figure| figure.to_string())}><path class="chart-mark" d={MARKS[look % LOOKS]} transform={format!("scale({scale:.2})")} /></svg>
            })
        });
        html! { <g style={colour(look)}>{ for marks }</g> }
    }

    /// The part of the width that is nearest to each of the values that have a place.
    fn columns(&self, values: &[f64]) -> impl Iterator<Item = (usize, f64, f64)> {
        let mut places: Vec<(usize, f64)> = values
            .iter()
            .enumerate()
            .filter_map(|(place, value)| Some((place, self.x.part(*value)?)))
            .collect();
        places.sort_by(|a, b| a.1.total_cmp(&b.1));
        let middle = |a: f64, b: f64| f64::midpoint(a, b);
        let from: Vec<f64> = std::iter::once(0.0)
            .chain(places.windows(2).map(|pair| middle(pair[0].1, pair[1].1)))
            .chain(std::iter::once(1.0))
            .collect();
        (0..places.len()).map(move |index| (places[index].0, from[index], from[index + 1]))
    }
}
