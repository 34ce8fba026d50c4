//! Physical lines of Python source, with what a reader of comments must know: which text is string and which is not.

/// A physical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// Where it begins in the source, in bytes.
    pub start: usize,
    /// Its text without the line end.
    pub text: &'a str,
    /// Whether a statement begins here: the line is not inside a string or brackets and does not continue another.
    pub fresh: bool,
    /// Where in `text` its comment begins, at the `#`.
    pub comment: Option<usize>,
}

/// Where the scanner is when a line begins.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// The quote that ends the string around us, and whether it takes three.
    string: Option<(u8, bool)>,
    /// Open brackets.
    depth: u32,
    /// The line before ended in a backslash.
    continued: bool,
}

/// The lines of `source`. A string without an end stops at its line's end, as an editor would colour it.
pub(super) fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let mut state = State::default();
    let mut start = 0;
    let mut number = 0;
    std::iter::from_fn(move || {
        let rest = source.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let text = &rest[..length];
        let fresh = state.string.is_none() && state.depth == 0 && !state.continued;
        let comment = state.pass(text.as_bytes());
        number += 1;
        let line = Line {
            number,
            start,
            text,
            fresh,
            comment,
        };
        start += length + end_length(&rest[length..]);
        Some(line)
    })
}

fn end_length(rest: &str) -> usize {
    match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    }
}

impl State {
    /// Goes over a line; returns where its comment begins.
    fn pass(&mut self, text: &[u8]) -> Option<usize> {
        self.continued = false;
        let mut at = 0;
        while at < text.len() {
            let byte = text[at];
            match self.string {
                Some(_) if byte == b'\\' => {
                    // It hides the next byte; as the line's last it carries the string over to the next line.
                    self.continued = at + 1 == text.len();
                    at += 2;
                }
                Some((quote, triple)) => at += self.pass_string(&text[at..], quote, triple),
                None if byte == b'#' => return Some(at),
                None => at += self.pass_code(&text[at..]),
            }
        }
        if let Some((_, false)) = self.string
            && !self.continued
        {
            self.string = None;
        }
        None
    }

    fn pass_string(&mut self, rest: &[u8], quote: u8, triple: bool) -> usize {
        let length = if triple { 3 } else { 1 };
        if rest.len() >= length && rest[..length].iter().all(|byte| *byte == quote) {
            self.string = None;
            return length;
        }
        1
    }

    fn pass_code(&mut self, rest: &[u8]) -> usize {
        match rest[0] {
            quote @ (b'\'' | b'"') => {
                let triple = rest.len() >= 3 && rest[1] == quote && rest[2] == quote;
                self.string = Some((quote, triple));
                return if triple { 3 } else { 1 };
            }
            b'(' | b'[' | b'{' => self.depth += 1,
            b')' | b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            b'\\' => self.continued = rest.len() == 1,
            _ => {}
        }
        1
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    /// Marks each line: `>` begins a statement, `|` does not, followed by its comment.
    fn check(source: &str, expected: &[&str]) {
        let seen: Vec<String> = lines(source)
            .map(|line| {
                let mark = if line.fresh { '>' } else { '|' };
                format!("{mark}{}", line.comment.map_or("", |at| &line.text[at..]))
            })
            .collect();
        assert_eq!(seen, expected, "{source:?}");
    }

    #[test]
    fn comments_are_found_and_strings_are_not_searched() {
        check("a = 1 # x\nb = '#' # y\n", &["># x", "># y"]);
        check("a = '''\nb = 1 # x\n''' # y\nc # z", &[">", "|", "|# y", "># z"]);
        check("a = \"\\\"#\" # x", &["># x"]);
        check(r"a = r'\' # x'", &[">"]);
        check("a = '''\\''' # x\n''' # y", &[">", "|# y"]);
        check("a = '' # x\nb = \"\"\"\"\"\" # y", &["># x", "># y"]);
    }

    #[test]
    fn brackets_and_backslashes_join_lines() {
        check(
            "a = [ # x\n1, # y\n] # z\nb # w",
            &["># x", "|# y", "|# z", "># w"],
        );
        check("a = \\\n1 # x\nb # y", &[">", "|# x", "># y"]);
        check("a = 'b\\\n# x' # y\nc # z", &[">", "|# y", "># z"]);
    }

    #[test]
    fn all_line_ends_of_python_end_a_line() {
        check("a # x\r\nb # y\rc # z", &["># x", "># y", "># z"]);
        check("a\r\n\r\nb", &[">", ">", ">"]);
        check("", &[]);
    }

    #[test]
    fn what_is_left_open_does_not_run_wild() {
        check("a = 'open\nb # x", &[">", "># x"]);
        check(")]} # x\nb # y", &["># x", "># y"]);
    }
}
