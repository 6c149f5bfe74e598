//! JSON in a line that a person reads: tags as names before braces, quotation marks only where a text could be taken
//! for something else, and an end where it gets long.

/// How many characters are shown.
const WIDTH: usize = 180;

/// `json`, in short.
pub(super) fn short(json: &str) -> String {
    let (mut line, mut rest) = (String::new(), json);
    while let Some(next) = rest.chars().next() {
        let Some(text) = string(rest) else {
            line.push(next);
            line.push_str(if next == ',' { " " } else { "" });
            rest = &rest[next.len_utf8()..];
            continue;
        };
        rest = &rest[text.len() + 2..];
        let Some(value) = rest.strip_prefix(':') else {
            let mark = if text.contains(char::is_alphabetic) { "" } else { "\"" };
            line.extend([mark, text, mark]);
            continue;
        };
        rest = value;
        // `{"@odata.type":"#microsoft.graph.call","state":…` is `call{state: …`.
        match string(value).and_then(|tag| tag.strip_prefix("#microsoft.graph.")) {
            Some(tag) if text == "@odata.type" && line.ends_with('{') => {
                line.pop();
                line.push_str(tag);
                line.push('{');
                rest = value[tag.len() + "\"#microsoft.graph.\"".len()..].trim_start_matches(',');
            }
            _ => line.extend([text, ": "]),
        }
    }
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The string that `json` starts with, as it is between its quotation marks.
fn string(json: &str) -> Option<&str> {
    let text = json.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = text.find(|char: char| {
        let ends = char == '"' && !is_escaped;
        is_escaped = char == '\\' && !is_escaped;
        ends
    });
    Some(&text[..end?])
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn bodies() {
        for (json, line) in [
            (r##"{"@odata.type":"#microsoft.graph.call"}"##, "call{}"),
            (
                r##"[{"@odata.type":"#microsoft.graph.call","state":"Incoming","targets":[{"id":"1"},{"id":2}]},{}]"##,
                r#"[call{state: Incoming, targets: [{id: "1"}, {id: 2}]}, {}]"#,
            ),
            (
                r##"{"a":{"@odata.type":"#microsoft.graph.x","b":"W/\"1\""},"c":null}"##,
                r#"{a: x{b: W/\"1\"}, c: null}"#,
            ),
            (r##"{"@odata.type":"#other.thing","a":true}"##, "{@odata.type: #other.thing, a: true}"),
            (r#"{"a":"é{"#, r#"{a: "é{"#),
        ] {
            assert_eq!(short(json), line, "{json}");
        }
        let long = short(&format!(r#"{{"a":"{}"}}"#, "é".repeat(500)));
        assert!(long.ends_with("é…") && long.chars().count() == 181);
    }
}
