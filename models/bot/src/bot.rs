//! The bot: what it does with each notification.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    sync::{Mutex, MutexGuard, PoisonError},
};

use odatype::{
    EntityRef, Null, Partial, Presence, Structured,
    graph::{
        AnyCommsOperation, AnyIdentity, AnyIdentitySet, AppHostedMediaConfig, Call, CallState, CommsNotification,
        CommsNotificationResourceData as Resource, CommsNotifications, IncomingCallOptions, InvitationParticipantInfo,
        MediaConfig, MediaInfo, MediaPrompt, Modality, OnlineMeeting, ServiceHostedMediaConfig,
        actions::{
            call::{
                Answer, AnswerRequired, PlayPrompt, PlayPromptRequired, UpdateRecordingStatus,
                UpdateRecordingStatusRequired,
            },
            participant_collection::{Invite, InviteRequired},
        },
    },
};

use crate::{
    call::{Duty, Outcome, Status, Step, caller, path_of},
    notes::Notes,
    service::{Failure, Service},
    settings::Settings,
};

/// The bot.
pub struct Bot {
    settings: Settings,
    service: Service,
    /// By their paths. Those that are over stay, for whoever asks how they went; a bot that runs for months forgets
    /// them.
    calls: Mutex<BTreeMap<String, Status>>,
    notes: Notes,
}

impl Bot {
    /// A bot that knows of no call yet.
    #[must_use]
    pub fn new(settings: Settings, notes: Notes) -> Self {
        let service = Service::new(settings.clone(), notes.clone());
        Self { settings, service, calls: Mutex::default(), notes }
    }

    /// What the bot knows of the call at `path`.
    #[must_use]
    pub fn status(&self, path: &str) -> Option<Status> {
        self.calls().get(path).cloned()
    }

    /// Sees to what the service tells. What does not fit costs only itself: it is noted, and the rest is seen to.
    pub async fn notified(&self, notifications: Partial<CommsNotifications>) {
        self.notes.misfits(&notifications.findings);
        for notification in notifications.value.value() {
            self.see(notification).await;
        }
    }

    async fn see(&self, notification: &CommsNotification) {
        let url = notification.resource_url().or(notification.resource()).unwrap_or_default();
        let Some(path) = path_of(url) else { return self.notes.note(format!("no call's resource: `{url}`")) };
        let Some(resources) = notification.resource_data() else {
            let change = notification.change_type().map_or_else(|| "changed".to_owned(), |change| change.to_string());
            return self.notes.note(format!("{change}: {url}"));
        };
        for resource in resources {
            match resource {
                Resource::Call(call) if call.state() == Some(CallState::Incoming) => self.ring(path, call).await,
                Resource::Call(call) => self.follow(path, call).await,
                Resource::CommsOperation(operation) => self.go_on(path, self.ended(path, operation)).await,
                Resource::Participant(participant) => {
                    let identity = participant.info().and_then(|info| info.identity());
                    let phone = identity.and_then(|identity| identity.phone()?.id());
                    let user = identity.and_then(|identity| identity.user()?.display_name());
                    self.notes.note(format!("in the call: {}", user.or(phone).unwrap_or("somebody")));
                }
                Resource::Unknown(other) => {
                    let tag = other.odata_type().unwrap_or("no tag".into());
                    self.notes.note(format!("a resource that this bot does not know: {tag}"));
                }
                other => self.notes.note(format!("nothing to do for {}", other.type_name())),
            }
        }
    }

    /// A call comes in: answers it.
    async fn ring(&self, path: &str, call: &Call) {
        let duty = Duty::of(call);
        // In one go: the same notification may be here twice at a time.
        let is_new = match self.calls().entry(path.to_owned()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(Status::ringing(duty.clone()));
                true
            }
        };
        if !is_new {
            return self.notes.note(format!("{path} rings, which is known"));
        }
        let wanted = match &duty {
            Duty::Receive => "wants somebody on the line",
            Duty::Attend(_) => "calls the bot into a meeting",
            Duty::Record => "is to be recorded",
        };
        self.notes.note(format!("{} {wanted}", caller(call)));
        let answer = self.answer(&duty);
        if let Err(failure) = self.service.order(&EntityRef::new(path).navigation("answer"), &answer).await {
            // If it rings no more, an earlier try was understood, or it was moved on: then it is the bot's all the
            // same.
            let mut calls = self.calls();
            if calls.get(path).is_some_and(|status| status.state == CallState::Incoming) {
                calls.remove(path);
            }
            drop(calls);
            self.notes.note(format!("could not answer: {failure}"));
        }
    }

    fn answer(&self, duty: &Duty) -> Answer {
        let media = match duty {
            // The service plays what there is to play, and has it at hand before.
            Duty::Receive => MediaConfig::from(
                ServiceHostedMediaConfig::new().with(ServiceHostedMediaConfig::PRE_FETCH_MEDIA, [self.greeting()]),
            ),
            // What people say goes through the bot.
            Duty::Attend(_) | Duty::Record => MediaConfig::from(
                AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, &self.settings.media_session),
            ),
        };
        let options = matches!(duty, Duty::Attend(_)).then(|| {
            IncomingCallOptions::new().with(IncomingCallOptions::IS_CONTENT_SHARING_NOTIFICATION_ENABLED, true)
        });
        let capacity = (*duty == Duty::Record).then_some(self.settings.capacity);
        Answer::new(AnswerRequired { callback_uri: &self.settings.callback, media_config: media })
            .with(Answer::ACCEPTED_MODALITIES, [Modality::Audio])
            .with(Answer::CALL_OPTIONS, options)
            .with(Answer::PARTICIPANT_CAPACITY, capacity)
    }

    fn greeting(&self) -> MediaInfo {
        MediaInfo::new().with(MediaInfo::URI, &self.settings.greeting).with(MediaInfo::RESOURCE_ID, "greeting")
    }

    /// A call is in another state: takes the step that is due then.
    async fn follow(&self, path: &str, call: &Call) {
        let Some(state) = call.state() else { return self.notes.note(format!("{path} does not say its state")) };
        let due = {
            let mut calls = self.calls();
            let Some(status) = calls.get_mut(path) else {
                return self.notes.note(format!("{path} is none of the bot's calls"));
            };
            if status.reach(&state) {
                self.notes.note(format!("the call is {state}"));
                status.due()
            } else {
                self.notes.note(format!("late: {state}; the call is {}", status.state));
                None
            }
        };
        self.go_on(path, due).await;
    }

    /// Takes a step, and those that follow if it ends at once.
    async fn go_on(&self, path: &str, mut due: Option<Step>) {
        while let Some(step) = due {
            due = self.take(path, step).await;
        }
    }

    /// Takes a step. Gives the next, if this one has ended.
    async fn take(&self, path: &str, step: Step) -> Option<Step> {
        let context = self.calls().get_mut(path)?.begin(step.clone());
        match self.ask(path, &step, &context).await {
            Ok(Some(operation)) => self.ended(path, &operation),
            Ok(None) => self.next(path, &context, Outcome::Done),
            Err(failure) => self.next(path, &context, Outcome::Failed(failure.to_string())),
        }
    }

    /// Asks the service for what a step needs; gives the operation that it runs from then on, if there is one.
    async fn ask(&self, path: &str, step: &Step, context: &str) -> Result<Option<AnyCommsOperation>, Failure> {
        let call = EntityRef::new(path);
        Ok(Some(match step {
            Step::Greet => {
                let prompt = MediaPrompt::new().with(MediaPrompt::MEDIA_INFO, self.greeting());
                let play =
                    PlayPrompt::new(PlayPromptRequired { prompts: [prompt] }).with(PlayPrompt::CLIENT_CONTEXT, context);
                self.service.run(&call.navigation("playPrompt"), &play).await?.into()
            }
            Step::Invite(place) => {
                let mut guest = InvitationParticipantInfo::new();
                let phone = guest.edit(InvitationParticipantInfo::IDENTITY).edit(AnyIdentitySet::PHONE);
                phone.set(AnyIdentity::ID, self.settings.colleagues.get(*place));
                let invite =
                    Invite::new(InviteRequired { participants: [guest] }).with(Invite::CLIENT_CONTEXT, context);
                self.service.run(&call.navigation("participants").navigation("invite"), &invite).await?.into()
            }
            Step::Recording(status) => {
                let update = UpdateRecordingStatus::new(UpdateRecordingStatusRequired { status: status.clone() })
                    .with(UpdateRecordingStatus::CLIENT_CONTEXT, context);
                self.service.run(&call.navigation("updateRecordingStatus"), &update).await?.into()
            }
            Step::Subject(subject) => {
                let mut change = OnlineMeeting::new();
                match subject {
                    Some(subject) => change.set(OnlineMeeting::SUBJECT, *subject),
                    None => change.set(OnlineMeeting::SUBJECT, Null),
                };
                let Some(Duty::Attend(organizer)) = self.status(path).map(|status| status.duty) else {
                    return Ok(None);
                };
                let meetings = EntityRef::new("/users").key(organizer).navigation("onlineMeetings");
                let meeting = self.service.update(&meetings.key(&self.settings.meeting), &change).await?;
                self.notes.note(match meeting.presence(OnlineMeeting::SUBJECT) {
                    Presence::Null => "the meeting has no subject".to_owned(),
                    _ => format!("the meeting's subject: {}", meeting.subject().unwrap_or("not told")),
                });
                return Ok(None);
            }
        }))
    }

    /// The step after the one that an operation was for, if it has ended.
    fn ended(&self, path: &str, operation: &AnyCommsOperation) -> Option<Step> {
        let ended = self.calls().get_mut(path)?.ended(operation);
        self.after(ended?)
    }

    /// The step after the one of that context, which has ended.
    fn next(&self, path: &str, context: &str, outcome: Outcome) -> Option<Step> {
        let ended = self.calls().get_mut(path)?.end(context, outcome);
        self.after(ended?)
    }

    fn after(&self, (step, outcome): (Step, Outcome)) -> Option<Step> {
        let what = match &step {
            Step::Greet => "the greeting".to_owned(),
            Step::Invite(place) => format!("inviting {}", self.settings.colleagues.get(*place)?),
            Step::Recording(status) => format!("saying `{status}`"),
            Step::Subject(_) => "the meeting's subject".to_owned(),
        };
        match &outcome {
            Outcome::Done => self.notes.note(format!("done: {what}")),
            Outcome::Failed(reason) => self.notes.note(format!("failed: {what}: {reason}")),
        }
        let colleague = match (step, outcome) {
            (Step::Greet, _) => 0,
            (Step::Invite(place), Outcome::Failed(_)) => place + 1,
            _ => return None,
        };
        (colleague < self.settings.colleagues.len()).then_some(Step::Invite(colleague))
    }

    /// The calls. Nothing that holds them can leave them half changed, so that a panic elsewhere does not matter.
    fn calls(&self) -> MutexGuard<'_, BTreeMap<String, Status>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
