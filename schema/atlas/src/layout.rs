//! Where boxes stand: in columns by how far they are from the roots, each as near to what leads to it as it can.
//!
//! A line leads at most one column further, so that none goes through a column.

use std::collections::BTreeSet;

use crate::reach::Reach;

/// How big boxes are, and how far apart.
pub(crate) struct Space {
    pub(crate) between_columns: usize,
    pub(crate) between_boxes: usize,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rectangle {
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

/// Where each box of those `sizes` stands, and how wide and high the whole is.
pub(crate) fn layout(reach: &Reach, sizes: &[(usize, usize)], space: &Space) -> (Vec<Rectangle>, (usize, usize)) {
    let mut placed = vec![Rectangle::default(); sizes.len()];
    let (mut x, mut bottom) = (0, 0);
    let columns = columns(reach, sizes.len());
    for column in &columns {
        let (mut y, mut widest) = (0, 0);
        for place in column {
            let (Some(size), Some(at)) = (sizes.get(*place), placed.get_mut(*place)) else { continue };
            *at = Rectangle { x, y, width: size.0, height: size.1 };
            y += size.1 + space.between_boxes;
            widest = widest.max(size.0);
        }
        bottom = bottom.max(y.saturating_sub(space.between_boxes));
        x += widest + space.between_columns;
    }
    // Short columns stand in the middle.
    for column in &columns {
        let end = column.iter().filter_map(|place| placed.get(*place)).map(|at| at.y + at.height).max().unwrap_or(0);
        for place in column {
            if let Some(at) = placed.get_mut(*place) {
                at.y += (bottom - end) / 2;
            }
        }
    }
    (placed, (x.saturating_sub(space.between_columns), bottom))
}

/// The boxes by their distance from the roots; where there are none, from what nothing leads to.
fn columns(reach: &Reach, count: usize) -> Vec<Vec<usize>> {
    let mut next: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    let mut first: BTreeSet<usize> = (0..count).collect();
    for line in reach.lines.iter().filter(|line| line.from != line.to) {
        if let Some(next) = next.get_mut(line.from) {
            next.insert(line.to);
            first.remove(&line.to);
        }
    }
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let mut seen = BTreeSet::new();
    // What the roots do not reach begins anew; in a circle that nothing leads to, the first is as good as any.
    let together: Vec<usize> =
        if reach.roots.is_empty() { first.iter().copied().collect() } else { reach.roots.clone() };
    let late = first.into_iter().chain(0..count).map(|place| vec![place]);
    for starts in std::iter::once(together).chain(late) {
        let mut column: Vec<usize> = starts.into_iter().filter(|place| seen.insert(*place)).collect();
        let mut depth = 0;
        while !column.is_empty() {
            if columns.len() <= depth {
                columns.push(Vec::new());
            }
            // Those that one box leads to come together, in the order of the boxes that lead to them.
            let reached = column.iter().filter_map(|place| next.get(*place)).flatten().copied();
            let further = reached.filter(|place| seen.insert(*place)).collect();
            if let Some(at) = columns.get_mut(depth) {
                at.append(&mut column);
            }
            column = further;
            depth += 1;
        }
    }
    columns
}
