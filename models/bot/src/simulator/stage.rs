//! Where the service is asked: a port of this machine, behind which every request is read before a script sees it.

use std::net::Ipv4Addr;

use axum::{
    Json, Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use odatype::{Object, ServiceError, ServiceErrorBody, Structured, graph::SCHEMA};
use tokio::{
    net::TcpListener,
    sync::{
        mpsc::{self, UnboundedReceiver, UnboundedSender},
        oneshot,
    },
};

/// What the service is asked.
pub(super) struct Asked {
    /// How.
    pub(super) method: Method,
    /// Where, without the version.
    pub(super) path: String,
    /// With what, of the type that this path takes.
    pub(super) body: Box<dyn Object>,
    /// Where the response goes.
    pub(super) reply: oneshot::Sender<Response>,
}

/// Opens the service: its address, and what comes in.
pub(super) async fn open() -> std::io::Result<(String, UnboundedReceiver<Asked>)> {
    let (sender, receiver) = mpsc::unbounded_channel();
    let address = serve(Router::new().fallback(asked).with_state(sender)).await?;
    Ok((format!("{address}/v1.0"), receiver))
}

/// Serves on a port that is free; gives the address.
pub(super) async fn serve(router: Router) -> std::io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}

/// The type of what a request has in its body.
fn type_of(method: &Method, path: &str) -> Option<String> {
    let path: Vec<&str> = path.split('/').collect();
    match (method.as_str(), &*path) {
        (
            "POST",
            ["", "communications", "calls", _, action] | ["", "communications", "calls", _, "participants", action],
        ) => Some(format!("microsoft.graph.{action}")),
        ("PATCH", ["", user, meeting]) if user.starts_with("users(") && meeting.starts_with("onlineMeetings(") => {
            Some("microsoft.graph.onlineMeeting".to_owned())
        }
        _ => None,
    }
}

/// Takes a request, and waits for the script's response. Whoever asked may go away before.
async fn asked(
    State(script): State<UnboundedSender<Asked>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !headers.contains_key(header::AUTHORIZATION) {
        return error(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken", "there is no token");
    }
    let path = uri.path().strip_prefix("/v1.0").unwrap_or(uri.path()).to_owned();
    let Some(name) = type_of(&method, &path) else {
        return error(StatusCode::NOT_FOUND, "ResourceNotFound", &format!("nothing is at {path}"));
    };
    let body = match SCHEMA.decode_strict(&name, &body) {
        Ok(body) => body,
        Err(findings) => return error(StatusCode::BAD_REQUEST, "BadRequest", &findings.to_string()),
    };
    let (reply, response) = oneshot::channel();
    if script.send(Asked { method, path, body, reply }).is_err() {
        return error(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable", "the script has ended");
    }
    let gone = |_| error(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError", "the script says nothing");
    response.await.unwrap_or_else(gone)
}

/// The response with an error.
pub(super) fn error(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(problem(code, message))).into_response()
}

/// An error, as OData has it.
pub(super) fn problem(code: &str, message: &str) -> ServiceError {
    let mut error = ServiceError::new();
    error.edit(ServiceError::ERROR).set(ServiceErrorBody::CODE, code).set(ServiceErrorBody::MESSAGE, message);
    error
}

#[cfg(test)]
mod tests {
    use axum::http::Method;
    use odatype::ServiceError;

    use crate::http;

    #[tokio::test]
    async fn what_the_schema_does_not_allow_comes_to_no_script() {
        let (service, mut asked) = super::open().await.unwrap();
        let client = http::client();
        let calls = "/communications/calls/1";
        for (path, token, body, status, message) in [
            ("/answer", Some("t"), r#"{"callbackUri":"http://bot.example"}"#, 400, "1:16: /callbackUri: expected text"),
            ("/mute", Some("t"), "{}", 400, "several overloads"),
            ("/dance", Some("t"), "{}", 400, "no type or action"),
            ("/a/b/c", Some("t"), "{}", 404, "nothing is at /communications/calls/1/a/b/c"),
            ("/answer", None, "{}", 401, "no token"),
        ] {
            let url = format!("{service}{calls}{path}");
            let response = http::send(&client, Method::POST, &url, token, body.into()).await.unwrap();
            let error: ServiceError = odatype::from_slice(response.body()).unwrap();
            let told = error.error().and_then(|error| error.message()).unwrap();
            assert_eq!(response.status(), status, "{told}");
            assert!(told.contains(message), "{told}");
        }
        assert!(asked.try_recv().is_err());
    }
}
