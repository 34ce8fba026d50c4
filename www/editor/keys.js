/** The keyboard: CodeMirror's usual keys, Tab as Python wants it, and a way out for those who use no mouse. */
import { EditorSelection, countColumn } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { defaultKeymap, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { getIndentUnit, indentUnit } from "@codemirror/language";

/** How long after Escape the next Tab leaves the editor; any other key ends it. CodeMirror's 2 s are short for slow hands. */
const LEAVE_MS = 20_000;

/** Keys that the page needs: Ctrl-Enter runs the program there. */
const PAGE_KEYS = new Set(["Mod-Enter"]);

export function keys() {
  return keymap.of([
    { key: "Tab", run: indent, shift: indentLess },
    { key: "Escape", run: letTabLeave },
    ...historyKeymap,
    ...defaultKeymap.filter(({ key }) => !PAGE_KEYS.has(key)),
  ]);
}

/** Indents the selected lines, or fills up to the next stop. False when read-only, so that Tab leaves. */
function indent(view) {
  const { state } = view;
  if (state.readOnly) return false;
  if (!state.selection.main.empty) return indentMore(view);
  if (state.facet(indentUnit) === "\t") {
    view.dispatch(state.replaceSelection("\t"), { scrollIntoView: true, userEvent: "input.indent" });
    return true;
  }
  const head = state.selection.main.head;
  const line = state.doc.lineAt(head);
  const unit = getIndentUnit(state);
  const column = countColumn(line.text, state.tabSize, head - line.from);
  const insert = " ".repeat(unit - (column % unit));
  view.dispatch({
    changes: { from: head, insert },
    selection: EditorSelection.cursor(head + insert.length),
    scrollIntoView: true,
    userEvent: "input.indent",
  });
  return true;
}

function letTabLeave(view) {
  view.setTabFocusMode(LEAVE_MS);
  return true;
}
