//! Two snapshots of one service's schema in one program, as `docs/versions.md` says: two modules, and JSON between
//! them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{Structured, edm::Decimal};

/// The schema as it was.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod before {
    odatype::schema! { path = "tests/two_snapshots/before.csdl.json" }
}

/// The schema as it is.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod after {
    odatype::schema! { path = "tests/two_snapshots/after.csdl.json" }
}

use after::depot as new;
use before::depot as old;

#[test]
fn go_from_one_to_the_other_through_json() {
    let sent = old::Parcel::new()
        .with(old::Parcel::ID, "p")
        .with(old::Parcel::WEIGHT, 12)
        .with(old::Parcel::STATE, old::State::Sent)
        .with(old::Parcel::STEPS, [old::Step::new().with(old::Step::PLACE, "here")]);
    let received: new::Parcel = odatype::from_slice(&odatype::to_vec(&sent)).unwrap();
    assert_eq!((received.weight(), received.state()), (Some(Decimal::from(12)), Some(new::State::Sent)));
    assert!(matches!(&received.steps()[0], new::AnyStep::Step(step) if step.place() == Some("here")));
    let back: old::Parcel = odatype::from_slice(&odatype::to_vec(&received)).unwrap();
    assert_eq!(back, sent);
}

#[test]
fn what_is_new_is_kept_by_the_old_one() {
    let made = new::Parcel::new()
        .with(new::Parcel::STATE, new::State::Lost)
        .with(new::Parcel::INSURED, true)
        .with(new::Parcel::STEPS, [new::AnyStep::from(new::Customs::new().with(new::Customs::FEE, 3))]);
    let kept: old::Parcel = odatype::from_slice(&odatype::to_vec(&made)).unwrap();
    assert_eq!(kept.state(), Some("lost".into()), "a member that it does not know");
    assert!(kept.steps()[0].is_foreign() && kept.dynamic("insured").is_some());
    assert_eq!(odatype::from_slice::<new::Parcel>(&odatype::to_vec(&kept)).unwrap(), made);
    // Where a value does not fit the old type, it alone is lost to it, and not to who reads further.
    let heavy = made.with(new::Parcel::WEIGHT, "1.5".parse::<Decimal>().unwrap());
    assert!(odatype::from_slice::<old::Parcel>(&odatype::to_vec(&heavy)).is_err());
    let partial = odatype::from_slice_partial::<old::Parcel>(&odatype::to_vec(&heavy)).unwrap();
    assert_eq!((partial.value.weight(), partial.findings.len()), (None, 1));
    assert_eq!(odatype::from_slice::<new::Parcel>(&odatype::to_vec(&partial.value)).unwrap(), heavy);
}
