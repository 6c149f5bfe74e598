//! How deep containers nest in a text that was written here.

use crate::{
    error::{Problem, SyntaxError},
    reader::MAX_DEPTH,
};

/// Whether `text`, which is JSON but for that, can be read where `outer` containers are around it.
///
/// # Errors
/// If its containers nest too deep, with the place of the first that does.
pub fn check_depth(text: &str, outer: usize) -> Result<(), SyntaxError> {
    let (mut depth, mut bytes) = (outer, text.bytes().enumerate());
    while let Some((offset, byte)) = bytes.next() {
        match byte {
            b'[' | b'{' if depth >= MAX_DEPTH => return Err(SyntaxError { offset, problem: Problem::TooDeep }),
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                let mut is_escaped = false;
                // To the closing quote.
                let _ = bytes.find(|(_, byte)| {
                    let is_end = *byte == b'"' && !is_escaped;
                    is_escaped = *byte == b'\\' && !is_escaped;
                    is_end
                });
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_depth;
    use crate::{MAX_DEPTH, tree};

    #[test]
    fn as_the_reader() {
        for depth in [0, 1, MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 1000] {
            for around in [r#"{"a\\\"[{":[1,"]"],"b":"#, "[[],{},", "["] {
                let close = if around.starts_with('{') { "}" } else { "]" };
                let text = format!("{}0{}", around.repeat(depth), close.repeat(depth));
                let (own, read) = (check_depth(&text, 0), tree::parse(&text));
                assert_eq!(own.is_ok(), read.is_ok(), "{depth} of {around}");
                assert_eq!(own.err(), read.err());
                let outer = check_depth(&text, 1).is_ok();
                assert_eq!(outer, tree::parse(&format!("[{text}]")).is_ok(), "{depth} of {around}");
            }
        }
    }
}
