//! What is done to an object or a collection with n members or items takes a number of steps that grows as n does: four
//! times as many, about four times as long. What is quadratic would take sixteen times as long.

use serde_json::json;

use super::{BatchRequest, Collection, Method, ServiceErrorDetail, from_str, to_vec};
use crate::{
    node::{Record, steps_of},
    value::{Null, Structured},
};

const SIZES: [usize; 3] = [250, 1000, 4000];

/// Asserts that what `work` does at these sizes takes steps in proportion, and some at all.
#[track_caller]
fn assert_linear(work: impl Fn(usize) -> u64) {
    let steps = SIZES.map(work);
    assert!(steps[0] >= 250, "{steps:?}: what is counted is not what is done");
    for pair in steps.windows(2) {
        assert!(pair[1] < 5 * pair[0], "{steps:?}");
    }
}

fn name(number: usize) -> String {
    format!("name{number}")
}

fn set_all(mut object: ServiceErrorDetail, size: usize) -> ServiceErrorDetail {
    for number in 0..size {
        object = object.with_dynamic(&name(number), &json!(number));
    }
    object
}

/// An object with this many undeclared members.
fn read(size: usize) -> ServiceErrorDetail {
    let members: Vec<String> = (0..size).map(|number| format!(r#""{}":{number}"#, name(number))).collect();
    from_str(&format!("{{{}}}", members.join(","))).unwrap()
}

#[test]
fn setting_members() {
    assert_linear(|size| steps_of(|| drop(set_all(ServiceErrorDetail::new(), size))));
    assert_linear(|size| {
        let object = read(size);
        steps_of(|| drop(set_all(object, size)))
    });
    assert_linear(|size| {
        let object = set_all(read(size), size);
        let all = move || (0..size).fold(object, |object, number| object.without_dynamic(&name(number)));
        steps_of(|| drop(all()))
    });
}

#[test]
fn writing_members() {
    assert_linear(|size| {
        let object = set_all(ServiceErrorDetail::new(), size);
        steps_of(|| assert!(to_vec(&object).len() > size))
    });
    assert_linear(|size| {
        let object = set_all(read(size), size).without_dynamic("name7").with_dynamic("more", Null);
        steps_of(|| assert!(to_vec(&object).len() > size))
    });
}

#[test]
fn asking_for_members() {
    for changed in [false, true] {
        assert_linear(|size| {
            let object = if changed { set_all(read(size), size) } else { read(size) };
            steps_of(|| assert_eq!(object.dynamic_members().count(), size))
        });
        assert_linear(|size| {
            let object = if changed { set_all(read(size), size / 2) } else { read(size) };
            steps_of(|| {
                for number in 0..size {
                    assert_eq!(object.dynamic(&name(number)).unwrap().text(), number.to_string());
                }
            })
        });
    }
    // Asking and setting in turns.
    assert_linear(|size| {
        let mut object = read(size);
        steps_of(|| {
            for number in 0..size {
                assert!(object.dynamic(&name(number)).is_some());
                object = std::mem::take(&mut object).with_dynamic(&name(number), &json!(null));
            }
        })
    });
}

#[test]
fn comparing() {
    assert_linear(|size| {
        let members = |numbers: &mut dyn Iterator<Item = usize>| {
            let members: Vec<String> = numbers.map(|number| format!(r#""{}":{number}"#, name(number))).collect();
            from_str::<Collection<ServiceErrorDetail>>(&format!(r#"{{"value":[],{}}}"#, members.join(","))).unwrap()
        };
        let (left, right) = (members(&mut (0..size)), members(&mut (0..size).rev()));
        steps_of(|| assert_eq!(left, right))
    });
    // One that was read, and one that was built in another order.
    assert_linear(|size| {
        let built = (0..size)
            .rev()
            .fold(ServiceErrorDetail::new(), |object, number| object.with_dynamic(&name(number), &json!(number)));
        let read = read(size);
        steps_of(|| assert_eq!(read, built))
    });
}

#[test]
fn values_by_index() {
    let changed =
        |size| BatchRequest::new("1", Method::Get, "/").with(BatchRequest::DEPENDS_ON, vec!["2".to_owned(); size]);
    let read = |size| from_str::<BatchRequest>(&String::from_utf8(to_vec(&changed(size))).unwrap()).unwrap();
    for make in [&changed as &dyn Fn(usize) -> BatchRequest, &read] {
        assert_linear(|size| {
            let request = make(size);
            steps_of(|| {
                let values = request.get(BatchRequest::DEPENDS_ON);
                let mut number = 0;
                while number < values.len() {
                    assert_eq!(values.get(number), Some("2"));
                    number += 1;
                }
                assert_eq!((number, values.get(size)), (size, None));
            })
        });
    }
}

#[test]
fn a_record_is_small() {
    // It is in every value, and a list of objects is a list of these.
    assert!(size_of::<Record>() <= 24, "{}", size_of::<Record>());
}
