//! What a RON file says, without what it means.

/// A value.
#[derive(Debug)]
pub(crate) enum Node {
    /// A word alone: a variant, or `None`.
    Word(String),
    /// `word(…)`: a variant and what it holds, or a struct with its name.
    Named(String, Box<Node>),
    /// `(name: value, …)`.
    Fields(Vec<(String, Node)>),
    /// `(value, …)`.
    Tuple(Vec<Node>),
    /// `[value, …]`.
    List(Vec<Node>),
    /// `{value: value, …}`.
    Map(Vec<(Node, Node)>),
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A truth.
    Bool(bool),
}
