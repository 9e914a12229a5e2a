//! Reads RON as the files in `assets` have it: no raw strings, no fractions, no
//! extensions. What else stands there ends the build.

use crate::node::Node;

/// Reads one value and nothing behind it.
pub(crate) fn read(source: &str) -> Result<Node, String> {
    let mut reader = Reader { rest: source };
    let node = reader.value().and_then(|node| {
        reader.skip();
        if reader.rest.is_empty() { Ok(node) } else { Err("something follows".into()) }
    });
    let line = source.len() - reader.rest.len();
    let line = source.get(..line).unwrap_or_default().lines().count();
    node.map_err(|what| format!("line {line}: {what}"))
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Skips blanks and comments.
    fn skip(&mut self) {
        loop {
            self.rest = self.rest.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
            let Some(comment) = self.rest.strip_prefix("//") else { return };
            self.rest = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or_default();
        }
    }

    /// Takes a sign if it comes next.
    fn take(&mut self, sign: char) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        if self.take(sign) { Ok(()) } else { Err(format!("`{sign}` is missing")) }
    }

    /// The name that comes next; empty when none does.
    fn word(&mut self) -> &'a str {
        self.skip();
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        let end = self.rest.find(|c| !inside(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn value(&mut self) -> Result<Node, String> {
        self.skip();
        match self.rest.chars().next() {
            Some('"') => self.text().map(Node::Text),
            Some('[') => self.list(),
            Some('{') => self.map(),
            Some('(') => self.round(),
            Some('-') => {
                self.expect('-')?;
                self.number().map(|number| Node::Number(-number))
            }
            Some('0'..='9') => self.number().map(Node::Number),
            _ => self.named(),
        }
    }

    fn number(&mut self) -> Result<i64, String> {
        let word = self.word();
        word.replace('_', "").parse().map_err(|_| format!("`{word}` is no whole number"))
    }

    fn named(&mut self) -> Result<Node, String> {
        let word = self.word();
        match word {
            "" => Err("a value is missing".into()),
            "true" => Ok(Node::Bool(true)),
            "false" => Ok(Node::Bool(false)),
            _ if self.rest.trim_start().starts_with('(') => {
                self.skip();
                match self.round()? {
                    // What is there is written with `Some` or without.
                    Node::Tuple(mut inside) if word == "Some" && inside.len() == 1 => {
                        inside.pop().ok_or_else(|| "`Some` of nothing".into())
                    }
                    inside => Ok(Node::Named(word.to_owned(), Box::new(inside))),
                }
            }
            _ => Ok(Node::Word(word.to_owned())),
        }
    }

    fn text(&mut self) -> Result<String, String> {
        self.expect('"')?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(['"', '\\']).ok_or("a text does not end")?;
            let (plain, rest) = self.rest.split_at(end);
            text.push_str(plain);
            let mut signs = rest.chars();
            if signs.next() == Some('"') {
                self.rest = signs.as_str();
                return Ok(text);
            }
            text.push(match signs.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(sign @ ('"' | '\\')) => sign,
                Some('u') => {
                    let inside =
                        signs.as_str().strip_prefix('{').and_then(|rest| rest.split_once('}'));
                    let (digits, rest) = inside.ok_or("`\\u{…}` is meant")?;
                    signs = rest.chars();
                    let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                    code.ok_or("no such character")?
                }
                _ => return Err("an escape that is not known here".into()),
            });
            self.rest = signs.as_str();
        }
    }

    /// Values up to a closing sign, with commas between.
    fn until<T>(
        &mut self,
        close: char,
        mut one: impl FnMut(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let mut all = Vec::new();
        while !self.take(close) {
            all.push(one(self)?);
            if !self.take(',') {
                self.expect(close)?;
                break;
            }
        }
        Ok(all)
    }

    fn list(&mut self) -> Result<Node, String> {
        self.expect('[')?;
        self.until(']', Self::value).map(Node::List)
    }

    fn map(&mut self) -> Result<Node, String> {
        self.expect('{')?;
        let entry = |reader: &mut Self| {
            let key = reader.value()?;
            reader.expect(':')?;
            Ok((key, reader.value()?))
        };
        self.until('}', entry).map(Node::Map)
    }

    /// Fields with names, or without.
    fn round(&mut self) -> Result<Node, String> {
        self.expect('(')?;
        let before = self.rest;
        let fields = !self.word().is_empty() && self.take(':');
        self.rest = before;
        if !fields {
            return self.until(')', Self::value).map(Node::Tuple);
        }
        let field = |reader: &mut Self| {
            let name = reader.word().to_owned();
            reader.expect(':')?;
            Ok((name, reader.value()?))
        };
        self.until(')', field).map(Node::Fields)
    }
}
