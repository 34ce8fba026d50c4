//! `isalpha`, `islower`, …

use super::{exactly, receiver};
use crate::bytes::classify;
use crate::native::{Args, Context, Fault, Flow};
use crate::value::Value;

/// Declares methods that tell of which characters the bytes are.
macro_rules! questions {
    ($($name:ident $python:literal $answer:expr;)+) => {
        $(pub(in crate::native) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [] = exactly(context, args, $python)?;
            let answer: fn(&[u8]) -> bool = $answer;
            Ok(Flow::Return(Value::bool(answer(&receiver(context, args)?))))
        })+
    };
}

questions! {
    is_alnum "isalnum" classify::is_alnum;
    is_alpha "isalpha" classify::is_alpha;
    is_ascii "isascii" <[u8]>::is_ascii;
    is_digit "isdigit" classify::is_digits;
    is_lower "islower" classify::is_lower;
    is_space "isspace" classify::is_spaces;
    is_title "istitle" classify::is_title;
    is_upper "isupper" classify::is_upper;
}
