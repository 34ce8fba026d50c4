//! The timeline: a canvas that is redrawn apart from the page's elements, at most once per frame.

mod gestures;
mod stage;

use std::rc::Rc;

use trace::Step;
use web_sys::{KeyboardEvent, PointerEvent, WheelEvent};
use yew::{Callback, Component, Context, Html, Properties, html};

use self::{
    gestures::{Gesture, Gestures},
    stage::Stage,
};
use super::icon::{Icon, Picture};
use crate::{
    i18n::{Language, Phrase, sentences, words},
    state::{Action, Shown, Theme},
    timeline::cursor::{self, Direction, Stride},
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct TimelineProps {
    /// The run.
    pub shown: Rc<Shown>,
    /// Instructions executed at the cursor.
    pub cursor: Option<Step>,
    /// The language of labels and sentences.
    pub language: Language,
    /// Light or dark: another one is another picture.
    pub theme: Theme,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// How much a key or a button zooms.
const ZOOM: f64 = 0.6;

/// The timeline.
pub(crate) struct TimelineView {
    stage: Stage,
    gestures: Gestures,
}

#[derive(Debug)]
pub(crate) enum Message {
    Key(KeyboardEvent),
    Wheel(WheelEvent),
    Down(PointerEvent),
    Move(PointerEvent),
    Up(PointerEvent),
    Leave,
    Zoom(f64),
    Fit,
    Scrolled,
}

impl Component for TimelineView {
    type Message = Message;
    type Properties = TimelineProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            stage: Stage::new(ctx.props()),
            gestures: Gestures::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.stage.mount();
        }
        self.stage.show(ctx.props());
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &TimelineProps) -> bool {
        if !Rc::ptr_eq(&old.shown, &ctx.props().shown) {
            self.stage.begin(ctx.props());
            self.gestures = Gestures::default();
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Key(event) => self.key(ctx, &event),
            Message::Wheel(event) => self.wheel(&event),
            Message::Down(event) => {
                let gesture = self.gestures.down(&event);
                self.carry_out(ctx, gesture);
            }
            Message::Move(event) => {
                self.stage
                    .point_at(Some((f64::from(event.offset_x()), f64::from(event.offset_y()))));
                let gesture = self.gestures.moved(&event);
                self.carry_out(ctx, gesture);
            }
            Message::Up(event) => self.gestures.up(&event),
            Message::Leave => self.stage.point_at(None),
            Message::Zoom(factor) => {
                let anchor = self.stage.cursor_part();
                self.stage.change_view(|view| view.zoomed(factor, anchor));
            }
            Message::Fit => self.stage.fit(),
            Message::Scrolled => self.stage.request(),
        }
        // The canvas is not among the elements that Yew knows.
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let TimelineProps {
            shown,
            cursor,
            language,
            ..
        } = ctx.props();
        let steps = shown.trace().steps();
        let at = cursor.unwrap_or(steps);
        let place = sentences::cursor(*language, at, steps, cursor::time(shown.trace(), at));
        let time = if shown.is_virtual() {
            words::VIRTUAL_TIME
        } else {
            words::MEASURED_TIME
        };
        let link = ctx.link();
        let tool = |picture, hint: Phrase, id: &'static str, message: fn() -> Message| {
            html! {
                <button type="button" class="button square quiet" data-testid={id} title={language.say(hint)} aria-label={language.say(hint)}
                    onclick={link.callback(move |_| message())}><Icon of={picture} /></button>
            }
        };
        html! {
            <section class="card timeline" aria-labelledby="timeline-title">
                <div class="card-head">
                    <h3 id="timeline-title">{ language.say(words::TIMELINE) }</h3>
                    <span class="badge" data-testid="time-kind">{ language.say(time) }</span>
                    <span class="spring" />
                    { tool(Picture::ZoomOut, words::ZOOM_OUT, "zoom-out", || Message::Zoom(1.0 / ZOOM)) }
                    { tool(Picture::ZoomIn, words::ZOOM_IN, "zoom-in", || Message::Zoom(ZOOM)) }
                    { tool(Picture::Fit, words::ZOOM_FIT, "zoom-fit", || Message::Fit) }
                </div>
                <div class="lanes" ref={self.stage.scroller.clone()} onscroll={link.callback(|_| Message::Scrolled)}
                    tabindex="0" role="slider" data-testid="timeline" aria-label={language.say(words::TIMELINE_LABEL)}
                    aria-valuemin="0" aria-valuemax={steps.to_string()} aria-valuenow={at.to_string()} aria-valuetext={place}
                    onkeydown={link.callback(Message::Key)}>
                    <div class="lanes-height" style={format!("height:{}px", self.stage.height(shown))}>
                        <canvas ref={self.stage.canvas.clone()} data-testid="timeline-canvas"
                            onpointerdown={link.callback(Message::Down)} onpointermove={link.callback(Message::Move)}
                            onpointerup={link.callback(Message::Up)} onpointercancel={link.callback(Message::Up)}
                            onpointerleave={link.callback(|_| Message::Leave)} onwheel={link.callback(Message::Wheel)} />
                    </div>
                </div>
                <p class="readout" ref={self.stage.readout.clone()} data-testid="timeline-hover">{ language.say(words::TIMELINE_HINT) }</p>
                <Legend language={*language} />
            </section>
        }
    }
}

impl TimelineView {
    fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) {
        let direction = match event.key().as_str() {
            "ArrowLeft" | "ArrowUp" | "Home" => Direction::Back,
            _ => Direction::Forward,
        };
        let stride = match event.key().as_str() {
            "ArrowLeft" | "ArrowRight" if event.shift_key() => Stride::Switch,
            "ArrowLeft" | "ArrowRight" if event.alt_key() => Stride::Event,
            "ArrowLeft" | "ArrowRight" => Stride::Instruction,
            "ArrowUp" | "ArrowDown" => Stride::Line,
            "Home" | "End" => Stride::End,
            "+" | "=" => return self.keyboard_zoom(event, ZOOM),
            "-" | "_" => return self.keyboard_zoom(event, 1.0 / ZOOM),
            "0" => return self.stage.fit(),
            _ => return,
        };
        event.prevent_default();
        ctx.props().dispatch.emit(Action::MoveCursor(stride, direction));
    }

    fn keyboard_zoom(&mut self, event: &KeyboardEvent, factor: f64) {
        // With Ctrl the browser zooms the whole page.
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        event.prevent_default();
        let anchor = self.stage.cursor_part();
        self.stage.change_view(|view| view.zoomed(factor, anchor));
    }

    /// Ctrl and wheel, or a pinch on a touch pad, zooms; sideways pans; a plain wheel scrolls the page as everywhere.
    fn wheel(&mut self, event: &WheelEvent) {
        let anchor = self.stage.part_at(f64::from(event.offset_x()));
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let factor = (event.delta_y().clamp(-100.0, 100.0) * 0.004).exp();
            self.stage.change_view(|view| view.zoomed(factor, anchor));
            return;
        }
        let sideways = if event.shift_key() {
            event.delta_y()
        } else {
            event.delta_x()
        };
        if sideways != 0.0 {
            event.prevent_default();
            self.stage.change_view(|view| view.panned(sideways * 0.001));
        }
    }

    fn carry_out(&mut self, ctx: &Context<Self>, gesture: Option<Gesture>) {
        match gesture {
            Some(Gesture::Point { x }) => {
                let at = self.stage.time_at(x);
                let step = cursor::step(ctx.props().shown.trace(), at);
                ctx.props().dispatch.emit(Action::PlaceCursor(step));
            }
            Some(Gesture::Pan { by }) => self.stage.pan_pixels(by),
            Some(Gesture::Pinch { factor, x, by }) => {
                let anchor = self.stage.part_at(x);
                self.stage.pan_pixels(by);
                self.stage.change_view(|view| view.zoomed(factor, anchor));
            }
            None => {}
        }
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LegendProps {
    language: Language,
}

/// What the colours mean.
#[yew::component(Legend)]
fn legend(LegendProps { language }: &LegendProps) -> Html {
    let item = |class: &'static str, name: Phrase| {
        html! { <li><span class={format!("swatch {class}")} aria-hidden="true" />{ language.say(name) }</li> }
    };
    html! {
        <ul class="legend">
            { item("swatch-run", words::LEGEND_RUNNING) }
            { item("swatch-gil", words::LEGEND_GIL_WAIT) }
            { item("swatch-lock", words::LEGEND_LOCK) }
            { item("swatch-thread", words::LEGEND_JOIN) }
            { item("swatch-sleep", words::LEGEND_SLEEP) }
            { item("swatch-output", words::LEGEND_OUTPUT) }
        </ul>
    }
}
