//! Values of which a part does not fit.

use crate::finding::Findings;

/// A value in which everything that fits is typed, and what does not: a date without an offset, `"0"` for a number.
///
/// What does not fit, a member or one item of a collection, costs only itself: it is kept as JSON text, its getter
/// gives `None`, [`dynamic`](crate::Structured::dynamic) gives the text, and writing gives it back. If the whole
/// payload is no object, the value has no members, [`is_foreign`](crate::Structured::is_foreign) says so, and writing
/// gives the payload back as long as nothing is set.
///
/// Where a web framework takes what `serde` can read, it takes this. Within something else that `serde` reads, places
/// in the findings are those in this value, not in what is around it.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Partial, Structured, graph::Call};
/// let json = br#"{"subject":"Lunch","callChainId":5}"#;
/// assert!(odatype::from_slice::<Call>(json).is_err());
/// let Partial { value: call, findings, .. } = odatype::from_slice_partial::<Call>(json)?;
/// assert_eq!((call.subject(), call.call_chain_id()), (Some("Lunch"), None));
/// assert_eq!(call.dynamic("callChainId").unwrap().text(), "5");
/// assert_eq!(findings[0].pointer(), "/callChainId");
/// assert_eq!(odatype::to_vec(&call), json);
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Partial<T> {
    /// The value.
    pub value: T,
    /// What does not fit, if anything.
    pub findings: Findings,
}

impl<T> Partial<T> {
    pub(super) fn new((value, findings): (T, Findings)) -> Self {
        Self { value, findings }
    }

    /// The same with another value.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Partial<U> {
        Partial { value: make(self.value), findings: self.findings }
    }
}

#[cfg(test)]
mod tests {
    use super::Partial;
    use crate::{Collection, Finding, ServiceError, ServiceErrorBody, Structured, from_slice_partial, to_vec};

    #[test]
    fn what_does_not_fit_costs_only_itself() {
        let json = br#"{"error":{"code":5,"message":"m","details":[{"code":"a"},7,{"code":{"b":1}}],"more":1}}"#;
        let Partial { value, findings } = from_slice_partial::<ServiceError>(json).unwrap();
        let error = value.error().unwrap();
        assert_eq!((error.code(), error.message()), (None, Some("m")));
        assert_eq!(error.dynamic("code").unwrap().text(), "5");
        assert!(error.dynamic("message").is_none());
        let details = error.details();
        assert_eq!((details.len(), details[0].code(), details[1].is_foreign()), (3, Some("a"), true));
        assert_eq!(details[2].dynamic("code").unwrap().text(), r#"{"b":1}"#);
        assert_eq!(to_vec(&value), json);
        let found: Vec<String> = findings.iter().map(Finding::pointer).collect();
        assert_eq!(found, ["/error/code", "/error/details/1", "/error/details/2/code"]);
    }

    #[test]
    fn a_second_tag_is_kept() {
        let json = br##"{"error":{"@odata.type":"#a.b","code":"c","@type":"#a.b"}}"##;
        let Partial { value, findings } = from_slice_partial::<ServiceError>(json).unwrap();
        assert_eq!((to_vec(&value), findings[0].pointer()), (json.to_vec(), "/error/@type".to_owned()));
        let json = br##"{"@odata.type":"#odata.errorResponse","@type":"#odata.errorResponse","x":1}"##;
        assert_eq!(to_vec(&from_slice_partial::<ServiceError>(json).unwrap().value), json);
    }

    #[test]
    fn what_cannot_be_kept_is_an_error() {
        for json in ["{", r#"{"error":{"code":"a","code":"b"}}"#, r#"{"error":{"x":{"y":1,"y":2}}}"#] {
            assert!(from_slice_partial::<ServiceError>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn whole_values_and_collections_and_serde() {
        let whole = from_slice_partial::<ServiceError>(b"[1]").unwrap();
        assert_eq!((to_vec(&whole.value), whole.findings.len()), (b"[1]".to_vec(), 1));
        let many = br#"{"value":[{"code":"a"},5],"@odata.count":2}"#;
        let Partial { value, findings } = from_slice_partial::<Collection<ServiceErrorBody>>(many).unwrap();
        assert_eq!((value.value.len(), value.count(), findings[0].pointer()), (2, Some(2), "/value/1".to_owned()));
        assert_eq!(to_vec(&value), many);
        let through: Partial<ServiceError> = serde_json::from_str(r#"{"error":{"code":5}}"#).unwrap();
        assert_eq!(through.findings.len(), 1);
        let error = serde_json::from_str::<Partial<ServiceError>>(r#"{"error":{"x":1,"x":2}}"#).unwrap_err();
        assert!(error.to_string().contains("`x` again"), "{error}");
    }

    #[test]
    fn envelopes_without_an_array_of_items() {
        type Many = Collection<ServiceErrorBody>;
        for (json, pointer) in [
            ("{}", ""),
            (r#"{"error":{"code":"c"}}"#, ""),
            (r#"{"Value":[]}"#, ""),
            (r#"{"value":null}"#, "/value"),
            (r#"{"a":1,"value":{"b":2},"@odata.nextLink":"n"}"#, "/value"),
            (r#"{"value":5,"a":1}"#, "/value"),
            ("[]", ""),
            ("[{}]", ""),
            ("5", ""),
            ("null", ""),
        ] {
            let Partial { mut value, findings } = from_slice_partial::<Many>(json.as_bytes()).unwrap();
            assert_eq!(findings.iter().map(Finding::pointer).collect::<Vec<_>>(), [pointer], "{json}");
            assert!(value.value.is_empty(), "{json}");
            assert_eq!(String::from_utf8(to_vec(&value)).unwrap(), json);
            let through: Partial<Many> = serde_json::from_str(json).unwrap();
            assert!(through.value == value && to_vec(&through.value) == json.as_bytes(), "{json}");
            // Whoever adds items means them.
            value.value.push(ServiceErrorBody::new());
            let written: serde_json::Value = serde_json::from_slice(&to_vec(&value)).unwrap();
            assert_eq!(written["value"], serde_json::json!([{}]), "{json}");
            assert!(crate::from_slice::<Many>(json.as_bytes()).is_err(), "{json}");
        }
        let read = |json: &str| from_slice_partial::<Many>(json.as_bytes()).unwrap().value;
        assert!(read("5") != read("6") && read("[1, 2]") == read("[1,2]") && read("5") != read("{}"));
    }
}
