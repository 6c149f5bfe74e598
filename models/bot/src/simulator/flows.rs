//! The flows, in their order.

mod meeting;
mod reception;
mod recording;

use std::time::Duration;

use axum::http::StatusCode;

use super::scene::{Scene, Wrong};
use crate::settings::Settings;

/// What the bot is told, whose service is at this address.
pub(super) fn settings(service: &str) -> Settings {
    Settings {
        service: service.to_owned(),
        token: "a-token".to_owned(),
        callback: "https://bot.example/calls".to_owned(),
        greeting: "https://bot.example/hello.wav".to_owned(),
        colleagues: vec!["+15550101".to_owned(), "+15550102".to_owned()],
        media_session: "<media session>".to_owned(),
        capacity: 50,
        meeting: "standup".to_owned(),
        patience: Duration::from_secs(1),
        tries: 3,
    }
}

/// All of them.
pub(super) async fn all(scene: &mut Scene) -> Result<(), Wrong> {
    reception::play(scene).await?;
    meeting::play(scene).await?;
    recording::play(scene).await?;
    scene.flow("What is no JSON is refused");
    scene.post(r#"{"value":[{"changeType":"#, StatusCode::BAD_REQUEST).await
}
