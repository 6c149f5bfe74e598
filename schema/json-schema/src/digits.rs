//! Patterns for ranges of whole numbers, since JSON Schema cannot compare a number that is written as text.

/// A pattern for the numbers from `low` to `high` in decimal digits without leading zeros.
pub(super) fn between(low: u128, high: u128) -> String {
    let mut forms = Vec::new();
    let mut start = low;
    while start <= high {
        let end = longest_block(start, high);
        forms.push(block(start, end));
        start = end + 1;
    }
    forms.join("|")
}

/// The last number of the longest block that starts at `start` and does not pass `high`: one digit counted up, with all
/// digits after it free.
fn longest_block(start: u128, high: u128) -> u128 {
    let mut unit = 1;
    while start != 0 && start.is_multiple_of(unit * 10) && start + unit * 10 - 1 <= high {
        unit *= 10;
    }
    let digit = start / unit % 10;
    let steps = (9 - digit).min((high + 1 - start) / unit - 1);
    start + (steps + 1) * unit - 1
}

/// The pattern of one such block: the digits that its ends share, one class, and free digits.
fn block(start: u128, end: u128) -> String {
    let (start, end) = (start.to_string(), end.to_string());
    let same = start.bytes().zip(end.bytes()).take_while(|(low, high)| low == high).count();
    let (shared, rest) = start.split_at(same);
    let (Some(low), Some(high)) = (rest.chars().next(), end[same..].chars().next()) else {
        return shared.to_owned();
    };
    let free = match rest.len() - 1 {
        0 => String::new(),
        1 => "[0-9]".to_owned(),
        more => format!("[0-9]{{{more}}}"),
    };
    format!("{shared}[{low}-{high}]{free}")
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn blocks_are_few() {
        assert_eq!(between(0, 9), "[0-9]");
        assert_eq!(between(7, 7), "7");
        assert_eq!(between(0, 255), "[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]");
        assert_eq!(between(1, 200), "[1-9]|[1-9][0-9]|1[0-9][0-9]|200");
    }
}
