//! Signs of ASCII in place of others, where a font or an encoding lacks them.

/// What stands for a sign that is not in ASCII, one cell wide as the sign is; nothing
/// for a letter.
pub(crate) fn plain_sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "–" | "—" | "‑" | "▱" => "-",
        "│" => "|",
        // Done: `v` points down, and an `x` looks like what failed.
        "╭" | "╮" | "╰" | "╯" | "├" | "┤" | "✓" => "+",
        "▰" | "◆" => "#",
        "━" => "=",
        "○" | "°" => "o",
        "▸" | "›" | "→" | "►" | "≥" => ">",
        "‹" | "←" | "≤" => "<",
        "▴" | "↑" => "^",
        "▾" | "↓" => "v",
        "·" => ".",
        "•" | "●" | "▌" => "*",
        // What is cut must not look like the end of a sentence.
        "…" => "~",
        "✗" => "!",
        "×" => "x",
        "“" | "”" | "„" | "«" | "»" => "\u{22}",
        "‘" | "’" | "‚" => "'",
        "\u{a0}" => " ",
        _ => return None,
    })
}
