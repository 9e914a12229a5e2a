//! Where in a file something stands.

/// A place in a file, as editors count it: from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Position {
    /// The place of the byte `offset` of `source`.
    pub fn of(source: &str, offset: usize) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }

    /// A place told relative to a piece that begins here.
    #[must_use]
    pub fn plus(self, inner: ron::error::Position) -> Self {
        if inner.line <= 1 {
            Self { line: self.line, column: self.column + inner.col.saturating_sub(1) }
        } else {
            Self { line: self.line + inner.line - 1, column: inner.col }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        assert_eq!(Position::of("a\n解b", 5), Position { line: 2, column: 2 });
        let base = Position { line: 3, column: 5 };
        let inner = |line, col| ron::error::Position { line, col };
        assert_eq!(base.plus(inner(1, 4)), Position { line: 3, column: 8 });
        assert_eq!(base.plus(inner(2, 4)), Position { line: 4, column: 4 });
    }
}
