//! From a pattern's text to its tree.
//!
//! Source: ECMA-262, sections 22.2.1 and B.1.2.

use super::{
    class::class,
    error::PatternError,
    escape::{Escape, Mode, escape},
    scan::Scan,
    set::Set,
    tree::Node,
};

/// How deep groups may nest at all.
const MAX_NESTING: usize = 200;

/// A reader of one pattern.
pub(super) struct Parser {
    scan: Scan,
    mode: Mode,
    /// The names of capturing groups in their order; `None` for those without.
    groups: Vec<Option<String>>,
    nesting: usize,
    /// The alternatives that are being read, from the outermost: which choice, and which of its alternatives.
    choices: Vec<(usize, usize)>,
    /// How many choices there were so far.
    count: usize,
    /// Names of groups that were read, each with the alternatives that it stands in.
    named: Vec<(String, Vec<(usize, usize)>)>,
}

type Parsed<T> = Result<T, PatternError>;

impl Parser {
    /// A reader of `text`, with the flag `u` or without.
    pub(super) fn new(text: &str, unicode: bool) -> Self {
        let groups = groups(text);
        let has_names = unicode || groups.iter().any(Option::is_some);
        Self {
            scan: Scan::new(text),
            mode: Mode { unicode, has_names },
            groups,
            nesting: 0,
            choices: Vec::new(),
            count: 0,
            named: Vec::new(),
        }
    }

    /// The whole pattern.
    pub(super) fn pattern(mut self) -> Parsed<Node> {
        let node = self.alternatives()?;
        match self.scan.peek() {
            None => Ok(node),
            Some(_) => Err(self.scan.error("a parenthesis that was not opened")),
        }
    }

    fn alternatives(&mut self) -> Parsed<Node> {
        let choice = self.count;
        self.count += 1;
        let mut parts = Vec::new();
        loop {
            self.choices.push((choice, parts.len()));
            parts.push(self.sequence()?);
            self.choices.pop();
            if !self.scan.take("|") {
                break;
            }
        }
        Ok(match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => Node::Alternatives(parts.into_iter().chain(last).collect()),
        })
    }

    fn sequence(&mut self) -> Parsed<Node> {
        let mut parts = Vec::new();
        while self.scan.peek().is_some_and(|next| next != '|' && next != ')') {
            let part = self.part()?;
            parts.push(self.repeated(part)?);
        }
        Ok(Node::Sequence(parts))
    }

    fn part(&mut self) -> Parsed<Node> {
        let Some(next) = self.scan.next() else { return Err(self.scan.error("the pattern ends")) };
        Ok(match next {
            '^' => Node::Start,
            '$' => Node::End,
            '.' => Node::Set(Set::dot()),
            '(' => self.group()?,
            '[' => Node::Set(class(&mut self.scan, self.mode)?),
            '\\' => self.escape()?,
            '*' | '+' | '?' => return Err(self.scan.error("a repetition of nothing")),
            '{' | '}' | ']' if self.mode.unicode => {
                return Err(self.scan.error("a bracket that has no partner"));
            }
            '{' => {
                self.scan.back();
                if self.times().is_some() {
                    return Err(self.scan.error("a repetition of nothing"));
                }
                self.scan.next();
                Node::Set(Set::one('{'))
            }
            other => Node::Set(Set::one(other)),
        })
    }

    /// A group or a look around, after the parenthesis.
    fn group(&mut self) -> Parsed<Node> {
        let mut look = |text, is_behind, is_negated| self.scan.take(text).then_some((is_behind, is_negated));
        let around = look("?=", false, false)
            .or_else(|| look("?!", false, true))
            .or_else(|| look("?<=", true, false))
            .or_else(|| look("?<!", true, true));
        if let Some((is_behind, is_negated)) = around {
            let inner = Box::new(self.closed()?);
            return Ok(Node::Look { is_behind, is_negated, inner });
        }
        let captures = !self.scan.take("?:");
        if captures && self.scan.take("?") {
            let name = if self.scan.take("<") { name(&mut self.scan) } else { None };
            let Some(name) = name else { return Err(self.scan.error("a group of an unknown kind")) };
            self.claim(name)?;
        }
        Ok(Node::Group { captures, inner: Box::new(self.closed()?) })
    }

    /// Takes a name for a group: only one of those that share it may take part in a match.
    fn claim(&mut self, name: String) -> Parsed<()> {
        let apart = |other: &[(usize, usize)]| {
            let both = other.iter().zip(&self.choices);
            both.into_iter().any(|(left, right)| left.0 == right.0 && left.1 != right.1)
        };
        if self.named.iter().any(|(known, choices)| *known == name && !apart(choices)) {
            return Err(self.scan.error("two groups of one name"));
        }
        self.named.push((name, self.choices.clone()));
        Ok(())
    }

    /// What stands in a group, and the parenthesis that closes it.
    fn closed(&mut self) -> Parsed<Node> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(self.scan.error("groups that nest too deep"));
        }
        let inner = self.alternatives()?;
        self.nesting -= 1;
        if self.scan.take(")") { Ok(inner) } else { Err(self.scan.error("a group that is not closed")) }
    }

    fn escape(&mut self) -> Parsed<Node> {
        if self.scan.take("b") {
            return Ok(Node::Boundary { is_negated: false });
        }
        if self.scan.take("B") {
            return Ok(Node::Boundary { is_negated: true });
        }
        if self.mode.has_names && self.scan.take("k") {
            let name = if self.scan.take("<") { name(&mut self.scan) } else { None };
            let groups = (1..).zip(&self.groups).filter(|(_, group)| group.is_some() && **group == name);
            let found: Vec<usize> = groups.map(|(number, _)| number).collect();
            return if found.is_empty() {
                Err(self.scan.error("a reference to no group"))
            } else {
                Ok(Node::Reference(found))
            };
        }
        if let Some(number) = self.reference() {
            return Ok(Node::Reference(vec![number]));
        }
        Ok(Node::Set(match escape(&mut self.scan, self.mode, false)? {
            Escape::Code(code) => Set::code_points(code, code),
            Escape::Set(set) => set,
        }))
    }

    /// The number of a group that there is.
    fn reference(&mut self) -> Option<usize> {
        let count = self.groups.len();
        self.scan.attempt(|scan| {
            scan.peek().filter(|next| *next != '0')?;
            let number = usize::try_from(scan.digits(10, 1, usize::MAX)?).ok()?;
            (number <= count).then_some(number)
        })
    }

    /// `part` as often as what follows says.
    fn repeated(&mut self, part: Node) -> Parsed<Node> {
        let Some((least, most)) = self.times() else { return Ok(part) };
        let can_repeat = match part {
            Node::Start | Node::End | Node::Boundary { .. } => false,
            Node::Look { is_behind, .. } => !is_behind && !self.mode.unicode,
            _ => true,
        };
        if !can_repeat {
            return Err(self.scan.error("a repetition of nothing"));
        }
        if most.is_some_and(|most| most < least) {
            return Err(self.scan.error("a repetition of at most less than at least"));
        }
        let is_lazy = self.scan.take("?");
        Ok(Node::Repeat { inner: Box::new(part), least, most, is_lazy })
    }

    /// `*`, `+`, `?`, `{2}`, `{2,}`, `{2,3}`.
    fn times(&mut self) -> Option<(u32, Option<u32>)> {
        self.scan.attempt(|scan| {
            Some(match scan.next()? {
                '*' => (0, None),
                '+' => (1, None),
                '?' => (0, Some(1)),
                '{' => {
                    let least = scan.digits(10, 1, usize::MAX)?;
                    let most = if scan.take(",") { scan.digits(10, 1, usize::MAX) } else { Some(least) };
                    scan.take("}").then_some((least, most))?
                }
                _ => return None,
            })
        })
    }
}

/// The name of a group, after `<`, and `>`.
fn name(scan: &mut Scan) -> Option<String> {
    let mut name = String::new();
    loop {
        match scan.next()? {
            '>' => return (!name.is_empty()).then_some(name),
            character if character.is_alphanumeric() || "_$".contains(character) => name.push(character),
            _ => return None,
        }
    }
}

/// The capturing groups of a pattern, counted before it is read: a reference may stand before its group.
fn groups(text: &str) -> Vec<Option<String>> {
    let mut scan = Scan::new(text);
    let mut found = Vec::new();
    let mut in_class = false;
    while let Some(next) = scan.next() {
        match next {
            '\\' => drop(scan.next()),
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                if !scan.take("?") {
                    found.push(None);
                } else if scan.take("<") && scan.peek().is_some_and(|next| next != '=' && next != '!') {
                    found.extend(name(&mut scan).map(Some));
                }
            }
            _ => {}
        }
    }
    found
}
