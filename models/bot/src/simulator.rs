//! The service's side, over real HTTP on this machine: it notifies the bot, and takes what the bot asks. Each flow of
//! the documentation is a script, which says what the service sends and what it expects.
//!
//! What it sends is built with the types, but for what is wrong on purpose, which is text. What it is asked is held
//! against the schema, strictly, before a script sees it.

mod flows;
mod scene;
mod short;
mod stage;
mod told;
mod transcript;

use std::{error::Error, sync::Arc};

use scene::Scene;
pub use transcript::Transcript;

use crate::{bot::Bot, notes::Notes, server};

/// Has the bot and the service talk, one flow after another, and gives the bot and what was said.
///
/// # Errors
/// If one of the two does something else than it should, or takes too long for it.
pub async fn converse() -> Result<(Arc<Bot>, Transcript), Box<dyn Error + Send + Sync>> {
    let (notes, said) = Notes::new();
    let (service, asked) = stage::open().await?;
    let bot = Arc::new(Bot::new(flows::settings(&service), notes));
    let callback = stage::serve(server::router(Arc::clone(&bot))).await?;
    let mut scene = Scene::new(&callback, asked, said);
    let ended = flows::all(&mut scene).await;
    Ok((bot, scene.end(ended)?))
}
