//! What can be wrong with a link, in words for the learner.

use trace::Text;

/// A link that is too long to be sent around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// All of it; the page offers it as a file.
    pub fragment: String,
}

impl TooLong {
    /// A sentence for the learner.
    #[must_use]
    pub fn text(&self) -> Text {
        let (length, longest) = (self.fragment.len(), super::LONGEST);
        Text::new(
            format!(
                "The link would be {length} characters long; chats and mail programs cut links of more than {longest}. \
                 Save it as a file instead."
            ),
            format!(
                "这个链接长达 {length} 个字符，超过 {longest} 个字符的链接容易被聊天和邮件软件截断。请改为保存成文件。"
            ),
        )
    }
}

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It does not begin as a link of this page does.
    NotALink,
    /// It was made by a newer version of this page.
    Newer {
        /// Which.
        version: u32,
    },
    /// Characters of this part were changed or are missing.
    Damaged {
        /// Its key.
        part: String,
    },
    /// This part would unpack to more than a link may hold.
    TooLarge {
        /// Its key.
        part: String,
    },
    /// A value that makes no sense.
    Value {
        /// Its key.
        key: String,
        /// The value, cut to a bounded length.
        value: String,
    },
    /// A key that comes twice.
    Twice {
        /// The key.
        key: String,
    },
}

impl LinkError {
    pub(super) fn damaged(part: &str) -> Self {
        Self::Damaged { part: cut(part) }
    }

    pub(super) fn value(key: &str, value: &str) -> Self {
        let (key, value) = (cut(key), cut(value));
        Self::Value { key, value }
    }

    /// A sentence for the learner.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotALink => Text::new(
                "This address leads to nothing that this page knows.",
                "这个地址指向的内容本页面不认识。",
            ),
            Self::Newer { version } => Text::new(
                format!(
                    "This link was made by a newer version of this page (link format {version}). Reload the page to update it."
                ),
                format!("这个链接由更新版本的页面生成（链接格式 {version}）。请刷新页面以更新。"),
            ),
            Self::Damaged { part } => Text::new(
                format!(
                    "This link is damaged: its part “{part}” was changed or cut. Ask for it again, or for a file."
                ),
                format!("这个链接已损坏：其中“{part}”部分被改动或截断。请对方重新发送，或改发文件。"),
            ),
            Self::TooLarge { part } => Text::new(
                format!("This link holds too much: its part “{part}” unpacks to more than 1 MB."),
                format!("这个链接的内容过大：其中“{part}”部分解压后超过 1 MB。"),
            ),
            Self::Value { key, value } => Text::new(
                format!("This link is wrong: “{value}” is not a possible value of “{key}”."),
                format!("这个链接有误：“{key}”不能取值“{value}”。"),
            ),
            Self::Twice { key } => Text::new(
                format!("This link is wrong: it says “{key}” twice."),
                format!("这个链接有误：“{key}”出现了两次。"),
            ),
        }
    }
}

/// What a stranger wrote can be long; a sentence should not be.
fn cut(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
