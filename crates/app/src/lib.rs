//! The page.

#[cfg(test)]
mod fixture;
mod i18n;
mod timeline;
