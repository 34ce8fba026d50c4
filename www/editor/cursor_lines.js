/**
 * The run cursor: which line the running thread is at, and where the other threads stand.
 *
 * The current line is coloured and has an arrow in the gutter, the others have a dot, so nothing hangs on colour alone.
 * Colours are the timeline's lanes: `--lane-<n>`, else `--accent`.
 */
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";
import { lineOf } from "./places.js";

/** So many threads at one line are drawn; of more, one is drawn and the others are counted: the gutter keeps its width. */
const DRAWN = 3;

const setLines = StateEffect.define();

const NOTHING = { lines: Decoration.none, markers: RangeSet.empty, current: null };

/** `lines` colours the current lines, `markers` is the gutter, `current` the offset of the first current line. */
const field = StateField.define({
  create: () => NOTHING,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLines)) return effect.value;
    if (!transaction.docChanged || value === NOTHING) return value;
    return {
      lines: value.lines.map(transaction.changes),
      markers: value.markers.map(transaction.changes),
      current: value.current === null ? null : transaction.changes.mapPos(value.current),
    };
  },
  provide: (self) => EditorView.decorations.from(self, (value) => value.lines),
});

export function cursorLines() {
  return [
    field,
    gutter({
      class: "cm-lanes",
      markers: (view) => view.state.field(field).markers,
    }),
  ];
}

/**
 * Replaces all marks by `[{line, lane, current, title}]`; lines that the text does not have are left out.
 *
 * Scrolls the first current line into view when it is another than before: a learner who scrolled away while the
 * cursor rests is left alone.
 */
export function showCursorLines(view, marks) {
  const before = view.state.field(field).current;
  const value = arranged(view.state.doc, marks);
  if (value === NOTHING && view.state.field(field) === NOTHING) return;
  view.dispatch({ effects: setLines.of(value) });
  if (value.current !== null && value.current !== before) reveal(view, value.current);
}

function arranged(doc, marks) {
  const threadsAt = new Map();
  for (const mark of marks) {
    const line = lineOf(doc, mark.line);
    if (!line) continue;
    if (!threadsAt.has(line.from)) threadsAt.set(line.from, []);
    threadsAt.get(line.from).push(mark);
  }
  if (threadsAt.size === 0) return NOTHING;

  const lines = [];
  const markers = [];
  for (const [offset, threads] of [...threadsAt].sort(([a], [b]) => a - b)) {
    // The arrow comes first, so that it is never among those that are only counted.
    threads.sort((a, b) => Number(b.current ?? false) - Number(a.current ?? false));
    markers.push(new ThreadsMarker(threads).range(offset));
    if (threads[0].current) lines.push(currentLine(threads[0].lane).range(offset));
  }
  return {
    lines: Decoration.set(lines),
    markers: RangeSet.of(markers),
    current: lines.length ? lines[0].from : null,
  };
}

function currentLine(lane) {
  return Decoration.line({
    class: "cm-currentLine",
    attributes: { "aria-current": "step", style: `--lane: ${colourOf(lane)}` },
  });
}

function colourOf(lane) {
  return `var(--lane-${Number(lane) || 0}, var(--accent))`;
}

class ThreadsMarker extends GutterMarker {
  constructor(threads) {
    super();
    this.threads = threads;
    this.key = JSON.stringify(threads.map(({ lane, current, title }) => [lane, Boolean(current), title]));
  }

  eq(other) {
    return other.key === this.key;
  }

  toDOM() {
    const box = document.createElement("span");
    box.className = "cm-threads";
    box.title = this.threads.map(({ title }) => title).filter(Boolean).join(", ");
    const drawn = this.threads.length > DRAWN ? 1 : this.threads.length;
    for (const { lane, current } of this.threads.slice(0, drawn)) {
      const mark = box.appendChild(document.createElement("span"));
      mark.className = current ? "cm-arrow" : "cm-dot";
      mark.style.setProperty("--lane", colourOf(lane));
    }
    if (this.threads.length > drawn) box.append(`+${this.threads.length - drawn}`);
    return box;
  }
}

/**
 * Scrolls the editor's own box and nothing else. CodeMirror's scrollIntoView would also scroll the page, which on a
 * phone tears the learner away from the timeline whose cursor is being dragged.
 */
function reveal(view, offset) {
  view.requestMeasure({
    key: reveal,
    read: () => {
      const box = view.scrollDOM;
      const line = view.lineBlockAt(Math.min(offset, view.state.doc.length));
      const top = line.top + view.documentPadding.top;
      const margin = Math.min(2 * view.defaultLineHeight, box.clientHeight / 4);
      if (top - margin < box.scrollTop) return top - margin;
      const bottom = top + line.height + margin;
      return bottom > box.scrollTop + box.clientHeight ? bottom - box.clientHeight : null;
    },
    write: (top) => {
      if (top !== null) view.scrollDOM.scrollTop = top;
    },
  });
}
