//! The canvas with its size, its window of time, and its one pending frame.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, render::AnimationFrame};
use trace::Nanos;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ResizeObserver};
use yew::NodeRef;

use super::TimelineProps;
use crate::{
    browser,
    i18n::Language,
    state::Shown,
    timeline::{self, AXIS, ROW, View, cursor, gutter},
};

/// How close to a mark the pointer has to be to mean it, in CSS pixels.
const NEAR: f64 = 5.0;

/// The canvas and all that its picture depends on.
pub(super) struct Stage {
    pub canvas: NodeRef,
    pub scroller: NodeRef,
    pub readout: NodeRef,
    scene: Rc<RefCell<Scene>>,
    watch: Option<Watch>,
}

struct Scene {
    shown: Rc<Shown>,
    view: View,
    cursor: Option<Nanos>,
    pointer: Option<(f64, f64)>,
    language: Language,
    frame: Option<AnimationFrame>,
}

/// What makes the picture wrong from outside: another size, another colour scheme.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _scheme: Option<EventListener>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Stage {
    pub(super) fn new(props: &TimelineProps) -> Self {
        Self {
            canvas: NodeRef::default(),
            scroller: NodeRef::default(),
            readout: NodeRef::default(),
            scene: Rc::new(RefCell::new(Scene {
                shown: Rc::clone(&props.shown),
                view: View::whole(props.shown.trace().ended_at),
                cursor: None,
                pointer: None,
                language: props.language,
                frame: None,
            })),
            watch: None,
        }
    }

    /// Another run.
    pub(super) fn begin(&mut self, props: &TimelineProps) {
        let mut scene = self.scene.borrow_mut();
        scene.shown = Rc::clone(&props.shown);
        scene.view = View::whole(props.shown.trace().ended_at);
        scene.pointer = None;
    }

    /// The canvas is in the page now.
    pub(super) fn mount(&mut self) {
        let Some(scroller) = self.scroller.cast::<Element>() else {
            return;
        };
        let resized = {
            let painter = self.painter();
            Closure::<dyn FnMut()>::new(move || painter.request())
        };
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&scroller);
        let dark = browser::window().match_media("(prefers-color-scheme: dark)");
        let scheme = dark.ok().flatten().map(|query| {
            let painter = self.painter();
            EventListener::new(&query, "change", move |_| painter.request())
        });
        self.watch = Some(Watch {
            observer,
            _resized: resized,
            _scheme: scheme,
        });
    }

    /// The page's state may have changed.
    pub(super) fn show(&mut self, props: &TimelineProps) {
        {
            let mut scene = self.scene.borrow_mut();
            let at = props.cursor.map(|step| cursor::time(props.shown.trace(), step));
            if let Some(at) = at.filter(|at| scene.cursor != Some(*at)) {
                scene.view = scene.view.showing(at);
            }
            scene.cursor = at;
            scene.language = props.language;
        }
        self.request();
    }

    /// The height of all rows, in CSS pixels.
    pub(super) fn height(&self, shown: &Shown) -> f64 {
        AXIS + shown.picture.rows.len() as f64 * ROW
    }

    pub(super) fn change_view(&mut self, change: impl FnOnce(View) -> View) {
        {
            let mut scene = self.scene.borrow_mut();
            scene.view = change(scene.view);
        }
        self.request();
    }

    pub(super) fn fit(&mut self) {
        let end = self.scene.borrow().shown.trace().ended_at;
        self.change_view(|_| View::whole(end));
    }

    pub(super) fn pan_pixels(&mut self, by: f64) {
        let (_, width) = self.plot();
        self.change_view(|view| view.panned(-by / width));
    }

    /// The pointer is here, or nowhere.
    pub(super) fn point_at(&mut self, pointer: Option<(f64, f64)>) {
        self.scene.borrow_mut().pointer = pointer;
        self.request();
    }

    /// The time at a pixel.
    pub(super) fn time_at(&self, x: f64) -> Nanos {
        let (left, width) = self.plot();
        self.scene.borrow().view.time((x - left).clamp(0.0, width), width)
    }

    /// Which part of the window a pixel is at.
    pub(super) fn part_at(&self, x: f64) -> f64 {
        let (left, width) = self.plot();
        ((x - left) / width).clamp(0.0, 1.0)
    }

    /// Which part of the window the cursor is at, or the middle.
    pub(super) fn cursor_part(&self) -> f64 {
        let scene = self.scene.borrow();
        let part = scene.cursor.map(|at| scene.view.x(at, 1.0));
        part.filter(|part| (0.0..=1.0).contains(part)).unwrap_or(0.5)
    }

    fn plot(&self) -> (f64, f64) {
        let width = self
            .canvas
            .cast::<HtmlCanvasElement>()
            .map_or(1.0, |canvas| f64::from(canvas.client_width()));
        let left = gutter(width);
        (left, (width - left).max(1.0))
    }

    /// Draws before the next picture of the page, once.
    pub(super) fn request(&self) {
        self.painter().request();
    }

    fn painter(&self) -> Painter {
        Painter {
            canvas: self.canvas.clone(),
            scroller: self.scroller.clone(),
            readout: self.readout.clone(),
            scene: Rc::clone(&self.scene),
        }
    }
}

/// Draws the scene when its frame comes.
#[derive(Clone)]
struct Painter {
    canvas: NodeRef,
    scroller: NodeRef,
    readout: NodeRef,
    scene: Rc<RefCell<Scene>>,
}

impl Painter {
    fn request(&self) {
        let mut scene = self.scene.borrow_mut();
        if scene.frame.is_some() {
            return;
        }
        let painter = self.clone();
        scene.frame = Some(browser::next_frame(move || painter.paint()));
    }

    fn paint(&self) {
        let mut scene = self.scene.borrow_mut();
        scene.frame = None;
        let (Some(canvas), Some(scroller)) = (
            self.canvas.cast::<HtmlCanvasElement>(),
            self.scroller.cast::<Element>(),
        ) else {
            return;
        };
        let (width, height) = (
            f64::from(scroller.client_width()),
            f64::from(scroller.client_height()),
        );
        let ratio = browser::window().device_pixel_ratio();
        let size = ((width * ratio) as u32, (height * ratio) as u32);
        if size.0 == 0 || size.1 == 0 {
            return;
        }
        if (canvas.width(), canvas.height()) != size {
            canvas.set_width(size.0);
            canvas.set_height(size.1);
        }
        let Some(context) = canvas
            .get_context("2d")
            .ok()
            .flatten()
            .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        // Resets the scale of the frame before; it fails for no finite numbers.
        let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        let left = gutter(width);
        let scrolled = f64::from(scroller.scroll_top());
        let hover = scene
            .pointer
            .filter(|(x, _)| *x >= left)
            .map(|(x, _)| scene.view.time(x - left, (width - left).max(1.0)));
        let stage = timeline::Stage {
            canvas: &canvas,
            width,
            height,
            scrolled,
            view: scene.view,
            cursor: scene.cursor,
            hover,
            language: scene.language,
        };
        stage.draw(&context, &scene.shown.picture);
        self.tell(&scene, hover, (scrolled, (width - left).max(1.0)));
    }

    /// Says what lies under the pointer; the plot is so wide, in CSS pixels.
    fn tell(&self, scene: &Scene, hover: Option<Nanos>, (scrolled, width): (f64, f64)) {
        let (Some(readout), Some(at), Some((_, y))) = (self.readout.cast::<Element>(), hover, scene.pointer)
        else {
            return;
        };
        if y < AXIS {
            return;
        }
        let row = ((y - AXIS + scrolled) / ROW) as usize;
        let within = (scene.view.length() * NEAR / width) as Nanos;
        let sentence = timeline::describe_near(&scene.shown.picture, row, (at, within), scene.language);
        if let Some(sentence) = sentence {
            readout.set_text_content(Some(&sentence));
        }
    }
}
