//! What a payload is made of, each part with what it can be shrunk to.

use proptest::strategy::ValueTree;

/// A JSON value that shrinks.
pub(super) enum Tree {
    /// What stays as it is.
    Fixed(String),
    /// A value without parts that are known here.
    Leaf(Box<dyn ValueTree<Value = String>>),
    /// An object or an array.
    Parts(Parts),
}

/// The parts of an object or an array.
pub(super) struct Parts {
    brackets: [char; 2],
    all: Vec<Part>,
    /// So many parts must stay.
    least: usize,
    /// What is tried next, and what was tried last.
    next: Step,
    last: Option<Step>,
}

/// A member or an item.
pub(super) struct Part {
    /// What stands before the value: a member's name with its colon.
    head: String,
    tree: Tree,
    may_go: bool,
    is_there: bool,
}

#[derive(Clone, Copy)]
enum Step {
    /// To leave out the part at this place.
    Drop(usize),
    /// To shrink it.
    Shrink(usize),
}

impl Part {
    /// A member of an object.
    pub(super) fn member(name: &str, tree: Tree, may_go: bool) -> Self {
        Self { head: format!("{}:", quoted(name)), tree, may_go, is_there: true }
    }

    fn item(tree: Tree) -> Self {
        Self { head: String::new(), tree, may_go: true, is_there: true }
    }
}

impl Parts {
    fn new(brackets: [char; 2], all: Vec<Part>, least: usize) -> Self {
        Self { brackets, all, least, next: Step::Drop(0), last: None }
    }

    fn write(&self, out: &mut String) {
        let [open, close] = self.brackets;
        out.push(open);
        for (place, part) in self.all.iter().filter(|part| part.is_there).enumerate() {
            if place > 0 {
                out.push(',');
            }
            out.push_str(&part.head);
            part.tree.write(out);
        }
        out.push(close);
    }

    fn simplify(&mut self) -> bool {
        let mut there = self.all.iter().filter(|part| part.is_there).count();
        loop {
            let step = self.next;
            let (Step::Drop(place) | Step::Shrink(place)) = step;
            let Some(part) = self.all.get_mut(place) else {
                match step {
                    Step::Drop(_) => self.next = Step::Shrink(0),
                    Step::Shrink(_) => return false,
                }
                continue;
            };
            let is_done = match step {
                Step::Drop(_) if part.may_go && there > self.least => {
                    part.is_there = false;
                    there -= 1;
                    true
                }
                Step::Drop(_) => false,
                Step::Shrink(_) => part.is_there && part.tree.simplify(),
            };
            self.next = match step {
                Step::Drop(_) => Step::Drop(place + 1),
                Step::Shrink(_) if is_done => step,
                Step::Shrink(_) => Step::Shrink(place + 1),
            };
            if is_done {
                self.last = Some(step);
                return true;
            }
        }
    }

    fn complicate(&mut self) -> bool {
        let Some(step) = self.last else { return false };
        let (Step::Drop(place) | Step::Shrink(place)) = step;
        let Some(part) = self.all.get_mut(place) else { return false };
        if let Step::Drop(_) = step {
            part.is_there = true;
            self.last = None;
            return true;
        }
        let is_done = part.tree.complicate();
        if !is_done {
            self.last = None;
        }
        is_done
    }
}

impl Tree {
    /// An object.
    pub(super) fn object(members: Vec<Part>) -> Self {
        Self::Parts(Parts::new(['{', '}'], members, 0))
    }

    /// An array, of which so many items must stay.
    pub(super) fn array(items: Vec<Self>, least: usize) -> Self {
        Self::Parts(Parts::new(['[', ']'], items.into_iter().map(Part::item).collect(), least))
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Fixed(text) => out.push_str(text),
            Self::Leaf(leaf) => out.push_str(&leaf.current()),
            Self::Parts(parts) => parts.write(out),
        }
    }
}

impl ValueTree for Tree {
    type Value = String;

    fn current(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn simplify(&mut self) -> bool {
        match self {
            Self::Fixed(_) => false,
            Self::Leaf(leaf) => leaf.simplify(),
            Self::Parts(parts) => parts.simplify(),
        }
    }

    fn complicate(&mut self) -> bool {
        match self {
            Self::Fixed(_) => false,
            Self::Leaf(leaf) => leaf.complicate(),
            Self::Parts(parts) => parts.complicate(),
        }
    }
}

/// `text` as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    let mut out = vec![b'"'];
    odatype_json::escape_into(text, &mut out);
    out.push(b'"');
    String::from_utf8_lossy(&out).into_owned()
}
