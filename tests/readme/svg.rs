//! A finished frame as a picture.

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use ringoff::text::width;

const COLUMN: f32 = 8.4;
const ROW: u16 = 18;

/// A colour as SVG writes it. The pictures are of themes with fixed colours.
fn colour(of: Color) -> String {
    match of {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => panic!("{other} is no fixed colour"),
    }
}

/// Cells of one row that look alike.
struct Run<'a> {
    x: u16,
    cells: u16,
    text: String,
    like: &'a Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut x = 0;
    while let Some(cell) = buffer.cell((x, y)) {
        let cells = u16::try_from(width(cell.symbol()).max(1)).expect("narrow");
        match runs.last_mut() {
            Some(run)
                if (run.like.fg, run.like.bg, run.like.modifier)
                    == (cell.fg, cell.bg, cell.modifier) =>
            {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run { x, cells, text: cell.symbol().to_owned(), like: cell }),
        }
        x += cells;
    }
    runs
}

/// Draws a frame as SVG: one text for each stretch of cells that look alike,
/// held to its width so that columns stay columns in any font.
pub(crate) fn of(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (wide, high) = (f32::from(area.width) * COLUMN + 24.0, area.height * ROW + 24);
    let paper = colour(buffer.content.first().expect("a cell").bg);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.0} {high}\" \
         font-family=\"ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{paper}\"/>\n"
    );
    for y in 0..area.height {
        for run in runs(buffer, y) {
            let left = f32::from(run.x) * COLUMN + 12.0;
            let top = y * ROW + 12;
            let ground = colour(run.like.bg);
            if ground != paper {
                let cells = f32::from(run.cells) * COLUMN;
                svg += &format!(
                    "<rect x=\"{left:.1}\" y=\"{top}\" width=\"{cells:.1}\" height=\"{ROW}\" fill=\"{ground}\"/>\n"
                );
            }
            let modified = |flag, attribute: &'static str| {
                if run.like.modifier.contains(flag) { attribute } else { "" }
            };
            let bold = modified(Modifier::BOLD, " font-weight=\"bold\"");
            let fill = colour(run.like.fg);
            let base = top + 13;
            for (at, text) in words(&run.text) {
                let start = left + f32::from(u16::try_from(at).expect("short")) * COLUMN;
                let length = f32::from(u16::try_from(width(text)).expect("short")) * COLUMN;
                let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                svg += &format!(
                    "<text x=\"{start:.1}\" y=\"{base}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
                     fill=\"{fill}\"{bold}>{text}</text>\n"
                );
            }
        }
    }
    svg += "</svg>\n";
    svg
}

/// Stretches of text between two blanks or more, each with its cell.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut at = 0;
    loop {
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return found;
        }
        let end = trimmed.find("  ").unwrap_or(trimmed.len());
        let (word, after) = trimmed.split_at(end);
        found.push((at, word.trim_end()));
        at += width(word);
        rest = after;
    }
}
