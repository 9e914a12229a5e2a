//! What lies on top of the dashboard: one enum, kept on one stack.

use jiff::civil::Date;

use super::{
    call::Call, form::Form, menu::Menu, menu_kind::MenuKind, scan::RunningScan, topic::Topic,
};
use crate::app::command::Scope;

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
    /// Which commands work while this is on top, or while nothing is.
    pub(crate) fn scope(on_top: Option<&Self>) -> Scope {
        match on_top {
            None => Scope::Dashboard,
            Some(Self::Form(_)) => Scope::Form,
            Some(Self::Page { topic: Topic::Letter(..), .. }) => Scope::Letter,
            Some(Self::Call(_)) => Scope::Call,
            Some(Self::Menu(menu)) if menu.kind == MenuKind::Found => Scope::Found,
            Some(_) => Scope::Dialog,
        }
    }

    /// Whether it is a list of this kind.
    pub(crate) fn is_menu(&self, kind: &MenuKind) -> bool {
        matches!(self, Self::Menu(menu) if menu.kind == *kind)
    }
}
