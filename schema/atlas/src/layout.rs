//! Where boxes stand: in columns by how far they are from the roots, each as near to what leads to it as it can.
//!
//! A line leads at most one column further, so that none goes through a column.

use std::collections::{BTreeSet, VecDeque};

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
    let mut is_led_to = vec![false; count];
    for line in reach.lines.iter().filter(|line| line.from != line.to) {
        if let (Some(next), Some(is_led_to)) = (next.get_mut(line.from), is_led_to.get_mut(line.to)) {
            next.insert(line.to);
            *is_led_to = true;
        }
    }
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let mut seen = vec![false; count];
    let first = reach.roots.iter().copied();
    let starts = (0..count).filter(|place| !is_led_to.get(*place).copied().unwrap_or(false));
    // In a circle that nothing leads to, the first is as good as any.
    let rest = 0..count;
    let mut open: VecDeque<(usize, usize)> = VecDeque::new();
    let mut visit = |open: &mut VecDeque<(usize, usize)>, place: usize, depth: usize| {
        let Some(seen) = seen.get_mut(place) else { return };
        if !std::mem::replace(seen, true) {
            open.push_back((place, depth));
        }
    };
    first.for_each(|place| visit(&mut open, place, 0));
    let starts: Vec<usize> = starts.collect();
    if open.is_empty() {
        starts.iter().for_each(|place| visit(&mut open, *place, 0));
    }
    for late in std::iter::once(None).chain(starts.iter().copied().chain(rest).map(Some)) {
        if let Some(place) = late {
            visit(&mut open, place, 0);
        }
        while let Some((place, depth)) = open.pop_front() {
            if columns.len() <= depth {
                columns.push(Vec::new());
            }
            // Those that one box leads to come together, in the order of the boxes that lead to them.
            if let Some(column) = columns.get_mut(depth) {
                column.push(place);
            }
            for to in next.get(place).into_iter().flatten() {
                visit(&mut open, *to, depth + 1);
            }
        }
    }
    columns
}
