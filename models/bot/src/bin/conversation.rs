//! Prints what the bot and the service say to each other.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let (_, transcript) = odatype_bot::simulator::converse().await?;
    print!("{transcript}");
    Ok(())
}
