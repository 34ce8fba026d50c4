//! The code editor: a plain text field at once, and CodeMirror in its place as soon as that has been loaded.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Object, Reflect};
use trace::{Diagnostic, Severity};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement, InputEvent};
use yew::{Component, Context, Html, NodeRef, Properties, TargetCast, html};

use super::program::OnEdit;
use crate::{
    browser,
    i18n::{Language, words},
};

#[wasm_bindgen]
extern "C" {
    /// The JavaScript `import()` expression.
    #[wasm_bindgen(js_name = import, catch)]
    async fn import_module(url: &str) -> Result<JsValue, JsValue>;

    /// The editor's module, see `www/editor`.
    #[derive(Clone, Debug)]
    pub(crate) type Module;
    #[wasm_bindgen(method)]
    fn create(this: &Module, parent: &Element, text: &str, options: &Object) -> JsValue;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Module, handle: &JsValue, text: &str);
    #[wasm_bindgen(method, js_name = setLabel)]
    fn set_label(this: &Module, handle: &JsValue, label: &str);
    #[wasm_bindgen(method, js_name = setCursorLines)]
    fn set_cursor_lines(this: &Module, handle: &JsValue, lines: &Array);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &Module, handle: &JsValue, diagnostics: &Array);
    #[wasm_bindgen(method)]
    fn destroy(this: &Module, handle: &JsValue);
}

/// Where a thread stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CursorLine {
    /// The line, from 1.
    pub line: u32,
    /// The number of the thread's colour.
    pub lane: u32,
    /// Whether it is the thread that ran last.
    pub current: bool,
    /// The thread's name.
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct EditorProps {
    /// The text.
    pub text: Rc<str>,
    /// The language of the label and of the messages.
    pub language: Language,
    /// Where the threads stand.
    pub cursor_lines: Vec<CursorLine>,
    /// What is wrong.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// Gets the text after each change.
    pub on_edit: OnEdit,
}

/// The editor of one program; another program gets an editor (and an undo history) of its own.
pub(crate) struct Editor {
    host: NodeRef,
    mounted: Option<Mounted>,
    /// The text that the learner last typed: an echo of it need not be written back.
    typed: Rc<RefCell<Option<String>>>,
}

struct Mounted {
    module: Module,
    handle: JsValue,
    _on_change: Closure<dyn FnMut(String)>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.module.destroy(&self.handle);
    }
}

#[derive(Debug)]
pub(crate) enum Message {
    Loaded(Module),
}

impl Component for Editor {
    type Message = Message;
    type Properties = EditorProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        spawn_local(async move {
            let address = browser::meta("editor").and_then(|name| browser::absolute(&name));
            let Some(address) = address else { return };
            // Without it (say, offline), the plain text field stays.
            if let Ok(module) = import_module(&address).await {
                link.send_message(Message::Loaded(module.unchecked_into()));
            }
        });
        Self {
            host: NodeRef::default(),
            mounted: None,
            typed: Rc::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, Message::Loaded(module): Message) -> bool {
        let Some(host) = self.host.cast::<Element>() else {
            return false;
        };
        let props = ctx.props();
        let (on_edit, typed) = (props.on_edit.clone(), Rc::clone(&self.typed));
        let on_change = Closure::<dyn FnMut(String)>::new(move |text: String| {
            typed.replace(Some(text.clone()));
            on_edit.emit(text);
        });
        let label = JsValue::from_str(props.language.say(words::EDITOR_LABEL));
        let options = object(&[("onChange", on_change.as_ref().clone()), ("label", label)]);
        let handle = module.create(&host, &props.text, &options);
        let mounted = Mounted {
            module,
            handle,
            _on_change: on_change,
        };
        mounted.show_diagnostics(props);
        mounted.show_cursor_lines(props);
        self.mounted = Some(mounted);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &EditorProps) -> bool {
        let props = ctx.props();
        let Some(mounted) = &self.mounted else { return true };
        if props.text != old.text && self.typed.borrow().as_deref() != Some(&*props.text) {
            mounted.module.set_text(&mounted.handle, &props.text);
            self.typed.replace(None);
        }
        if props.language != old.language {
            let label = props.language.say(words::EDITOR_LABEL);
            mounted.module.set_label(&mounted.handle, label);
        }
        if props.diagnostics != old.diagnostics || props.language != old.language {
            mounted.show_diagnostics(props);
        }
        if props.cursor_lines != old.cursor_lines {
            mounted.show_cursor_lines(props);
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let EditorProps {
            text,
            language,
            on_edit,
            ..
        } = ctx.props();
        let oninput =
            on_edit.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
        let plain = self.mounted.is_none();
        html! {
            <div class="editor" data-testid="editor" data-ready={(!plain).to_string()}>
                <div class="editor-host" ref={self.host.clone()}></div>
                if plain {
                    <textarea class="editor-plain" data-testid="editor-plain" spellcheck="false" autocomplete="off" autocapitalize="off"
                        aria-label={language.say(words::PROGRAM)} value={text.to_string()} {oninput} />
                }
            </div>
        }
    }
}

impl Mounted {
    fn show_diagnostics(&self, props: &EditorProps) {
        let list = props.diagnostics.iter().map(|diagnostic| {
            let place = diagnostic.place;
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let message = props.language.pick(&diagnostic.message);
            object(&[
                ("line", place.line.into()),
                ("column", place.column.into()),
                ("endLine", place.end_line.into()),
                ("endColumn", place.end_column.into()),
                ("message", message.into()),
                ("severity", severity.into()),
            ])
        });
        self.module.set_diagnostics(&self.handle, &list.collect());
    }

    fn show_cursor_lines(&self, props: &EditorProps) {
        let list = props.cursor_lines.iter().map(|line| {
            object(&[
                ("line", line.line.into()),
                ("lane", line.lane.into()),
                ("current", line.current.into()),
                ("title", line.title.as_str().into()),
            ])
        });
        self.module.set_cursor_lines(&self.handle, &list.collect());
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
