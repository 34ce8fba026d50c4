//! The share dialog: a link, or a file where a link would be too long.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlDialogElement, HtmlInputElement};
use wire::Link;
use yew::{Callback, Html, TargetCast, component, html, use_effect_with, use_node_ref};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    browser,
    i18n::{sentences, words},
    state::Action,
};

/// The dialog.
#[component(ShareDialog)]
pub(crate) fn share_dialog(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(state.share.is_some(), move |open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            match open {
                // Showing a dialog fails only if it is shown already.
                true if !dialog.open() => drop(dialog.show_modal()),
                false if dialog.open() => dialog.close(),
                _ => {}
            }
        });
    }
    let close = dispatch.reform(|_: Event| Action::CloseShare);
    let content = state.share.as_ref().map(|share| {
        let link = browser::link(&share.fragment);
        let select_all = |event: yew::FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
        let copied = share.copied.map(|done| if done { words::SHARE_COPIED } else { words::COPY_FAILED });
        html! {
            <>
                <p>{ language.say(words::SHARE_NOTE) }</p>
                if share.without_run { <p class="note" data-testid="share-without-run">{ language.say(words::SHARE_OLD_RUN) }</p> }
                if share.fits {
                    <label class="field field-wide">
                        <span>{ language.say(words::SHARE_LINK) }{ " · " }<span data-testid="share-length">{ sentences::link_length(language, link.chars().count()) }</span></span>
                        <input type="text" readonly=true data-testid="share-link" value={link} onfocus={select_all} />
                    </label>
                    <div class="row">
                        <button type="button" class="button primary" data-testid="copy-link" onclick={dispatch.reform(|_| Action::CopyLink)}>
                            <Icon of={Picture::Copy} />{ language.say(words::SHARE_COPY) }</button>
                        <span role="status" data-testid="share-copied">{ copied.map(|phrase| language.say(phrase)) }</span>
                    </div>
                } else {
                    <p class="bad" data-testid="share-too-long">{ sentences::link_too_long(language, share.fragment.len(), wire::LONGEST) }</p>
                }
                <hr />
                <p class="muted">{ language.say(words::SHARE_FILE_HINT) }</p>
                <div class="row">
                    <button type="button" class="button" data-testid="share-download" onclick={dispatch.reform(|_| Action::Download)}>
                        { language.say(words::SHARE_DOWNLOAD) }</button>
                    <label class="button file">
                        { language.say(words::OPEN_FILE) }
                        <input type="file" class="visually-hidden" data-testid="open-file" onchange={open_file(dispatch.clone())} />
                    </label>
                </div>
            </>
        }
    });
    html! {
        <dialog ref={dialog} class="dialog" data-testid="share-dialog" aria-labelledby="share-title" onclose={close}>
            <div class="card-head">
                <h2 id="share-title">{ language.say(words::SHARE_TITLE) }</h2>
                <span class="spring" />
                <button type="button" class="button quiet square" data-testid="share-close" aria-label={language.say(words::CLOSE)}
                    onclick={dispatch.reform(|_| Action::CloseShare)}><Icon of={Picture::Close} /></button>
            </div>
            { content.unwrap_or_default() }
        </dialog>
    }
}

fn open_file(dispatch: Callback<Action>) -> impl Fn(Event) {
    move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // Choosing the same file again is a choice too.
        input.set_value("");
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let text = JsFuture::from(file.unchecked_ref::<web_sys::Blob>().text()).await;
            let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
            dispatch.emit(Action::LinkOpened(Link::from_fragment(text.trim()).map(Box::new)));
        });
    }
}
