//! `Edm.Duration`: signed lengths of time.

use std::cmp::Ordering;

use super::{digit_run::DigitRun, scan::Scan};

/// An `Edm.Duration` in its parts.
#[derive(Clone, Copy, Debug)]
pub struct Length<'t> {
    /// Whether it goes back in time.
    pub is_negative: bool,
    /// All whole seconds; `None` if they are too many to be counted.
    seconds: Option<u128>,
    /// The digits after the second's point; empty if there is none.
    pub fraction: DigitRun<'t>,
}

impl<'t> Length<'t> {
    /// `P1DT2H3M4.5S`, each part optional, but not all of them, nor all after `T`.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let is_negative = scan.take(b'-');
        if !scan.take(b'P') {
            return None;
        }
        let mut length = Self { is_negative, seconds: Some(0), fraction: DigitRun::NONE };
        let digits = scan.digits();
        let has_days = !digits.is_empty();
        if has_days {
            if !scan.take(b'D') {
                return None;
            }
            length.add(digits, 86_400);
        }
        if scan.take(b'T') {
            length.scan_time(&mut scan)?;
        } else if !has_days {
            return None;
        }
        scan.is_done().then_some(length)
    }

    /// What follows `T`.
    fn scan_time(&mut self, scan: &mut Scan<'t>) -> Option<()> {
        let mut digits = scan.digits();
        let mut is_empty = true;
        for (unit, size) in [(b'H', 3600), (b'M', 60)] {
            if !digits.is_empty() && scan.take(unit) {
                self.add(digits, size);
                is_empty = false;
                digits = scan.digits();
            }
        }
        if digits.is_empty() {
            return (!is_empty).then_some(());
        }
        if scan.take(b'.') {
            self.fraction = scan.digits();
            if self.fraction.is_empty() {
                return None;
            }
        }
        self.add(digits, 1);
        scan.take(b'S').then_some(())
    }

    fn add(&mut self, count: DigitRun<'_>, size: u64) {
        self.seconds = self.seconds.zip(count.times(size)).and_then(|(seconds, part)| seconds.checked_add(part));
    }

    /// The whole seconds, without the sign, and the nanoseconds, digits past the ninth cut off; `None` if 64 bits have
    /// no room for them.
    #[must_use]
    pub fn parts(&self) -> Option<(u64, u32)> {
        Some((u64::try_from(self.seconds?).ok()?, self.fraction.nanoseconds()))
    }

    /// The whole seconds without the sign; `None` if they are too many to be counted.
    #[must_use]
    pub fn seconds(&self) -> Option<u128> {
        self.seconds
    }

    fn is_zero(&self) -> bool {
        self.seconds == Some(0) && self.fraction.without_trailing_zeros().is_empty()
    }

    /// Which is longer. What is too long to be counted is longer than everything that is not.
    fn compare_sizes(&self, other: &Self) -> Ordering {
        let seconds = match (self.seconds, other.seconds) {
            (Some(mine), Some(others)) => mine.cmp(&others),
            (mine, others) => others.is_some().cmp(&mine.is_some()),
        };
        seconds.then_with(|| self.fraction.compare_as_fractions(other.fraction))
    }
}

impl Ord for Length<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let is_negative = |length: &Self| length.is_negative && !length.is_zero();
        match (is_negative(self), is_negative(other)) {
            (false, false) => self.compare_sizes(other),
            (true, true) => other.compare_sizes(self),
            (mine, others) => others.cmp(&mine),
        }
    }
}

impl PartialOrd for Length<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Length<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Length<'_> {}
