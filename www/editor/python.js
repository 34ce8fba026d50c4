/**
 * Python: highlighting and automatic indentation.
 *
 * The line-by-line tokeniser instead of the grammar (`@codemirror/lang-python`) saves 26 kB gzipped of a bundle of
 * about 100; what is wrong with a program is the engine's to say, not the highlighter's.
 */
import { EditorState } from "@codemirror/state";
import { HighlightStyle, StreamLanguage, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { python } from "@codemirror/legacy-modes/mode/python";
import { tags } from "@lezer/highlight";

const FOUR_SPACES = "    ";

/** So many lines are looked at to find out how a text is indented; it happens at each change. */
const LINES_TO_JUDGE = 200;

const style = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--editor-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--editor-string)" },
  { tag: [tags.number, tags.bool], color: "var(--editor-number)" },
  { tag: [tags.definition(tags.variableName), tags.standard(tags.variableName), tags.meta], color: "var(--editor-name)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
]);

export function pythonLanguage() {
  return [
    StreamLanguage.define(python),
    syntaxHighlighting(style),
    EditorState.tabSize.of(4),
    indentUnit.compute(["doc"], ({ doc }) => indentationOf(doc)),
  ];
}

/**
 * What one level of indentation is in this text: that of its first indented block, four spaces before there is one.
 * A pasted text may use tabs, and CPython refuses a block that mixes them with spaces.
 */
function indentationOf(doc) {
  let opened = false;
  for (const line of doc.iterLines(1, Math.min(doc.lines, LINES_TO_JUDGE) + 1)) {
    if (opened) {
      const [indentation] = /^(?:\t| {2,8}(?=\S))?/.exec(line);
      if (indentation) return indentation;
    }
    opened = /^\S.*:\s*(#.*)?$/.test(line);
  }
  return FOUR_SPACES;
}
