//! The service, as the bot asks it: typed requests, typed responses, typed errors, and patience.

use std::{fmt, time::Duration};

use axum::{
    body::Bytes,
    http::{Method, Response, StatusCode, header},
};
use odatype::{Decode, EntityRef, Operation, Partial, ServiceError, Structured};
use tokio::time::{sleep, timeout};

use crate::{
    http::{self, HttpClient, Unreachable},
    notes::Notes,
    settings::Settings,
};

/// The service, as the bot asks it.
pub(crate) struct Service {
    client: HttpClient,
    settings: Settings,
    notes: Notes,
}

/// Why the service did not do what it was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It took longer than this.
    Slow(Duration),
    /// It was not reached.
    Unreachable(Unreachable),
    /// It said no; and when to ask again, if it said that.
    Refused(StatusCode, Box<ServiceError>, Option<Duration>),
    /// It said what is no object of JSON.
    Misread(odatype::Error),
}

impl Service {
    pub(crate) fn new(settings: Settings, notes: Notes) -> Self {
        Self { client: http::client(), settings, notes }
    }

    /// Runs an action that returns something. It is not asked again when it is slow, since it may have begun.
    pub(crate) async fn run<A: Operation>(&self, at: &EntityRef, action: &A) -> Result<A::Response, Failure> {
        let body = self.send(&Method::POST, at, odatype::to_vec(action).into(), false).await?;
        self.read(&body)
    }

    /// Runs an action that returns nothing, and may run twice.
    pub(crate) async fn order(&self, at: &EntityRef, action: &impl Structured) -> Result<(), Failure> {
        self.send(&Method::POST, at, odatype::to_vec(action).into(), true).await.map(drop)
    }

    /// Changes an entity: what is absent from `change` stays as it is, what is null there is cleared.
    pub(crate) async fn update<T: Structured>(&self, at: &EntityRef, change: &T) -> Result<T, Failure> {
        let body = self.send(&Method::PATCH, at, odatype::to_vec(change).into(), true).await?;
        self.read(&body)
    }

    /// Reads a response. What does not fit costs only itself.
    fn read<T: Decode>(&self, body: &[u8]) -> Result<T, Failure> {
        let Partial { value, findings, .. } = odatype::from_slice_partial(body).map_err(Failure::Misread)?;
        self.notes.misfits(&findings);
        Ok(value)
    }

    /// Sends a request until it is answered, or there is no use in sending it again.
    async fn send(
        &self,
        method: &Method,
        at: &EntityRef,
        body: Bytes,
        may_happen_twice: bool,
    ) -> Result<Bytes, Failure> {
        let mut left = self.settings.tries;
        loop {
            let failure = match timeout(self.settings.patience, self.once(method, at, body.clone())).await {
                Ok(Ok(body)) => return Ok(body),
                Ok(Err(failure)) => failure,
                Err(_) => Failure::Slow(self.settings.patience),
            };
            left = left.saturating_sub(1);
            let Some(pause) = failure.pause(may_happen_twice).filter(|_| left > 0) else { return Err(failure) };
            self.notes.note(format!("asks again: {failure}"));
            sleep(pause.min(self.settings.patience)).await;
        }
    }

    async fn once(&self, method: &Method, at: &EntityRef, body: Bytes) -> Result<Bytes, Failure> {
        let url = format!("{}{at}", self.settings.service);
        let response = http::send(&self.client, method.clone(), &url, Some(&self.settings.token), body).await;
        let response = response.map_err(Failure::Unreachable)?;
        if response.status().is_success() { Ok(response.into_body()) } else { Err(Failure::refused(&response)) }
    }
}

impl Failure {
    /// What a response says that is no success. An error that is not as OData has it is read as far as it goes.
    fn refused(response: &Response<Bytes>) -> Self {
        let error = odatype::from_slice_partial(response.body()).map(|partial| partial.value).unwrap_or_default();
        let seconds = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        Self::Refused(response.status(), Box::new(error), seconds.map(Duration::from_secs))
    }

    /// How long to wait before the same request may fare better; `None` if it will not.
    fn pause(&self, may_happen_twice: bool) -> Option<Duration> {
        match self {
            Self::Slow(_) | Self::Unreachable(_) => may_happen_twice.then_some(Duration::ZERO),
            Self::Refused(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE, _, pause) => {
                Some(pause.unwrap_or(Duration::from_secs(1)))
            }
            Self::Refused(..) | Self::Misread(_) => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slow(patience) => write!(formatter, "the service took longer than {patience:?}"),
            Self::Unreachable(error) => error.fmt(formatter),
            Self::Refused(status, error, _) => {
                write!(formatter, "the service said {}", status.as_u16())?;
                let Some(error) = error.error() else { return Ok(()) };
                write!(formatter, " {}: {}", error.code().unwrap_or("(no code)"), error.message().unwrap_or_default())
            }
            Self::Misread(error) => write!(formatter, "the service's response cannot be read: {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Duration, Failure, Response};

    fn refused(status: u16, wait: &str, body: &'static str) -> Failure {
        let response = Response::builder().status(status).header("retry-after", wait);
        Failure::refused(&response.body(Bytes::from_static(body.as_bytes())).unwrap())
    }

    #[test]
    fn whether_to_ask_again() {
        let slow = || Failure::Slow(Duration::from_secs(1));
        for (failure, may_happen_twice, pause) in [
            (slow(), true, Some(0)),
            (slow(), false, None),
            (refused(503, "7", "{}"), false, Some(7)),
            (refused(429, "tomorrow", "{}"), true, Some(1)),
            (refused(404, "7", "{}"), true, None),
        ] {
            assert_eq!(failure.pause(may_happen_twice), pause.map(Duration::from_secs), "{failure}");
        }
    }

    #[test]
    fn what_it_said() {
        for (body, told) in [
            (r#"{"error":{"code":"c","message":"m"}}"#, "the service said 400 c: m"),
            (r#"{"error":{"code":5,"message":"m"}}"#, "the service said 400 (no code): m"),
            (r#"{"error":"no"}"#, "the service said 400"),
            ("<html>Bad gateway</html>", "the service said 400"),
        ] {
            assert_eq!(refused(400, "0", body).to_string(), told);
        }
    }
}
