//! What the service tells a bot: notifications, built with the types.

use odatype::{
    Structured,
    graph::{AnyCommsOperation, Call, ChangeType, CommsNotification},
};

/// A notification of what happened to the resource at `url`.
pub(super) fn notification(change: ChangeType, url: &str) -> CommsNotification {
    CommsNotification::new().with(CommsNotification::CHANGE_TYPE, change).with(CommsNotification::RESOURCE_URL, url)
}

/// A call that comes in at `path`. The service writes members of enumerations in capitals, whatever its schema says.
pub(super) fn incoming(path: &str, mut call: Call) -> CommsNotification {
    call.set_dynamic("state", "Incoming").set_dynamic("direction", "Incoming");
    notification(ChangeType::Created, path).with(CommsNotification::RESOURCE_DATA, call)
}

/// That the call at `path` is in another state, whose name is in capitals too.
pub(super) fn is_now(path: &str, state: &str) -> CommsNotification {
    let call = Call::new().with_dynamic("state", state);
    let change = if state == "Terminated" { ChangeType::Deleted } else { ChangeType::Updated };
    notification(change, path).with(CommsNotification::RESOURCE_DATA, call)
}

/// An operation that runs for the request that had this context.
pub(super) fn running(operation: impl Into<AnyCommsOperation>, id: &str, context: Option<&str>) -> AnyCommsOperation {
    operation
        .into()
        .with(AnyCommsOperation::ID, id)
        .with(AnyCommsOperation::CLIENT_CONTEXT, context)
        .with_dynamic("status", "Running")
}

/// That an operation of the call at `path` is done.
pub(super) fn completed(path: &str, operation: AnyCommsOperation) -> CommsNotification {
    let url = format!("{path}/operations/{}", operation.id().unwrap_or_default());
    let operation = operation.with_dynamic("status", "Completed");
    notification(ChangeType::Deleted, &url).with(CommsNotification::RESOURCE_DATA, operation)
}
