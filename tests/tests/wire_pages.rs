//! A collection over all of its pages: with a closure that fetches, and driven by hand as with `.await`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    future::{Future, ready},
    pin::pin,
    task::{Context, Poll, Waker},
};

use odatype::{Collection, PageError, Pages, from_str, graph::Call};

/// What a service answers at a link.
fn get(link: &str) -> Result<String, String> {
    Ok(match link {
        "calls" => r#"{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"calls?2"}"#,
        // A page may be empty and have a next one all the same.
        "calls?2" => r#"{"value":[],"@nextLink":"calls?3"}"#,
        "calls?3" => r#"{"value":[{"id":"3"}],"@odata.deltaLink":"calls?delta"}"#,
        "round" => r#"{"value":[{"id":"1"}],"@odata.nextLink":"round?2"}"#,
        "round?2" => r#"{"value":[{"id":"2"}],"@odata.nextLink":"round"}"#,
        "broken" => r#"{"value":[{"id":"1"}],"@odata.nextLink":"gone"}"#,
        _ => return Err(format!("404 {link}")),
    }
    .to_owned())
}

fn page(link: &str) -> Result<Collection<Call>, String> {
    from_str(&get(link)?).map_err(|error| error.to_string())
}

/// The calls' ids, and what went wrong.
fn ids(first: &str) -> Vec<Result<String, PageError<String>>> {
    let items = Collection::pages(first, page);
    items.map(|call| call.map(|call: Call| call.id().unwrap().to_owned())).take(10).collect()
}

#[test]
fn items_of_all_pages() {
    assert_eq!(ids("calls"), ["1", "2", "3"].map(|id| Ok(id.to_owned())));
    let mut fetched = Vec::new();
    let mut items = Collection::pages("calls", |link: &str| {
        fetched.push(link.to_owned());
        page(link)
    });
    assert!(items.by_ref().take(2).all(|call| call.is_ok()));
    assert_eq!(items.pages().next_link(), Some("calls?2"), "the next page is fetched when an item of it is asked for");
    assert_eq!(items.by_ref().count(), 1);
    assert_eq!((items.pages().next_link(), items.pages().delta_link()), (None, Some("calls?delta")));
    drop(items);
    assert_eq!(fetched, ["calls", "calls?2", "calls?3"]);
}

#[test]
fn a_circle_of_links_is_told_and_ends() {
    let items = ids("round");
    assert_eq!((items.len(), &items[..2]), (3, &[Ok("1".to_owned()), Ok("2".to_owned())][..]));
    let Err(PageError::Link(error)) = &items[2] else { panic!("{items:?}") };
    assert_eq!(error.link(), Some("round"));
    assert!(error.to_string().ends_with(r#"`@odata.nextLink` is again "round""#), "{error}");
}

/// A page's items are there, and then that its link is none.
#[test]
fn a_link_that_is_no_text_is_told_and_ends() {
    for (members, told) in [
        (r#""@odata.nextLink":5"#, "`@odata.nextLink` of a page: expected a string, found 5"),
        (r#""@nextLink":{"url":"x"}"#, r#"`@odata.nextLink` of a page: expected a string, found {"url":"x"}"#),
        (r#""@odata.nextLink":true"#, "`@odata.nextLink` of a page: expected a string, found true"),
        (r#""@odata.nextLink":["x"]"#, r#"`@odata.nextLink` of a page: expected a string, found ["x"]"#),
        (
            r#""@odata.nextLink":"more","@odata.deltaLink":5"#,
            "`@odata.deltaLink` of a page: expected a string, found 5",
        ),
    ] {
        let text = format!(r#"{{"value":[{{"id":"1"}}],{members}}}"#);
        let get = |_: &str| from_str::<Collection<Call>>(&text);
        let mut items = Collection::pages("calls", get);
        assert_eq!(items.next().unwrap().unwrap().id(), Some("1"), "{members}");
        let Some(Err(PageError::Link(error))) = items.next() else { panic!("{members}") };
        assert_eq!((error.to_string().as_str(), error.link()), (told, None));
        assert!(items.next().is_none() && items.pages().next_link().is_none(), "{members}");
        let mut pages = Pages::new("calls");
        assert_eq!(pages.accept(&get("calls").unwrap()).unwrap_err(), error);
        assert_eq!((pages.next_link(), pages.delta_link()), (None, None));
    }
    let last = from_str::<Collection<Call>>(r#"{"value":[],"@odata.nextLink":null}"#).unwrap();
    assert!(Pages::new("calls").accept(&last).is_ok(), "null is no link");
}

#[test]
fn what_cannot_be_fetched_is_told_and_ends() {
    assert_eq!(ids("broken"), [Ok("1".to_owned()), Err(PageError::Fetch("404 gone".to_owned()))]);
    let mut items = Collection::pages("broken", page);
    assert_eq!((items.by_ref().count(), items.pages().next_link()), (2, Some("gone")), "where to go on");
}

#[test]
fn driven_with_await() {
    async fn all(first: &str) -> Result<Vec<Call>, Box<dyn std::error::Error>> {
        let (mut pages, mut calls) = (Pages::new(first), Vec::new());
        while let Some(link) = pages.next_link() {
            let page: Collection<Call> = from_str(&ready(get(link)).await?)?;
            pages.accept(&page)?;
            calls.extend(page.value);
        }
        Ok(calls)
    }
    fn now<F: Future>(future: F) -> F::Output {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => output,
            Poll::Pending => panic!("everything is ready"),
        }
    }
    assert_eq!(now(all("calls")).unwrap().len(), 3);
    assert!(now(all("round")).unwrap_err().to_string().contains("round"));
    assert_eq!(now(all("broken")).unwrap_err().to_string(), "404 gone");
}
