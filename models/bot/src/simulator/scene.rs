//! What scripts are written with: notify, expect, respond, hear what the bot says.

use std::{error::Error, future::Future, time::Duration};

use axum::{
    Json,
    body::Bytes,
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use odatype::{
    Structured,
    graph::{CommsNotification, CommsNotifications},
};
use tokio::{
    sync::{mpsc::UnboundedReceiver, oneshot},
    time::timeout,
};

use super::{
    short::short,
    stage::{Asked, problem},
    transcript::{Transcript, Way},
};
use crate::http::{self, HttpClient};

/// What goes wrong in a scene.
pub(super) type Wrong = Box<dyn Error + Send + Sync>;

/// How long the bot may take for anything. Nothing takes it, unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);

/// The two, as a script sees them. Lines are written in the script's order, so that they are the same each time.
pub(super) struct Scene {
    client: HttpClient,
    callback: String,
    asked: UnboundedReceiver<Asked>,
    said: UnboundedReceiver<String>,
    transcript: Transcript,
}

/// A request that waits for its response.
#[must_use]
pub(super) struct Waiting(oneshot::Sender<Response>);

impl Scene {
    pub(super) fn new(bot: &str, asked: UnboundedReceiver<Asked>, said: UnboundedReceiver<String>) -> Self {
        let callback = format!("{bot}/calls");
        Self { client: http::client(), callback, asked, said, transcript: Transcript::default() }
    }

    /// A new flow begins.
    pub(super) fn flow(&mut self, title: &str) {
        self.transcript.add(Way::Flow, title);
    }

    /// Notifies the bot, which takes it.
    pub(super) async fn notify(&mut self, notification: CommsNotification) -> Result<(), Wrong> {
        let notifications = CommsNotifications::new().with(CommsNotifications::VALUE, [notification]);
        self.post(&odatype::to_string(&notifications), StatusCode::ACCEPTED).await
    }

    /// Posts text to the bot, which responds with `status`.
    pub(super) async fn post(&mut self, text: &str, status: StatusCode) -> Result<(), Wrong> {
        self.transcript.add(Way::ToBot, notified(text));
        let body = Bytes::copy_from_slice(text.as_bytes());
        let sent = http::send(&self.client, Method::POST, &self.callback, None, body);
        let response = within("the bot's response", sent).await??;
        self.transcript.add(Way::ToService, response.status().to_string());
        if response.status() == status { Ok(()) } else { Err(format!("expected {status}").into()) }
    }

    /// Waits until the bot asks for `path`, with a `T`.
    pub(super) async fn asked<T: Structured>(&mut self, path: &str) -> Result<(T, Waiting), Wrong> {
        let asked = within(path, self.asked.recv()).await?.ok_or("the service is gone")?;
        let body = asked.body.to_vec();
        let line = format!("{} {} {}", asked.method, asked.path, short(std::str::from_utf8(&body)?));
        self.transcript.add(Way::ToService, &*line);
        match asked.body.downcast() {
            Ok(body) if asked.path == path => Ok((body, Waiting(asked.reply))),
            _ => Err(format!("expected a request for {path}, not {line}").into()),
        }
    }

    /// Responds with nothing but `status`.
    pub(super) fn respond(&mut self, to: Waiting, status: StatusCode) {
        self.transcript.add(Way::ToBot, status.to_string());
        to.send(status.into_response());
    }

    /// Responds with `body`.
    pub(super) fn give(&mut self, to: Waiting, body: &impl Structured) {
        let status = StatusCode::OK;
        self.transcript.add(Way::ToBot, format!("{status} {}", short(&odatype::to_string(body))));
        to.send((status, [(header::CONTENT_TYPE, "application/json")], odatype::to_vec(body)).into_response());
    }

    /// Refuses, with an error as OData has it; for now, if the bot is to ask again.
    pub(super) fn refuse(&mut self, to: Waiting, status: StatusCode, code: &str, message: &str) {
        let body = problem(code, message);
        self.transcript.add(Way::ToBot, format!("{status} {}", short(&odatype::to_string(&body))));
        to.send((status, [(header::RETRY_AFTER, "0")], Json(body)).into_response());
    }

    /// Lets the request wait: whoever asked does not wait so long.
    pub(super) fn say_nothing(&mut self, to: Waiting) -> Waiting {
        self.transcript.add(Way::ToBot, "(nothing)");
        to
    }

    /// Waits until the bot has said this many things.
    pub(super) async fn hear(&mut self, lines: usize) -> Result<(), Wrong> {
        for _ in 0..lines {
            let line = within("the bot to say something", self.said.recv()).await?.ok_or("the bot is gone")?;
            self.transcript.add(Way::Bot, line);
        }
        Ok(())
    }

    /// What was said, if it ended well and nothing is left; with an error, what was said before.
    pub(super) fn end(mut self, ended: Result<(), Wrong>) -> Result<Transcript, Wrong> {
        let ended = ended.and_then(|()| match (self.asked.try_recv(), self.said.try_recv()) {
            (Ok(asked), _) => Err(format!("the bot asks for what nobody expects: {}", asked.path).into()),
            (_, Ok(line)) => Err(format!("the bot says what nobody expects: {line}").into()),
            (Err(_), Err(_)) => Ok(()),
        });
        ended.map_err(|wrong| format!("{wrong}; after\n{}", self.transcript))?;
        Ok(self.transcript)
    }
}

impl Waiting {
    /// Whoever asked may be gone.
    fn send(self, response: Response) {
        let _ = self.0.send(response);
    }
}

/// A script goes on only if the bot did as it should.
pub(super) fn expect(is_so: bool, what: &str) -> Result<(), Wrong> {
    if is_so { Ok(()) } else { Err(format!("expected {what}").into()) }
}

/// What notifications say, in short: without what is around each of them.
fn notified(text: &str) -> String {
    let Ok(notifications) = odatype::from_slice_partial::<CommsNotifications>(text.as_bytes()) else {
        return text.to_owned();
    };
    let each = notifications.value.value().iter().map(|notification| {
        let change = notification.change_type().map_or_else(String::new, |change| change.to_string());
        let resources = notification.resource_data().into_iter().flatten();
        let resources: Vec<String> = resources.map(|resource| short(&odatype::to_string(resource))).collect();
        format!("{change} {} {}", notification.resource_url().unwrap_or_default(), resources.join(", "))
    });
    each.collect::<Vec<_>>().join("; ").trim_end().to_owned()
}

/// `what`, which has its time.
async fn within<T>(what: &str, awaited: impl Future<Output = T>) -> Result<T, Wrong> {
    timeout(PATIENCE, awaited).await.map_err(|_| format!("waited {PATIENCE:?} for {what}").into())
}
