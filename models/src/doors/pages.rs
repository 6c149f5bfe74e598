//! A collection over all of its pages.

use std::{collections::HashSet, fmt, vec};

use super::{Collection, LinkError};
use crate::finding::{Hidden, values_are_hidden};

/// Where one is in a collection that comes in pages, each of which says where the next is.
///
/// It fetches nothing, so that it serves any client, with `.await` or without:
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Collection, Pages, graph::Call};
/// # async fn get(link: &str) -> Result<Vec<u8>, std::io::Error> { Ok(Vec::new()) }
/// async fn all(first: &str) -> Result<Vec<Call>, Box<dyn std::error::Error>> {
///     let (mut pages, mut calls) = (Pages::new(first), Vec::new());
///     while let Some(link) = pages.next_link() {
///         let page: Collection<Call> = odatype::from_slice(&get(link).await?)?;
///         pages.accept(&page)?;
///         calls.extend(page.value);
///     }
///     Ok(calls)
/// }
/// # }
/// ```
///
/// Without `.await`, [`Collection::pages`] is an iterator over the items.
///
/// Source: OData JSON 4.01, section 4.6.5 (control information `nextLink`): links are taken as they are, and those that
/// are relative are so to the context URL.
#[derive(Clone)]
pub struct Pages {
    next: Option<String>,
    /// The links that were given.
    seen: HashSet<String>,
    delta: Option<String>,
}

impl Pages {
    /// Before the first page, which is at `first`.
    #[inline]
    pub fn new(first: impl Into<String>) -> Self {
        let first = first.into();
        Self { seen: HashSet::from([first.clone()]), next: Some(first), delta: None }
    }

    /// Where the next page is: to be fetched and then given to [`accept`](Self::accept); `None` after the last page.
    #[must_use]
    #[inline]
    pub fn next_link(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Takes the page that was fetched, which says where the next one is.
    ///
    /// # Errors
    /// If it leads to a page that was there before, which would never end, or if a link is no text. Then there is no
    /// next link. A link that is null is none.
    #[inline]
    pub fn accept<T>(&mut self, page: &Collection<T>) -> Result<(), LinkError> {
        (self.next, self.delta) = (None, None);
        let next = page.link("nextLink").map_err(|found| LinkError::no_text("nextLink", found.text()))?;
        if let Some(link) = next {
            if !self.seen.insert(link.clone()) {
                return Err(LinkError::repeated(link));
            }
            self.next = Some(link);
        }
        match page.link("deltaLink") {
            Ok(link) => self.delta = link,
            Err(found) => {
                self.next = None;
                return Err(LinkError::no_text("deltaLink", found.text()));
            }
        }
        Ok(())
    }

    /// `@odata.deltaLink` of the page that was taken last, which the last page of all may have: where what changed from
    /// now on can be asked for.
    #[must_use]
    #[inline]
    pub fn delta_link(&self) -> Option<&str> {
        self.delta.as_deref()
    }
}

impl fmt::Debug for Pages {
    /// The links, unless values are hidden.
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_struct("Pages");
        if values_are_hidden() {
            output
                .field("next", &self.next.as_ref().map(|_| Hidden))
                .field("delta", &self.delta.as_ref().map(|_| Hidden))
        } else {
            output.field("next", &self.next).field("delta", &self.delta)
        }
        .finish_non_exhaustive()
    }
}

/// Why there are no more items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError<E> {
    /// A page could not be fetched.
    Fetch(E),
    /// A page does not say where to go on: it leads to one that was there before, or its link is no text.
    Link(LinkError),
}

impl<E: fmt::Display> fmt::Display for PageError<E> {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fetch(error) => error.fmt(formatter),
            Self::Link(error) => error.fmt(formatter),
        }
    }
}

impl<E: std::error::Error> std::error::Error for PageError<E> {
    #[inline]
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // It says itself what that error says.
            Self::Fetch(error) => error.source(),
            Self::Link(_) => None,
        }
    }
}

/// The items of a collection over all of its pages: see [`Collection::pages`].
pub struct PagedItems<T, F> {
    pages: Pages,
    fetch: F,
    items: vec::IntoIter<T>,
    /// What is told after the items of the page that has it.
    wrong: Option<LinkError>,
    has_ended: bool,
}

impl<T> Collection<T> {
    /// The items of all pages, each page fetched when its first item is asked for, starting at the link `first`.
    ///
    /// After an error there are no more items; [`PagedItems::pages`] says which link was to be fetched.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{Collection, graph::Call};
    /// let get = |link: &str| match link {
    ///     "calls" => r#"{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"calls?$skip=2"}"#,
    ///     _ => r#"{"value":[{"id":"3"}]}"#,
    /// };
    /// let calls = Collection::<Call>::pages("calls", |link| odatype::from_str(get(link)));
    /// assert_eq!(calls.collect::<Result<Vec<_>, _>>()?.len(), 3);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pages<E, F>(first: impl Into<String>, fetch: F) -> PagedItems<T, F>
    where
        F: FnMut(&str) -> Result<Self, E>,
    {
        let (pages, items) = (Pages::new(first), Vec::new().into_iter());
        PagedItems { pages, fetch, items, wrong: None, has_ended: false }
    }
}

impl<T, F> PagedItems<T, F> {
    /// Where the iterator is: the next link and, after the last page, the delta link.
    #[must_use]
    #[inline]
    pub fn pages(&self) -> &Pages {
        &self.pages
    }
}

impl<T, E, F: FnMut(&str) -> Result<Collection<T>, E>> Iterator for PagedItems<T, F> {
    type Item = Result<T, PageError<E>>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(Ok(item));
            }
            if let Some(error) = self.wrong.take() {
                return Some(Err(PageError::Link(error)));
            }
            if self.has_ended {
                return None;
            }
            match (self.fetch)(self.pages.next_link()?) {
                Ok(page) => {
                    self.wrong = self.pages.accept(&page).err();
                    self.items = page.value.into_iter();
                }
                Err(error) => {
                    self.has_ended = true;
                    return Some(Err(PageError::Fetch(error)));
                }
            }
        }
    }
}

impl<T, E, F: FnMut(&str) -> Result<Collection<T>, E>> std::iter::FusedIterator for PagedItems<T, F> {}

impl<T: fmt::Debug, F> fmt::Debug for PagedItems<T, F> {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PagedItems").field("pages", &self.pages).finish_non_exhaustive()
    }
}
