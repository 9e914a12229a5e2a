//! A bare list: what any program on this terminal library costs at least. It reads
//! every waiting key before a frame and builds only the rows that are seen.

use std::{io, time::Duration};

use ratatui::{
    crossterm::event::{self, Event, KeyCode},
    style::{Modifier, Style},
    widgets::{Block, List, ListState},
};

pub(crate) fn run(items: usize) -> io::Result<()> {
    let rows: Vec<String> = (1..=items)
        .map(|at| format!("item {at}  a line of text that is about as long as a task"))
        .collect();
    let mut terminal = ratatui::init();
    let (mut selected, mut top) = (0_usize, 0_usize);
    loop {
        terminal.draw(|frame| {
            let block = Block::bordered().title("bare");
            let height = usize::from(block.inner(frame.area()).height);
            top = top.min(selected).max((selected + 1).saturating_sub(height));
            let seen = rows.iter().skip(top).take(height).map(String::as_str);
            let list = List::new(seen)
                .block(block)
                .highlight_symbol("> ")
                .highlight_style(Style::new().add_modifier(Modifier::REVERSED));
            let mut state = ListState::default().with_selected(Some(selected - top));
            frame.render_stateful_widget(list, frame.area(), &mut state);
        })?;
        loop {
            if let Event::Key(key) = event::read()? {
                match key.code {
                    KeyCode::Char('j') => selected = (selected + 1).min(items.saturating_sub(1)),
                    KeyCode::Char('k') => selected = selected.saturating_sub(1),
                    KeyCode::Char('q') => {
                        ratatui::restore();
                        return Ok(());
                    }
                    _ => {}
                }
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
}
