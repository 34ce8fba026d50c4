//! The root: holds the state, feeds it with what happens, and carries out what it wants done.

use std::rc::Rc;

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, KeyboardEvent};
use wire::Link;
use yew::{Component, Context, Html, html};

use crate::{
    browser,
    components::{Header, LessonPane, Library, NoticeBar, ProgramPane, RunPane, ShareDialog},
    course,
    engine::{Engine, Flavour},
    i18n::Language,
    state::{Action, Effect, EngineEvent, SharedMemory, State, Theme, reduce},
    storage,
};

/// How long typing must pause before the program is checked, in milliseconds.
const CHECK_PAUSE: u32 = 350;
/// How long a run may take to stop before its engine is ended, in milliseconds.
const STOP_PATIENCE: u32 = 2_000;

/// The page.
pub(crate) struct App {
    state: State,
    engine: Option<Engine>,
    /// The engine with threads did not start here; the other one is used from now on.
    threads_failed: bool,
    check: Option<Timeout>,
    _listeners: [EventListener; 2],
}

/// What reaches the root.
#[derive(Debug)]
pub(crate) enum Message {
    /// Something for the state.
    Do(Action),
    /// The page has been drawn once.
    FirstPaint,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let language = storage::read("language").unwrap_or_else(browser::preferred_language);
        let theme = storage::read("theme").unwrap_or_default();
        let state = State::new(
            Language::of_tag(&language),
            Theme::of_tag(&theme),
            browser::shared_memory(),
        );
        apply_language(&state);
        apply_theme(state.theme);
        let send = |action| ctx.link().send_message(Message::Do(action));
        if let Some(opened) = opened() {
            send(opened);
        }
        send(Action::LoadCourse);
        send(Action::Returned(Rc::new(course::progress())));
        Self {
            state,
            engine: None,
            threads_failed: false,
            check: None,
            _listeners: [listen_to_keys(ctx), listen_to_fragment(ctx)],
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        // The engine's download must not compete with the first picture: two frames, and the picture is there.
        let link = ctx.link().clone();
        Timeout::new(30, move || link.send_message(Message::FirstPaint)).forget();
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::FirstPaint => {
                self.start_engine(ctx);
                false
            }
            Message::Do(Action::Engine(EngineEvent::Died { loaded: false }))
                if self.can_do_without_threads() =>
            {
                self.threads_failed = true;
                self.start_engine(ctx);
                false
            }
            Message::Do(action) => {
                for effect in reduce(&mut self.state, action) {
                    self.carry_out(ctx, effect);
                }
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = Rc::new(self.state.clone());
        let dispatch = ctx.link().callback(Message::Do);
        html! {
            <>
                <Header state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                <NoticeBar state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                <main class="regions">
                    <LessonPane state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                    <ProgramPane state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                    <RunPane state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                </main>
                <Library state={Rc::clone(&state)} dispatch={dispatch.clone()} />
                <ShareDialog state={state} {dispatch} />
            </>
        }
    }
}

impl App {
    fn can_do_without_threads(&self) -> bool {
        self.state.shared_memory == SharedMemory::Granted && !self.threads_failed
    }

    fn start_engine(&mut self, ctx: &Context<Self>) {
        let flavour = if self.can_do_without_threads() {
            Flavour::Threads
        } else {
            Flavour::Single
        };
        // The old worker ends before the new one begins: two of them would not fit everywhere.
        self.engine = None;
        let on_event = ctx.link().callback(|event| Message::Do(Action::Engine(event)));
        self.engine = Some(Engine::start(flavour, on_event));
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let send = ctx.link().callback(Message::Do);
        match effect {
            Effect::LoadCourse => spawn_local(async move {
                send.emit(Action::CourseLoaded(course::load().await));
            }),
            Effect::LoadLesson(id) => spawn_local(async move {
                send.emit(
                    course::load_lesson(&id)
                        .await
                        .map_or(Action::LessonAbsent(id), |lesson| {
                            let drafts = course::drafts(&lesson);
                            Action::LessonLoaded(Rc::new(lesson), drafts)
                        }),
                );
            }),
            Effect::Send(request) => {
                if let Some(engine) = &self.engine {
                    engine.send(request);
                }
            }
            Effect::RevealLesson => browser::scroll_to_begin(".pane.lesson"),
            Effect::RevealRun => browser::reveal_if_stacked(".pane.run"),
            Effect::RestartEngine => self.start_engine(ctx),
            Effect::WatchStop(run) => {
                Timeout::new(STOP_PATIENCE, move || send.emit(Action::StopOverdue(run))).forget();
            }
            Effect::CheckSoon => {
                self.check = Some(Timeout::new(CHECK_PAUSE, move || send.emit(Action::CheckDue)));
            }
            Effect::SaveDraft {
                lesson,
                program,
                text,
                kept,
            } => storage::save_draft(&lesson, &program, text.as_deref(), &kept),
            Effect::ApplyLanguage => {
                storage::write("language", Some(self.state.language.tag()));
                apply_language(&self.state);
            }
            Effect::ApplyTheme(theme) => {
                storage::write("theme", Some(theme.tag()));
                apply_theme(theme);
            }
            Effect::SetFragment(fragment) => browser::set_fragment(&fragment),
            Effect::CopyFragment(fragment) => copy(browser::link(&fragment), send),
            Effect::Copy(text) => copy(text, send),
            Effect::SaveProgress(progress) => course::save_progress(&progress),
            Effect::Save { name, text } => {
                browser::save(&name, &text);
            }
        }
    }
}

/// The link in the address bar, if there is one.
fn opened() -> Option<Action> {
    let fragment = browser::fragment();
    (!fragment.is_empty()).then(|| Action::LinkOpened(Link::from_fragment(&fragment).map(Box::new)))
}

fn copy(text: String, send: yew::Callback<Action>) {
    spawn_local(async move {
        send.emit(Action::Copied(browser::copy(text).await));
    });
}

fn apply_language(state: &State) {
    if let Some(root) = browser::root() {
        // Setting an attribute fails only for names that are none.
        let _ = root.set_attribute("lang", state.language.tag());
    }
}

fn apply_theme(theme: Theme) {
    if let Some(root) = browser::root() {
        let _ = root.set_attribute("data-theme", theme.tag());
    }
}

/// Ctrl or Cmd with Enter runs, Escape stops, Ctrl or Cmd with Shift and S shares; wherever the focus is.
fn listen_to_keys(ctx: &Context<App>) -> EventListener {
    let send = ctx.link().callback(Message::Do);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&browser::window(), "keydown", options, move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let command = key.ctrl_key() || key.meta_key();
        let action = match key.key().as_str() {
            "Enter" if command => Action::Run,
            // In an open dialog Escape means the dialog.
            "Escape" if !command && !browser::has_dialog() => Action::Stop,
            "s" | "S" if command && key.shift_key() => Action::Share,
            _ => return,
        };
        if !matches!(action, Action::Stop) {
            event.prevent_default();
        }
        send.emit(action);
    })
}

/// A link that is put into the address bar of an open page, or reached by going back, is opened too.
fn listen_to_fragment(ctx: &Context<App>) -> EventListener {
    let send = ctx.link().callback(Message::Do);
    EventListener::new(&browser::window(), "hashchange", move |_| {
        if let Some(opened) = opened() {
            send.emit(opened);
        }
    })
}
