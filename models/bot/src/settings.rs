//! What a bot is told when it starts.

use std::time::Duration;

/// What a bot is told when it starts. It holds a token, and so has no `Debug`.
#[derive(Clone)]
pub struct Settings {
    /// Where the service is: `https://graph.microsoft.com/v1.0`.
    pub service: String,
    /// The token that every request carries. A library for identities gets it, and a new one before it runs out.
    pub token: String,
    /// Where the service posts notifications; must be https.
    pub callback: String,
    /// Where the sound is that greets a caller.
    pub greeting: String,
    /// Telephone numbers of those who take calls, in the order in which they are tried.
    pub colleagues: Vec<String>,
    /// What the bot's own media library says of its session: text that only that library understands.
    pub media_session: String,
    /// How many people one call can record.
    pub capacity: i32,
    /// The meeting whose subject says that the bot is there.
    pub meeting: String,
    /// How long one request may take. The service waits 15 seconds for the answer to a call, 5 if a policy wants it
    /// recorded.
    pub patience: Duration,
    /// How often a request is sent, if the service is slow or says that it is busy.
    pub tries: u32,
}
