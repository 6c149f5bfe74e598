//! Why a response of a batch is not what was asked for.

use std::fmt;

use crate::{doors::ServiceError, error::Error, finding::values_are_hidden};

/// Why a response of a batch is not what was asked for.
#[derive(Debug)]
pub enum BatchError {
    /// No response has that id.
    Missing {
        /// The id.
        id: String,
    },
    /// The request did not succeed.
    Failed {
        /// Its status, if it has one.
        status: Option<i32>,
        /// What the service says of it, if it does.
        error: Option<ServiceError>,
    },
    /// There is no body.
    NoBody {
        /// The response's status.
        status: Option<i32>,
    },
    /// The body is something else.
    Body(Error),
}

impl From<Error> for BatchError {
    #[inline]
    fn from(error: Error) -> Self {
        Self::Body(error)
    }
}

impl fmt::Display for BatchError {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { id } => write!(formatter, "the batch has no response to the request {id:?}"),
            Self::Failed { status, error } => {
                write!(formatter, "the request failed with {}", Status(*status))?;
                let body = error.as_ref().and_then(ServiceError::error).filter(|_| !values_are_hidden());
                for text in body.into_iter().flat_map(|body| [body.code(), body.message()]).flatten() {
                    write!(formatter, ": {text}")?;
                }
                Ok(())
            }
            Self::NoBody { status } => write!(formatter, "the response with {} has no body", Status(*status)),
            Self::Body(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for BatchError {
    #[inline]
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // It says itself what that error says.
            Self::Body(error) => error.source(),
            Self::Missing { .. } | Self::Failed { .. } | Self::NoBody { .. } => None,
        }
    }
}

struct Status(Option<i32>);

impl fmt::Display for Status {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(status) => write!(formatter, "status {status}"),
            None => formatter.write_str("no status"),
        }
    }
}
