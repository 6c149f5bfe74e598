//! One request over HTTP, and its response.

use std::{error::Error, fmt};

use axum::{
    body::Bytes,
    http::{Method, Request, Response, header},
};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

/// A client that keeps connections. For https it takes a connector that does TLS, such as `hyper-rustls` has.
pub(crate) type HttpClient = Client<HttpConnector, Full<Bytes>>;

/// A new client.
pub(crate) fn client() -> HttpClient {
    Client::builder(TokioExecutor::new()).build_http()
}

/// Why a request came to nothing.
#[derive(Debug)]
pub(crate) struct Unreachable(Box<dyn Error + Send + Sync>);

impl fmt::Display for Unreachable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the request came to nothing: {}", self.0)
    }
}

impl Error for Unreachable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

/// Sends `json`, and reads the whole response.
pub(crate) async fn send(
    client: &HttpClient,
    method: Method,
    url: &str,
    token: Option<&str>,
    json: Bytes,
) -> Result<Response<Bytes>, Unreachable> {
    let mut request = Request::builder().method(method).uri(url).header(header::CONTENT_TYPE, "application/json");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let request = request.body(Full::new(json)).map_err(|error| Unreachable(error.into()))?;
    let (head, body) = client.request(request).await.map_err(|error| Unreachable(error.into()))?.into_parts();
    let body = body.collect().await.map_err(|error| Unreachable(error.into()))?.to_bytes();
    Ok(Response::from_parts(head, body))
}
