/** Places in the page's terms (1-based line, 1-based column in code points) as offsets into the text. */

/** The line numbered `number`, or null if the text has no such line. */
export function lineOf(doc, number) {
  return Number.isInteger(number) && number >= 1 && number <= doc.lines ? doc.line(number) : null;
}

/** The offset of a place. A place outside of the text, as an outdated message may have, becomes the nearest one inside. */
export function offsetOf(doc, lineNumber, column) {
  const line = doc.line(Math.min(Math.max(lineNumber, 1), doc.lines));
  let offset = 0;
  for (let rest = column - 1; rest > 0 && offset < line.length; rest--) {
    offset += line.text.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  return line.from + offset;
}

/** An offset as "line:column", the form of place that needs no translation. */
export function placeAt(doc, offset) {
  const line = doc.lineAt(offset);
  let column = 1;
  for (const _ of line.text.slice(0, offset - line.from)) column++;
  return `${line.number}:${column}`;
}
