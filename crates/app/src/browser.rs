//! The browser, as far as the page needs it: small wrappers that turn its failures into `None` or `false`.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, Response, Url, Window,
};

use crate::state::SharedMemory;

#[wasm_bindgen]
extern "C" {
    /// `window.crossOriginIsolated`; absent in old browsers.
    #[wasm_bindgen(js_name = crossOriginIsolated, thread_local_v2)]
    static CROSS_ORIGIN_ISOLATED: Option<bool>;
}

/// The window.
pub(crate) fn window() -> Window {
    gloo::utils::window()
}

/// The document.
pub(crate) fn document() -> Document {
    gloo::utils::document()
}

/// The `<html>` element.
pub(crate) fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Whether the browser grants this page shared memory.
pub(crate) fn shared_memory() -> SharedMemory {
    if !CROSS_ORIGIN_ISOLATED.with(|isolated| *isolated == Some(true)) {
        return SharedMemory::NotIsolated;
    }
    match js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("SharedArrayBuffer")) {
        Ok(true) => SharedMemory::Granted,
        _ => SharedMemory::Unknown,
    }
}

/// The smallest step of the browser's clock, in nanoseconds: browsers make it coarse on purpose, so that pages cannot spy on each
/// other. Measured once; nothing where there is no clock.
pub(crate) fn clock_step() -> Option<u64> {
    thread_local! {
        static STEP: Option<u64> = measured_clock_step();
    }
    STEP.with(|step| *step)
}

/// Steps of the clock that are looked at.
const STEPS: u32 = 5;

/// Looks at a clock that may stand still: some milliseconds of it, if it is very coarse.
const MOST_LOOKS: u32 = 1_000_000;

fn measured_clock_step() -> Option<u64> {
    let clock = window().performance()?;
    let mut smallest = f64::INFINITY;
    let (mut last, mut steps) = (clock.now(), 0);
    for _ in 0..MOST_LOOKS {
        let now = clock.now();
        if now > last {
            smallest = smallest.min(now - last);
            last = now;
            steps += 1;
        }
        if steps == STEPS {
            break;
        }
    }
    smallest.is_finite().then(|| (smallest * 1e6).round() as u64)
}

/// The content of a `<meta>`.
pub(crate) fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name=\"{name}\"]"));
    found
        .ok()??
        .get_attribute("content")
        .filter(|content| !content.is_empty())
}

/// An address relative to the page as an absolute one.
pub(crate) fn absolute(relative: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    Url::new_with_base(relative, &base).ok().map(|url| url.href())
}

/// Fetches a text that lies beside the page.
pub(crate) async fn fetch_text(relative: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(&absolute(relative)?))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Scrolls an element to its begin, and the page too.
pub(crate) fn scroll_to_begin(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_scroll_top(0);
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls to an element where the page's regions lie below each other (see `styles/page.css`).
pub(crate) fn reveal_if_stacked(selector: &str) {
    let stacked = window().match_media("(max-width: 759.98px)");
    if !stacked.ok().flatten().is_some_and(|query| query.matches()) {
        return;
    }
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.scroll_into_view();
    }
}

/// Moves the focus among the elements within another that a selector describes: by so many, from the first if none has it.
pub(crate) fn move_focus(within: &Element, selector: &str, by: i32) {
    let Ok(found) = within.query_selector_all(selector) else {
        return;
    };
    let nodes: Vec<_> = (0..found.length())
        .filter_map(|index| found.item(index))
        .collect();
    let focused = document().active_element();
    let here = nodes.iter().position(|node| {
        focused
            .as_ref()
            .is_some_and(|focused| node.is_same_node(Some(focused)))
    });
    let to = here.map_or(Some(0), |here| here.checked_add_signed(by as isize));
    let element = to.and_then(|to| nodes.get(to)?.dyn_ref::<HtmlElement>());
    if let Some(element) = element {
        // Focusing an element that is in the page does not fail.
        let _ = element.focus();
    }
}

/// Whether a dialog is open.
pub(crate) fn has_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|dialog| dialog.is_some())
}

/// The address's part behind the `#`.
pub(crate) fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or("").to_owned()
}

/// Shows a fragment in the address bar without a new entry in the history, and without an event.
pub(crate) fn set_fragment(text: &str) {
    if fragment() == text {
        return;
    }
    let address = if text.is_empty() {
        window().location().pathname().unwrap_or_default() + &window().location().search().unwrap_or_default()
    } else {
        format!("#{text}")
    };
    if let Ok(history) = window().history() {
        // Browsers refuse too many changes in a short time; the next one will do.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The page's address with another fragment.
pub(crate) fn link(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Copies a text to the clipboard.
pub(crate) async fn copy(text: String) -> bool {
    let navigator = window().navigator();
    // Absent where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if clipboard.map_or(true, |clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .is_ok()
}

/// Offers a text for saving.
pub(crate) fn save(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("text/plain");
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url).ok()
}

/// The value of a style sheet's variable.
pub(crate) fn style_variable(element: &Element, name: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style
        .and_then(|style| style.get_property_value(name).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

/// The first of the learner's languages.
pub(crate) fn preferred_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Does something before the next picture is drawn.
pub(crate) fn next_frame(what: impl FnOnce() + 'static) -> gloo::render::AnimationFrame {
    gloo::render::request_animation_frame(move |_| what())
}
