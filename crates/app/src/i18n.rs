//! Every word that the page itself says, in English and in Chinese.
//!
//! A [`Phrase`] has both wordings by construction, and sentences with values match on [`Language`]: a missing
//! translation does not compile.

pub(crate) mod asking;
mod format;
pub(crate) mod measures;
pub(crate) mod names;
pub(crate) mod resources;
pub(crate) mod sentences;
pub(crate) mod words;

pub(crate) use format::{bytes, count, duration, figure, share};

use trace::Text;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

impl Language {
    /// The value of `<html lang>`, and the name under which the choice is remembered.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// The language for a browser's or a remembered tag: `zh-CN` is Chinese, everything unknown English.
    pub(crate) fn of_tag(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("zh") => Self::Chinese,
            _ => Self::English,
        }
    }

    /// The other language.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }

    /// A phrase in this language.
    pub(crate) fn say(self, phrase: Phrase) -> &'static str {
        match self {
            Self::English => phrase.en,
            Self::Chinese => phrase.zh,
        }
    }

    /// A text that came from elsewhere, in this language.
    pub(crate) fn pick(self, text: &Text) -> &str {
        match self {
            Self::English => &text.en,
            Self::Chinese => &text.zh,
        }
    }
}

/// Fixed words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    en: &'static str,
    zh: &'static str,
}

impl Phrase {
    /// The words as a text, where other texts come from elsewhere.
    pub(crate) fn text(self) -> Text {
        Text::new(self.en, self.zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_browsers_find_their_language() {
        for (tag, language) in [
            ("zh-CN", Language::Chinese),
            ("zh", Language::Chinese),
            ("zh-Hans", Language::Chinese),
            ("en-GB", Language::English),
            ("de", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
        for language in [Language::English, Language::Chinese] {
            assert_eq!(Language::of_tag(language.tag()), language);
            assert_ne!(language.other(), language);
        }
    }
}
