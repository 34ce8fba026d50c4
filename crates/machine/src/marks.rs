//! The marks below a line of a traceback (PEP 657; `tb_displayline` in `Python/traceback.c` of CPython 3.11).

use syntax::tree::{Expr, ExprKind, StmtKind};
use trace::Place;

/// Characters as wide as two others on a terminal: first and last of each range (East Asian widths W and F of Unicode 14.0, and
/// what is unassigned between them).
const WIDE: [(u32, u32); 81] = [
    (0x1100, 0x115f),
    (0x231a, 0x231b),
    (0x2329, 0x232a),
    (0x23e9, 0x23ec),
    (0x23f0, 0x23f0),
    (0x23f3, 0x23f3),
    (0x25fd, 0x25fe),
    (0x2614, 0x2615),
    (0x2648, 0x2653),
    (0x267f, 0x267f),
    (0x2693, 0x2693),
    (0x26a1, 0x26a1),
    (0x26aa, 0x26ab),
    (0x26bd, 0x26be),
    (0x26c4, 0x26c5),
    (0x26ce, 0x26ce),
    (0x26d4, 0x26d4),
    (0x26ea, 0x26ea),
    (0x26f2, 0x26f3),
    (0x26f5, 0x26f5),
    (0x26fa, 0x26fa),
    (0x26fd, 0x26fd),
    (0x2705, 0x2705),
    (0x270a, 0x270b),
    (0x2728, 0x2728),
    (0x274c, 0x274c),
    (0x274e, 0x274e),
    (0x2753, 0x2755),
    (0x2757, 0x2757),
    (0x2795, 0x2797),
    (0x27b0, 0x27b0),
    (0x27bf, 0x27bf),
    (0x2b1b, 0x2b1c),
    (0x2b50, 0x2b50),
    (0x2b55, 0x2b55),
    (0x2e80, 0x303e),
    (0x3041, 0x3247),
    (0x3250, 0x4dbf),
    (0x4e00, 0xa4c6),
    (0xa960, 0xa97c),
    (0xac00, 0xd7a3),
    (0xf900, 0xfad9),
    (0xfe10, 0xfe19),
    (0xfe30, 0xfe6b),
    (0xff01, 0xff60),
    (0xffe0, 0xffe6),
    (0x16fe0, 0x1b2fb),
    (0x1f004, 0x1f004),
    (0x1f0cf, 0x1f0cf),
    (0x1f18e, 0x1f18e),
    (0x1f191, 0x1f19a),
    (0x1f200, 0x1f320),
    (0x1f32d, 0x1f335),
    (0x1f337, 0x1f37c),
    (0x1f37e, 0x1f393),
    (0x1f3a0, 0x1f3ca),
    (0x1f3cf, 0x1f3d3),
    (0x1f3e0, 0x1f3f0),
    (0x1f3f4, 0x1f3f4),
    (0x1f3f8, 0x1f43e),
    (0x1f440, 0x1f440),
    (0x1f442, 0x1f4fc),
    (0x1f4ff, 0x1f53d),
    (0x1f54b, 0x1f54e),
    (0x1f550, 0x1f567),
    (0x1f57a, 0x1f57a),
    (0x1f595, 0x1f596),
    (0x1f5a4, 0x1f5a4),
    (0x1f5fb, 0x1f64f),
    (0x1f680, 0x1f6c5),
    (0x1f6cc, 0x1f6cc),
    (0x1f6d0, 0x1f6d2),
    (0x1f6d5, 0x1f6df),
    (0x1f6eb, 0x1f6ec),
    (0x1f6f4, 0x1f6fc),
    (0x1f7e0, 0x1f7f0),
    (0x1f90c, 0x1f93a),
    (0x1f93c, 0x1f945),
    (0x1f947, 0x1f9ff),
    (0x1fa70, 0x1faf6),
    (0x20000, 0x3134a),
];

/// What is put around a stretch of text so that it is read as an expression, also where it awaits or yields.
const FRAME: &str = "async def _():\n ";

/// The marks below a line of source from which an instruction comes, without the line's end; none where they would only
/// mark the whole line.
pub(crate) fn marks(line: &str, place: Place) -> Option<String> {
    let characters: Vec<char> = line.chars().collect();
    let shown = line.trim().chars().count();
    let indentation = characters.len() - line.trim_start().chars().count();
    let start = (place.column as usize).checked_sub(1)?;
    let mut anchors = None;
    let end = if place.line == place.end_line {
        let end = (place.end_column as usize).checked_sub(1)?;
        let segment: String = characters.get(start..end)?.iter().collect();
        anchors = anchors_in(&segment);
        end
    } else {
        line.trim_end().chars().count()
    };
    let length = end.checked_sub(start)?;
    if length == 0 || anchors.is_none() && length >= shown {
        return None;
    }
    let width = |from: usize, to: usize| -> usize {
        let characters = characters.get(from..to).unwrap_or_default();
        characters.iter().map(|character| width_of(*character)).sum()
    };
    let mut text = " ".repeat(4 + width(0, start).saturating_sub(indentation));
    let within = |at: usize| width(start, start + at);
    let width = width(start, end);
    match anchors.map(|(from, to)| (within(from), within(to))) {
        Some((from, to)) => {
            text.push_str(&"~".repeat(from));
            text.push_str(&"^".repeat(to.saturating_sub(from)));
            text.push_str(&"~".repeat(width.saturating_sub(to)));
        }
        None => text.push_str(&"^".repeat(width)),
    }
    Some(text)
}

fn width_of(character: char) -> usize {
    let code = u32::from(character);
    let behind = WIDE.partition_point(|(_, last)| *last < code);
    let is_wide = WIDE.get(behind).is_some_and(|(first, _)| *first <= code);
    1 + usize::from(is_wide)
}

/// Of a binary operation the characters of its operator, of a subscription those of its brackets.
fn anchors_in(segment: &str) -> Option<(usize, usize)> {
    let parsed = syntax::parse(&format!("{FRAME}{segment}")).ok()?;
    let [function] = parsed.module.body.as_slice() else {
        return None;
    };
    let StmtKind::Def(function) = &function.kind else {
        return None;
    };
    let [statement] = function.body.as_slice() else {
        return None;
    };
    let StmtKind::Expr(expression) = &statement.kind else {
        return None;
    };
    let (from, to) = match &expression.kind {
        ExprKind::Binary { left, right, .. } => operator(
            segment,
            end_of(left),
            (right.span.start as usize).checked_sub(FRAME.len())?,
        )?,
        ExprKind::Subscript { value, index } => brackets(segment, end_of(value), end_of(index)),
        _ => return None,
    };
    let characters = |bytes: usize| segment.get(..bytes).map(|text| text.chars().count());
    Some((characters(from)?, characters(to)?))
}

/// The byte of the segment behind an expression.
fn end_of(expression: &Expr) -> usize {
    (expression.span.end as usize).saturating_sub(FRAME.len())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x0c')
}

/// Between two operands there are, besides the operator, parentheses that end.
fn operator(segment: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let bytes = segment.as_bytes();
    let mut found = None;
    for at in start..end {
        if is_space(bytes[at]) {
            continue;
        }
        let is_double = at + 1 < end && !is_space(bytes[at + 1]);
        found = Some((at, at + 1 + usize::from(is_double)));
        if at + 1 == end || bytes[at] != b')' {
            break;
        }
    }
    found
}

/// From the bracket behind the value to the one behind the index.
fn brackets(segment: &str, value_end: usize, index_end: usize) -> (usize, usize) {
    let find = |from: usize, bracket: u8| {
        let rest = segment.as_bytes().get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| **byte != bracket).count()
    };
    let from = find(value_end, b'[');
    let to = find(index_end + 1, b']');
    (from, (to + 1).min(segment.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expression: &str, expected: Option<&str>) {
        let start = line.find(expression).expect("it is in the line");
        let column = 1 + line[..start].chars().count() as u32;
        let place = Place {
            line: 1,
            column,
            end_line: 1,
            end_column: column + expression.chars().count() as u32,
        };
        assert_eq!(marks(line, place).as_deref(), expected, "{line}");
    }

    #[test]
    fn an_operator_and_brackets_stand_out() {
        check("  x = a + b", "a + b", Some("        ~~^~~"));
        check("x = (a)  // (b)", "(a)  // (b)", Some("        ~~~~~^^~~~~"));
        check("é[1]", "é[1]", Some("    ~^^^"));
        check("d['k'] [ i ]()", "d['k'] [ i ]", Some("    ~~~~~~~^^^^^"));
    }

    #[test]
    fn what_is_the_whole_line_is_not_marked() {
        check("  raise E", "raise E", None);
        check("raise E  # why", "raise E", Some("    ^^^^^^^"));
        check("f(x)(y)", "f(x)", Some("    ^^^^"));
        check("名字 = '锁' + é", "'锁' + é", Some("           ~~~~~^~~"));
        check("x = await a + 1", "await a + 1", Some("        ~~~~~~~~^~~"));
    }
}
