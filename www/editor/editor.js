/**
 * The code editor of the page: CodeMirror 6 with a Python highlighter, run marks and diagnostics.
 *
 * One ES module (`npm run build:editor -- --outfile=<file>`). The page loads it lazily with `import()`, by absolute
 * URL, and is usable before it arrives; nothing else may import it statically. It makes no request of its own, and takes
 * all colours from the page's CSS variables (theme.js), so a change of theme needs no call.
 *
 * Places are 1-based lines and 1-based columns counted in code points, end column behind the last character. Line ends
 * are LF inside: CR LF and lone CR are converted on the way in, as CPython's tokeniser does.
 *
 * Keyboard: Tab indents, Escape then Tab leaves the editor (keys.js).
 *
 * - `create(parent, text, {onChange, readOnly, label}) -> handle`
 * - `setText(handle, text)`, `getText(handle)`, `setLabel(handle, label)`
 * - `setCursorLines(handle, [{line, lane, current, title}])`
 * - `setDiagnostics(handle, [{line, column, endLine, endColumn, message, severity}])`
 * - `focus(handle)`, `destroy(handle)`
 */
import { Annotation, Compartment, EditorState, Text } from "@codemirror/state";
import { EditorView, highlightSpecialChars, lineNumbers } from "@codemirror/view";
import { history } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { cursorLines, showCursorLines } from "./cursor_lines.js";
import { diagnostics, showDiagnostics } from "./diagnostics.js";
import { keys } from "./keys.js";
import { pythonLanguage } from "./python.js";
import { theme } from "./theme.js";

/** Marks a change that the page made, which the page need not be told of. */
const fromPage = Annotation.define();

/**
 * Appends an editor to `parent` and returns its handle.
 *
 * `onChange(text)` is called at once after every change that the learner makes, undo and redo included.
 */
export function create(parent, text, { onChange, readOnly = false, label = "" } = {}) {
  const labelSlot = new Compartment();
  const extensions = [
    cursorLines(),
    lineNumbers(),
    history(),
    bracketMatching(),
    indentOnInput(),
    // Programs arrive by link from strangers: what reorders or hides text must be visible.
    highlightSpecialChars({ render: specialCharacter }),
    pythonLanguage(),
    diagnostics(),
    keys(),
    theme(),
    labelSlot.of(labelled(label)),
  ];
  if (readOnly) extensions.push(readOnlyText());
  if (onChange) extensions.push(EditorView.updateListener.of(reportTo(onChange)));

  const state = EditorState.create({ doc: textOf(text), extensions });
  return { view: new EditorView({ state, parent }), labelSlot };
}

/**
 * Replaces the text by changing only the stretch that differs, so that cursor, scroll position, marks and undo history
 * stay. The learner can undo it. Does not call `onChange`.
 */
export function setText({ view }, text) {
  const changes = difference(view.state.doc, textOf(text));
  if (changes) view.dispatch({ changes, annotations: fromPage.of(true) });
}

/** The whole text, lines ended by LF. */
export function getText({ view }) {
  return view.state.doc.toString();
}

/** Changes the accessible name, for instance after a change of language. */
export function setLabel({ view, labelSlot }, label) {
  view.dispatch({ effects: labelSlot.reconfigure(labelled(label)) });
}

/** Shows which thread is at which line; see cursor_lines.js. */
export function setCursorLines({ view }, marks) {
  showCursorLines(view, marks);
}

/** Underlines and lists messages; see diagnostics.js. */
export function setDiagnostics({ view }, list) {
  showDiagnostics(view, list);
}

/** Moves the keyboard focus into the text. */
export function focus({ view }) {
  view.focus();
}

/** Removes the editor from the page; the handle must not be used again. */
export function destroy({ view }) {
  view.destroy();
}

function textOf(text) {
  return Text.of(text.split(/\r\n?|\n/));
}

/** The one replacement that turns `before` into `after`, or null if they are equal. */
function difference(before, after) {
  if (before.eq(after)) return null;
  const [a, b] = [before.toString(), after.toString()];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return { from: head, to: a.length - tail, insert: after.slice(head, b.length - tail) };
}

function reportTo(onChange) {
  return (update) => {
    if (!update.docChanged) return;
    if (update.transactions.every((change) => !change.docChanged || change.annotation(fromPage))) return;
    onChange(update.state.doc.toString());
  };
}

function labelled(label) {
  return EditorView.contentAttributes.of(label ? { "aria-label": label } : {});
}

/** Not editable, yet reachable by keyboard, so that it can be scrolled and read out. */
function readOnlyText() {
  return [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ tabindex: "0" }),
  ];
}

/** An invisible character by its code point, a name that every language shares. */
function specialCharacter(code) {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const mark = document.createElement("span");
  mark.className = "cm-specialChar";
  mark.textContent = name;
  return mark;
}

/*! CodeMirror 6, Lezer, style-mod, w3c-keyname, crelt, find-cluster-break

MIT License

Copyright (C) 2016-2024 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE. */
