//! What the bot knows of one call: its duty there, how far the call is, and which operations run.

use std::collections::BTreeMap;

use odatype::graph::{AnyCommsOperation, Call, CallState, MeetingInfo, OperationStatus, RecordingStatus};

/// What the bot is in a call for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Somebody calls: greet them, and get a colleague on the line.
    Receive,
    /// A meeting of this user's calls: attend, and have its subject say so.
    Attend(String),
    /// A policy wants the call recorded.
    Record,
}

impl Duty {
    /// What a call that comes in wants of the bot.
    pub(crate) fn of(call: &Call) -> Self {
        let data = call.application_metadata().and_then(|metadata| metadata.bot_data());
        if data.is_some_and(|data| data.invite_reasons().contains(&"PolicyBasedRecording")) {
            return Self::Record;
        }
        match call.meeting_info() {
            Some(MeetingInfo::Organizer(meeting)) => {
                match meeting.organizer().and_then(|organizer| organizer.user()?.id()) {
                    Some(organizer) => Self::Attend(organizer.to_owned()),
                    None => Self::Receive,
                }
            }
            _ => Self::Receive,
        }
    }
}

/// Something that the bot does in a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Play the greeting.
    Greet,
    /// Invite the colleague of this number in the list.
    Invite(usize),
    /// Say how the recording stands.
    Recording(RecordingStatus),
    /// Name the meeting, or take its name away.
    Subject(Option<&'static str>),
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Done,
    /// It did not; this is why.
    Failed(String),
}

/// One call.
#[derive(Clone, Debug)]
pub struct Status {
    /// What the bot is there for.
    pub duty: Duty,
    /// How far the call is.
    pub state: CallState,
    /// Steps that were taken, in the order in which they ended.
    pub taken: Vec<(Step, Outcome)>,
    /// Steps whose operation runs, by the context that their request had.
    running: BTreeMap<String, Step>,
    /// How many there were.
    contexts: u32,
}

impl Status {
    /// A call that rings.
    pub(crate) fn ringing(duty: Duty) -> Self {
        Self { duty, state: CallState::Incoming, taken: Vec::new(), running: BTreeMap::new(), contexts: 0 }
    }

    /// Notes that the call is in `state`; `false` if it is further already, since notifications overtake each other.
    pub(crate) fn reach(&mut self, state: &CallState) -> bool {
        let is_late = match state {
            CallState::Incoming | CallState::Establishing => self.state != CallState::Incoming,
            _ => self.state == CallState::Terminated,
        };
        let is_news = self.state != *state && !is_late;
        if is_news {
            self.state = state.clone();
        }
        is_news
    }

    /// The first step in a call that has come to its state.
    pub(crate) fn due(&self) -> Option<Step> {
        let is_new = self.taken.is_empty() && self.running.is_empty();
        Some(match (&self.duty, &self.state) {
            (Duty::Receive, CallState::Established) if is_new => Step::Greet,
            (Duty::Attend(_), CallState::Established) if is_new => Step::Subject(Some("Minutes are taken")),
            (Duty::Record, CallState::Established) if is_new => Step::Recording(RecordingStatus::Recording),
            (Duty::Attend(_), CallState::Terminated) => Step::Subject(None),
            (Duty::Record, CallState::Terminating) => Step::Recording(RecordingStatus::NotRecording),
            _ => return None,
        })
    }

    /// Remembers a step before its request is sent, since the service may tell of the end before it responds. Gives the
    /// context that comes back with it.
    pub(crate) fn begin(&mut self, step: Step) -> String {
        self.contexts += 1;
        let context = format!("step-{}", self.contexts);
        self.running.insert(context.clone(), step);
        context
    }

    /// The step that an operation belongs to, if this is the first that says that it ended, and how.
    pub(crate) fn ended(&mut self, operation: &AnyCommsOperation) -> Option<(Step, Outcome)> {
        let outcome = match operation.status()? {
            OperationStatus::Completed => Outcome::Done,
            OperationStatus::Failed => Outcome::Failed(reason(operation)),
            _ => return None,
        };
        self.end(operation.client_context()?, outcome)
    }

    /// Ends the step of that context.
    pub(crate) fn end(&mut self, context: &str, outcome: Outcome) -> Option<(Step, Outcome)> {
        let ended = (self.running.remove(context)?, outcome);
        self.taken.push(ended.clone());
        Some(ended)
    }
}

/// Why an operation failed, as far as its result says.
fn reason(operation: &AnyCommsOperation) -> String {
    let Some(result) = operation.result_info() else { return "no reason given".to_owned() };
    let code = result.code().map_or_else(|| "no code".to_owned(), |code| code.to_string());
    format!("{code}, {}", result.message().unwrap_or("no message"))
}

/// The path of the call that a resource belongs to: `/communications/calls/1` for one of its operations too.
pub(crate) fn path_of(url: &str) -> Option<&str> {
    // `/app` is what the service once wrote for `/communications`.
    let set = ["/communications/calls/", "/app/calls/"].into_iter().find(|set| url.starts_with(set))?;
    let id = url[set.len()..].split('/').next().filter(|id| !id.is_empty())?;
    Some(&url[..set.len() + id.len()])
}

/// Who calls, as far as one is told.
pub(crate) fn caller(call: &Call) -> &str {
    let identity = call.source().and_then(|source| source.identity());
    let Some(identity) = identity else { return "somebody" };
    let named = identity.user().and_then(|user| user.display_name().or(user.id()));
    named.or_else(|| identity.phone()?.id()).unwrap_or("somebody")
}

#[cfg(test)]
mod tests {
    use super::{CallState, Duty, Outcome, Status, Step, path_of};
    use odatype::{
        Structured,
        graph::{AnyCommsOperation, OperationStatus, PlayPromptOperation},
    };

    #[test]
    fn what_is_late_changes_nothing() {
        let mut status = Status::ringing(Duty::Receive);
        let reached = [
            (CallState::Established, true),
            (CallState::Establishing, false),
            (CallState::Established, false),
            (CallState::Hold, true),
            (CallState::Established, true),
            (CallState::Terminated, true),
            (CallState::Terminating, false),
        ];
        for (state, is_news) in reached {
            assert_eq!(status.reach(&state), is_news, "{state}");
        }
        assert_eq!(status.state, CallState::Terminated);
    }

    #[test]
    fn an_operation_ends_once() {
        let mut status = Status::ringing(Duty::Receive);
        status.reach(&CallState::Established);
        assert_eq!(status.due(), Some(Step::Greet));
        let context = status.begin(Step::Greet);
        assert_eq!(status.due(), None);
        let running = PlayPromptOperation::new()
            .with(PlayPromptOperation::CLIENT_CONTEXT, context)
            .with(PlayPromptOperation::STATUS, OperationStatus::Running);
        assert_eq!(status.ended(&AnyCommsOperation::from(running.clone())), None);
        let done = AnyCommsOperation::from(running.with(PlayPromptOperation::STATUS, OperationStatus::Completed));
        assert_eq!(status.ended(&done), Some((Step::Greet, Outcome::Done)));
        assert_eq!((status.ended(&done), status.due()), (None, None));
    }

    #[test]
    fn whose_resource_it_is() {
        for (url, path) in [
            ("/communications/calls/1", Some("/communications/calls/1")),
            ("/communications/calls/1/operations/2", Some("/communications/calls/1")),
            ("/app/calls/1/participants", Some("/app/calls/1")),
            ("/communications/calls/", None),
            ("/users/1", None),
        ] {
            assert_eq!(path_of(url), path, "{url}");
        }
    }
}
