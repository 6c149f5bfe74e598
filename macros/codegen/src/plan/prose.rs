//! A schema's own words, shown as they are.

use odatype_schema::visible;

/// Text that stands between backticks. What turns the direction of text, which the compiler refuses in comments, is
/// told by its number.
pub(super) fn code(text: &str) -> String {
    visible(&text.replace(['`', '\n', '\r'], "'"))
}

/// Prose that is to be shown as it is: each paragraph on one line, with what Markdown or rustdoc would read as its own
/// escaped, and addresses as links.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let paragraphs: Vec<String> = text.split("\n\n").map(paragraph).filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

fn paragraph(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(word).collect();
    let line = words.join(" ");
    // What makes a heading, a list, a quotation or a table at the start of a line.
    let marked = line.starts_with(['#', '-', '+', '=']);
    let number = line.find(|character: char| !character.is_ascii_digit()).filter(|at| *at > 0);
    match number {
        Some(at) if line[at..].starts_with(['.', ')']) => format!("{}\\{}", &line[..at], &line[at..]),
        _ if marked => format!("\\{line}"),
        _ => line,
    }
}

/// A word without white space, its addresses in angle brackets.
fn word(word: &str) -> String {
    let Some(at) = word.find("http://").or_else(|| word.find("https://")) else { return escape_word(word) };
    let (before, address) = word.split_at(at);
    let end = address.find(|character: char| !is_address(character)).unwrap_or(address.len());
    let (address, after) = address.split_at(end);
    let trimmed = address.trim_end_matches(['.', ',', ';', ':', ')', '\'']);
    format!("{}<{trimmed}>{}{}", escape_word(before), escape_word(&address[trimmed.len()..]), self::word(after))
}

fn is_address(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#@!$&'()+,;=%".contains(character)
}

fn escape_word(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for character in visible(word).chars() {
        // With a semicolon after it, `&` begins what stands for another character.
        let is_entity = character == '&' && word.contains(';');
        if matches!(character, '<' | '>' | '[' | ']' | '`' | '*' | '_' | '\\' | '|' | '~') || is_entity {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_shown_as_it_is() {
        let table = [
            ("Plain words.", "Plain words."),
            ("A <b> [link](x) `code` a_b *c*", r"A \<b\> \[link\](x) \`code\` a\_b \*c\*"),
            ("See https://example.com/a_b?c=d.", "See <https://example.com/a_b?c=d>."),
            ("(https://example.com)", "(<https://example.com>)"),
            ("[text](https://example.com/x)", r"\[text\](<https://example.com/x>)"),
            ("    indented\n  lines", "indented lines"),
            ("one\r\n\r\ntwo", "one\n\ntwo"),
            ("# heading", r"\# heading"),
            ("- item", r"\- item"),
            ("12. item", r"12\. item"),
            ("12", "12"),
            ("```\nfn main() {}\n```", r"\`\`\` fn main() {} \`\`\`"),
            ("~~gone~~ a & b", r"\~\~gone\~\~ a & b"),
            ("&lt;b&gt;", r"\&lt;b\&gt;"),
            ("a\u{202e}b \u{0}", r"a\\u202eb \\u0000"),
            ("", ""),
        ];
        for (text, doc) in table {
            assert_eq!(escape(text), doc, "{text}");
        }
    }
}
