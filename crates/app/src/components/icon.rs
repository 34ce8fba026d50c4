//! Small pictures, drawn with the text's colour; the words beside them carry the meaning.

use yew::{Html, Properties, component, html};

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picture {
    Run,
    Stop,
    Share,
    Sun,
    Moon,
    System,
    Dice,
    Copy,
    Undo,
    First,
    Last,
    Back,
    Forward,
    ZoomIn,
    ZoomOut,
    Fit,
    Close,
    List,
    Plus,
}

impl Picture {
    fn path(self) -> &'static str {
        match self {
            Self::Run => "M5 3.2v9.6a.6.6 0 0 0 .9.5l7.6-4.8a.6.6 0 0 0 0-1L5.900 2.700a.6.6 0 0 0-.9.5z",
            Self::Stop => "M4 4h8v8H4z",
            Self::Share => "M8 10V2.500M5 5l3-3 3 3M3 8.500V13.500h10V8.500",
            Self::Sun => {
                "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"
            }
            Self::Moon => "M13.500 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300z",
            Self::System => "M2 3h12v8H2zM6 14h4M8 11v3",
            Self::Dice => "M3 3h10v10H3zM6 6h.01M10 6h.01M8 8h.01M6 10h.01M10 10h.01",
            Self::Copy => "M6 6h7.500v7.500H6zM3.500 10H2.500V2.500H10v1",
            Self::Undo => "M3 7h6.500a3.500 3.500 0 1 1 0 7H7M3 7l3-3M3 7l3 3",
            Self::First => "M4 3.500v9M12 3.500L6.500 8l5.500 4.500",
            Self::Last => "M12 3.500v9M4 3.500L9.500 8 4 12.500",
            Self::Back => "M10 3.500L5.500 8l4.500 4.500",
            Self::Forward => "M6 3.500L10.500 8 6 12.500",
            Self::ZoomIn | Self::Plus => "M8 3v10M3 8h10",
            Self::ZoomOut => "M3 8h10",
            Self::Fit => "M2 3.500v9M14 3.500v9M4.500 8h7M6.500 6l-2 2 2 2M9.500 6l2 2-2 2",
            Self::List => "M2.500 4h11M2.500 8h11M2.500 12h11",
            Self::Close => "M4 4l8 8M12 4l-8 8",
        }
    }

    fn is_filled(self) -> bool {
        matches!(self, Self::Run | Self::Stop)
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct IconProps {
    /// Which picture.
    pub of: Picture,
}

/// A picture.
#[component(Icon)]
pub(crate) fn icon(props: &IconProps) -> Html {
    let class = if props.of.is_filled() {
        "icon icon-filled"
    } else {
        "icon"
    };
    html! {
        <svg {class} viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={props.of.path()} /></svg>
    }
}
