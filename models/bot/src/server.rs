//! The door that the service knocks at.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::post,
};
use odatype::{Partial, graph::CommsNotifications};

use crate::bot::Bot;

/// `POST /calls`: notifications. Who they are from is to be checked before: the service signs its tokens.
pub fn router(bot: Arc<Bot>) -> Router {
    Router::new().route("/calls", post(notified)).with_state(bot)
}

/// Takes notifications. The service is told at once that they came, since it waits for nobody; then they are seen to.
async fn notified(
    State(bot): State<Arc<Bot>>,
    notifications: Result<Json<Partial<CommsNotifications>>, JsonRejection>,
) -> Response {
    match notifications {
        Ok(Json(notifications)) => {
            tokio::spawn(async move { bot.notified(notifications).await });
            StatusCode::ACCEPTED.into_response()
        }
        Err(rejection) => rejection.into_response(),
    }
}
