//! From byte offsets to the lines and columns that a learner counts.

use trace::Place;

use crate::tree::Span;

/// Where the lines of a source begin, and where its characters take more than one byte.
///
/// Lines end where CPython ends them: at `\n`, `\r\n` and `\r` (`translate_newlines` in `Parser/tokenizer.c`). It does not
/// hold on to the source, so that it can live as long as compiled code does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LineIndex {
    /// The first byte of each line.
    starts: Vec<u32>,
    /// For each character of several bytes: the byte behind it, and how many bytes more than characters lie before that.
    wide: Vec<(u32, u32)>,
    /// Length of the source in bytes.
    len: u32,
}

impl LineIndex {
    /// Reads a source once. Offsets are 32 bits wide; what lies behind 4 GiB is out of its sight.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let mut starts = vec![0];
        let mut wide = Vec::new();
        let mut surplus = 0;
        for (offset, character) in source.char_indices() {
            let end = to_u32(offset + character.len_utf8());
            let ends_line = match character {
                '\n' => true,
                '\r' => source.as_bytes().get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(end);
            }
            if !character.is_ascii() {
                surplus += to_u32(character.len_utf8() - 1);
                wide.push((end, surplus));
            }
        }
        Self {
            starts,
            wide,
            len: to_u32(source.len()),
        }
    }

    /// The number of lines; an empty source has one.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line of a byte, from 1. An offset behind the end counts as the end.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        to_u32(
            self.starts
                .partition_point(|start| *start <= offset.min(self.len)),
        )
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    #[must_use]
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let offset = offset.min(self.len);
        let line = self.line(offset);
        let start = self.starts[line as usize - 1];
        let bytes = offset - start;
        (line, 1 + bytes - (self.surplus(offset) - self.surplus(start)))
    }

    /// Lines and columns of a span.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let (line, column) = self.position(span.start);
        let (end_line, end_column) = self.position(span.end.max(span.start));
        Place {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// How many bytes more than characters lie before an offset.
    fn surplus(&self, offset: u32) -> u32 {
        let before = self.wide.partition_point(|(end, _)| *end <= offset);
        before.checked_sub(1).map_or(0, |last| self.wide[last].1)
    }
}

fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(u32, u32)]) {
        let index = LineIndex::new(source);
        let ends = source
            .char_indices()
            .map(|(offset, _)| offset)
            .chain([source.len()]);
        let found: Vec<_> = ends.map(|offset| index.position(to_u32(offset))).collect();
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn columns_count_characters() {
        check("ab", &[(1, 1), (1, 2), (1, 3)]);
        check("é锁🔒x", &[(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]);
        check("锁\né", &[(1, 1), (1, 2), (2, 1), (2, 2)]);
    }

    #[test]
    fn lines_end_as_cpython_ends_them() {
        check("", &[(1, 1)]);
        check(
            "a\r\nb\rc",
            &[(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2)],
        );
        check("a\u{c}b\u{2028}", &[(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]);
    }

    #[test]
    fn an_offset_behind_the_end_is_the_end() {
        let index = LineIndex::new("x\nyz");
        assert_eq!(index.position(99), (2, 3));
        let place = index.place(Span { start: 0, end: 3 });
        assert_eq!(
            (place.line, place.column, place.end_line, place.end_column),
            (1, 1, 2, 2)
        );
    }
}
