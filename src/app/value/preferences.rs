//! What the person has chosen for the dashboard.

/// Choices from the configuration; the dashboard can change most of them while
/// it runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The names of the themes that can be chosen.
    pub themes: Vec<String>,
    /// The name of the theme the dashboard is drawn with.
    pub active_theme: String,
    /// Clicks and the wheel are taken. Otherwise they are left to the terminal.
    pub mouse: bool,
    /// The file in which choices are kept for the next start; nothing for a made-up book.
    pub kept_in: Option<String>,
    /// The first case is followed by a tour.
    pub tour: bool,
    /// The locale of a terminal that has no Chinese characters.
    pub no_chinese: Option<String>,
    /// A shell of this system can stop the program and let it go on.
    pub can_stop: bool,
}
