//! What is said to the lesson's question.

use super::{Language, words};

/// The run is as the learner expected, or is not; both are answers as the lesson words them.
pub(crate) fn expectation(language: Language, expected: &str, right: &str) -> String {
    match language {
        _ if expected == right => language.say(words::ANSWER_RIGHT).to_owned(),
        Language::English => format!("You expected: {expected}. This run says: {right}."),
        Language::Chinese => format!("你预计的是“{expected}”，这次运行的答案是“{right}”。"),
    }
}

/// What the run says where the learner had expected nothing.
pub(crate) fn answer(language: Language, right: &str) -> String {
    match language {
        Language::English => format!("This run says: {right}."),
        Language::Chinese => format!("这次运行的答案是“{right}”。"),
    }
}

/// The question is about another program than the open one.
pub(crate) fn about(language: Language, program: &str) -> String {
    match language {
        Language::English => format!("The question is about the program “{program}”."),
        Language::Chinese => format!("这个问题问的是程序“{program}”。"),
    }
}

/// How far the learner has come in the course.
pub(crate) fn progress(language: Language, answered: usize, all: usize) -> String {
    match language {
        Language::English => format!("{answered} of {all} questions answered"),
        Language::Chinese => format!("已答对 {answered} / {all} 题"),
    }
}
