//! `lower`, `title`, … and `isalpha`, `islower`, …

use super::{borrowed_receiver, new, receiver};
use crate::native::{Args, Context, Fault, Flow};
use crate::text::{case, classify};
use crate::value::Value;

/// A letter may become three.
const MOST_GROWTH: u64 = 3;

/// Declares methods that return the text with other letters.
macro_rules! changes {
    ($($name:ident;)+) => {
        $(pub(in crate::native) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let (_, []) = args.method(concat!("str.", stringify!($name)))?;
            let heap = &context.shared.heap;
            let text = borrowed_receiver(heap, args)?;
            heap.has_room(text.len() as u64 * MOST_GROWTH)?;
            let changed = case::$name(text);
            new(context, &changed)
        })+
    };
}

changes! {
    lower;
    upper;
    title;
    capitalize;
    swapcase;
    casefold;
}

/// Declares methods that tell of which characters the text is.
macro_rules! questions {
    ($($name:ident $python:literal $answer:expr;)+) => {
        $(pub(in crate::native) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let (_, []) = args.method(concat!("str.", $python))?;
            let answer: fn(&str) -> bool = $answer;
            Ok(Flow::Return(Value::bool(answer(&receiver(context, args)?))))
        })+
    };
}

questions! {
    is_alnum "isalnum" classify::is_alnum;
    is_alpha "isalpha" classify::is_alpha;
    is_ascii "isascii" str::is_ascii;
    is_decimal "isdecimal" classify::is_decimal;
    is_digit "isdigit" classify::is_digits;
    is_identifier "isidentifier" classify::is_identifier;
    is_lower "islower" classify::is_lower;
    is_numeric "isnumeric" classify::is_numerals;
    is_printable "isprintable" classify::is_all_printable;
    is_space "isspace" classify::is_spaces;
    is_title "istitle" classify::is_title;
    is_upper "isupper" classify::is_upper;
}
