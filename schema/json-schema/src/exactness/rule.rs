//! Rules that constraints have.

use odatype_table::Constraints;

/// A rule that [`Constraints`] have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// `Validation.Pattern`.
    Pattern,
    /// `Validation.Minimum`, exclusive or not.
    Minimum,
    /// `Validation.Maximum`, exclusive or not.
    Maximum,
    /// `Validation.MultipleOf`.
    MultipleOf,
    /// `MaxLength`.
    MaxLength,
    /// `Unicode="false"`.
    Ascii,
    /// Digits before the point: `Precision` less `Scale`.
    WholeDigits,
    /// Digits after the point: `Scale`, or `Precision` of times.
    FractionDigits,
    /// Digits on both sides together: `Precision` where `Scale` is variable.
    TotalDigits,
    /// Significant digits: `Precision` where `Scale` is floating.
    SignificantDigits,
    /// `Validation.AllowedValues`.
    AllowedValues,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 11] = [
        Self::Pattern,
        Self::Minimum,
        Self::Maximum,
        Self::MultipleOf,
        Self::MaxLength,
        Self::Ascii,
        Self::WholeDigits,
        Self::FractionDigits,
        Self::TotalDigits,
        Self::SignificantDigits,
        Self::AllowedValues,
    ];

    /// What the constraints say by this rule, for people; `None` if nothing.
    #[must_use]
    pub fn said<S: AsRef<str>>(self, constraints: &Constraints<S>) -> Option<String> {
        let bound = |bound: &Option<odatype_table::Bound<S>>| {
            let bound = bound.as_ref()?;
            Some(format!("{}{}", bound.value.as_ref(), if bound.is_exclusive { ", exclusive" } else { "" }))
        };
        let number = |number: Option<u64>| number.map(|number| number.to_string());
        let list = |texts: &[S]| {
            let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
            (!texts.is_empty()).then(|| texts.join(", "))
        };
        match self {
            Self::Pattern => {
                let texts: Vec<&str> = constraints.patterns.iter().map(|pattern| pattern.text.as_ref()).collect();
                (!texts.is_empty()).then(|| texts.join(", "))
            }
            Self::Minimum => bound(&constraints.minimum),
            Self::Maximum => bound(&constraints.maximum),
            Self::MultipleOf => list(&constraints.multiples),
            Self::MaxLength => number(constraints.max_length),
            Self::Ascii => constraints.is_ascii.then(|| "only ASCII".to_owned()),
            Self::WholeDigits => number(constraints.digits.whole),
            Self::FractionDigits => number(constraints.digits.fraction),
            Self::TotalDigits => number(constraints.digits.total),
            Self::SignificantDigits => number(constraints.digits.significant),
            Self::AllowedValues => constraints.allowed.as_ref().map(|allowed| list(allowed).unwrap_or_default()),
        }
    }
}
