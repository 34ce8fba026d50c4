/**
 * Messages about the program: underlined in the text and listed below it.
 *
 * A list rather than tooltips, since a tooltip can be reached neither by touch nor by a screen reader. The list is a live
 * region, each entry a button that leads to its place. Places are written "line:column", so no words need translating.
 */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";
import { offsetOf, placeAt } from "./places.js";

/** Longer lists help nobody and cost a node each; the rest is only counted. */
const LISTED = 20;

const SYMBOLS = { error: "✕", warning: "!", info: "i" };

const setMessages = StateEffect.define();

/** The underlines. Each carries its message in its `spec`, so that the list follows the text while the learner edits. */
const field = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMessages)) return effect.value;
    return marks.map(transaction.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

/** Replaces all messages by `[{line, column, endLine, endColumn, message, severity}]`. */
export function showDiagnostics(view, list) {
  const { doc } = view.state;
  if (list.length === 0 && view.state.field(field).size === 0) return;
  const marks = list.map((diagnostic) => underline(doc, diagnostic));
  view.dispatch({ effects: setMessages.of(Decoration.set(marks, true)) });
}

function underline(doc, { line, column, endLine, endColumn, message, severity }) {
  const from = offsetOf(doc, line, column);
  const to = offsetOf(doc, endLine || line, endColumn || column);
  const kind = Object.hasOwn(SYMBOLS, severity) ? severity : "error";
  const [start, end] = visible(doc, from, to);
  const spec = (name) => ({ class: `${name} cm-${kind}`, attributes: { title: message }, message, kind });
  if (start === end) return Decoration.line(spec("cm-underlinedEmpty")).range(start);
  return Decoration.mark(spec("cm-underline")).range(start, end);
}

/**
 * Widens a range in which nothing can be seen, an empty one or a line's end, to a character of its line, behind or else
 * before it; on an empty line it becomes empty.
 */
function visible(doc, from, to) {
  if (doc.sliceString(from, to).trim() !== "") return [from, to];
  const line = doc.lineAt(from);
  if (from < line.to) return [from, from + (line.text.codePointAt(from - line.from) > 0xffff ? 2 : 1)];
  return [Math.max(line.from, from - 1), from];
}

/** The first messages as `[{from, to, place, message, kind}]` in order of place, and how many there are. */
function entries(state) {
  const marks = state.field(field);
  const list = [];
  for (const cursor = marks.iter(); cursor.value && list.length < LISTED; cursor.next()) {
    const { message, kind } = cursor.value.spec;
    list.push({ from: cursor.from, to: cursor.to, place: placeAt(state.doc, cursor.from), message, kind });
  }
  return { list, count: marks.size };
}

let lists = 0;

const messageList = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.dom = view.dom.appendChild(document.createElement("div"));
      this.dom.className = "cm-messages";
      this.dom.setAttribute("role", "status");
      this.id = `editor-messages-${lists++}`;
      this.shown = "";
    }

    update({ view, state, startState, docChanged }) {
      if (!docChanged && state.field(field) === startState.field(field)) return;
      const { list, count } = entries(state);
      // Unchanged entries stay in the page: a live region that is written again is read out again.
      const key = JSON.stringify(list.map(({ place, message, kind }) => [place, message, kind]).concat(count));
      if (key === this.shown) return;
      this.shown = key;
      this.dom.replaceChildren(...list.map((entry, index) => this.button(view, entry, index)));
      if (count > list.length) this.dom.append(`+${count - list.length}`);
    }

    button(view, { kind, place, message }, index) {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `${this.id}-${index}`;
      button.className = `cm-message cm-${kind}`;
      button.append(part("cm-symbol", SYMBOLS[kind]), part("cm-place", place), part("cm-words", message));
      button.firstChild.setAttribute("aria-hidden", "true");
      button.onclick = () => {
        // The entry's place now, which typing may have moved without changing what it says.
        const { from, to } = entries(view.state).list[index];
        view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
        view.focus();
      };
      return button;
    }

    destroy() {
      this.dom.remove();
    }
  },
  {
    provide: (plugin) =>
      EditorView.contentAttributes.of((view) => {
        const { list } = entries(view.state);
        if (list.length === 0) return null;
        return {
          "aria-invalid": String(list.some(({ kind }) => kind === "error")),
          "aria-describedby": `${view.plugin(plugin)?.id}-0`,
        };
      }),
  },
);

function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

export function diagnostics() {
  return [field, messageList];
}
