//! What lies on top of the dashboard: one enum, one stack.

use jiff::civil::Date;

use super::{call::Call, form::Form, menu::Menu, page::Topic, scan::RunningScan};

/// One thing on top of the dashboard.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Something to read.
    Page {
        /// What it is about.
        topic: Topic,
        /// Lines scrolled away at the top.
        scroll: usize,
    },
    /// What the dates would be if the application were submitted on this day.
    WhatIf(Date),
    /// Something to choose from.
    Menu(Menu),
    /// Something to fill in.
    Form(Form),
    /// A call under way.
    Call(Call),
    /// The tour, at this step.
    Tour(usize),
    /// A scan under way.
    Scanning(RunningScan),
}

impl Dialog {
    /// A page from its beginning.
    pub fn page(topic: Topic) -> Self {
        Self::Page { topic, scroll: 0 }
    }
}
