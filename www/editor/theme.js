/**
 * Looks, all from the page's CSS variables: --surface, --text, --muted, --accent, --danger, --font-mono, --lane-<n>.
 *
 * The page may also set --warning, --code-keyword, --code-string, --code-number and --code-name. Their defaults are
 * mixed with --text, which keeps them readable in a light theme and in a dark one.
 */
import { EditorView } from "@codemirror/view";

const readable = (colour) => `color-mix(in oklab, ${colour} 65%, var(--text))`;
const faint = (colour, percent) => `color-mix(in oklab, ${colour} ${percent}%, transparent)`;

/** Colours by role, resolved on the editor's box; python.js uses the same names. */
const roles = {
  "--editor-keyword": `var(--code-keyword, ${readable("var(--accent)")})`,
  "--editor-string": `var(--code-string, ${readable("#1f9d55")})`,
  "--editor-number": `var(--code-number, ${readable("#c2410c")})`,
  "--editor-name": `var(--code-name, ${readable("#8b5cf6")})`,
  "--editor-warning": `var(--warning, ${readable("#d97706")})`,
};

const frame = {
  "&": {
    ...roles,
    height: "100%",
    // In a parent that grows up to a max-height, 100% of its height means nothing.
    maxHeight: "inherit",
    borderRadius: "inherit",
    color: "var(--text)",
    backgroundColor: "var(--surface)",
  },
  "&.cm-focused": { outline: "none" },
  // An outline would lie below the gutters, which stick to the left above the text.
  "&.cm-focused::after": {
    content: '""',
    position: "absolute",
    inset: "0",
    zIndex: "400",
    border: "2px solid var(--accent)",
    borderRadius: "inherit",
    pointerEvents: "none",
  },
  ".cm-scroller": { flex: "1 1 auto", minHeight: "0", fontFamily: "var(--font-mono, monospace)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-content ::selection": { backgroundColor: faint("var(--accent)", 30) },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--surface)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 2px" },
  ".cm-specialChar": {
    color: "var(--danger)",
    border: "1px solid",
    borderRadius: "3px",
    padding: "0 2px",
    fontSize: "75%",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: faint("var(--accent)", 20),
    outline: `1px solid ${faint("var(--accent)", 60)}`,
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: faint("var(--danger)", 25) },
};

const runCursor = {
  // A fixed width: the text must not move when a run begins.
  ".cm-lanes": { width: "30px" },
  ".cm-threads": {
    display: "flex",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: "2px",
    height: "100%",
    fontSize: "70%",
  },
  ".cm-dot": {
    width: "6px",
    height: "6px",
    borderRadius: "50%",
    backgroundColor: "var(--lane)",
    forcedColorAdjust: "none",
  },
  // Drawn with borders, so that its size does not hang on a font's arrow.
  ".cm-arrow": {
    borderLeft: "8px solid var(--lane)",
    borderTop: "5px solid transparent",
    borderBottom: "5px solid transparent",
    forcedColorAdjust: "none",
  },
  ".cm-currentLine": {
    backgroundColor: faint("var(--lane)", 18),
    boxShadow: "inset 3px 0 0 var(--lane)",
  },
  "@media (forced-colors: active)": { ".cm-currentLine": { outline: "1px solid Highlight" } },
};

const messages = {
  ".cm-error": { "--kind": "var(--danger)" },
  ".cm-warning": { "--kind": "var(--editor-warning)" },
  ".cm-info": { "--kind": "var(--accent)" },
  ".cm-underline": { textDecoration: "underline wavy var(--kind) 1.5px", textDecorationSkipInk: "none" },
  ".cm-underlinedEmpty": { boxShadow: "inset 3px 0 0 var(--kind)" },
  ".cm-messages": { flex: "none", maxHeight: "40%", overflowY: "auto", color: "var(--muted)" },
  ".cm-messages:not(:empty)": { borderTop: `1px solid ${faint("var(--muted)", 40)}`, padding: "2px 0" },
  ".cm-message": {
    display: "flex",
    gap: "8px",
    alignItems: "baseline",
    width: "100%",
    margin: "0",
    padding: "5px 10px",
    border: "none",
    background: "none",
    font: "inherit",
    textAlign: "start",
    color: "var(--text)",
    cursor: "pointer",
  },
  ".cm-message:hover": { backgroundColor: faint("var(--kind)", 10) },
  ".cm-message:focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-symbol": { color: "var(--kind)", fontWeight: "700", width: "1em", textAlign: "center", flex: "none" },
  ".cm-place": { color: "var(--muted)", fontVariantNumeric: "tabular-nums", flex: "none" },
  // A message may hold a long name of the learner's, and a phone is narrow.
  ".cm-words": { overflowWrap: "anywhere", minWidth: "0" },
};

export function theme() {
  return EditorView.theme({ ...frame, ...runCursor, ...messages });
}
