//! Bytecode as text, in the style of CPython's `dis`.

use std::fmt::Write as _;

use machine::{ListedInstruction, Listing};

/// All listings, the program's own first.
pub(crate) fn text(listings: &[Listing]) -> String {
    let mut text = String::new();
    for (index, listing) in listings.iter().enumerate() {
        if index > 0 {
            let _ = writeln!(text, "\nDisassembly of {}:", listing.name);
        }
        instructions(&mut text, &listing.instructions);
        if !listing.handlers.is_empty() {
            text.push_str("ExceptionTable:\n");
        }
        for handler in &listing.handlers {
            let lasti = if handler.lasti { " lasti" } else { "" };
            let last = handler.end.saturating_sub(1);
            let _ = writeln!(
                text,
                "  {} to {last} -> {} [{}]{lasti}",
                handler.start, handler.target, handler.depth
            );
        }
    }
    text
}

fn instructions(text: &mut String, instructions: &[ListedInstruction]) {
    let mut line = None;
    for (offset, instruction) in instructions.iter().enumerate() {
        let is_new = instruction.line.is_some() && instruction.line != line;
        let number = instruction.line.filter(|_| is_new).map(|line| line.to_string());
        if is_new {
            if line.is_some() {
                text.push('\n');
            }
            line = instruction.line;
        }
        let number = number.unwrap_or_default();
        let mark = if instruction.is_target { ">>" } else { "  " };
        let argument = instruction
            .argument
            .map(|argument| argument.to_string())
            .unwrap_or_default();
        let meaning = instruction
            .meaning
            .as_ref()
            .map(|meaning| format!(" ({meaning})"))
            .unwrap_or_default();
        let row = format!(
            "{number:>5} {mark} {offset:>5} {:<28}{argument:>5}{meaning}",
            instruction.name
        );
        let _ = writeln!(text, "{}", row.trim_end());
    }
}
