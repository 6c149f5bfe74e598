//! Days, times of day and moments.

use std::cmp::Ordering;

use super::{digit_run::DigitRun, scan::Scan};

/// An `Edm.Date`: a day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'t> {
    /// Whether the year is before the year 0.
    pub is_negative: bool,
    /// The digits of the year, at least four.
    pub year: DigitRun<'t>,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// An `Edm.TimeOfDay`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time<'t> {
    /// Up to 23.
    pub hour: u8,
    /// Up to 59.
    pub minute: u8,
    /// Up to 60, which is a leap second.
    pub second: u8,
    /// The digits after the point, at most twelve; empty if there is none.
    pub fraction: DigitRun<'t>,
}

/// An `Edm.DateTimeOffset`.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'t> {
    /// The day there.
    pub day: Day<'t>,
    /// The time there.
    pub time: Time<'t>,
    /// Minutes east of Greenwich.
    pub offset: i16,
}

impl<'t> Day<'t> {
    /// `YYYY-MM-DD`; the year may have a minus, and more digits.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut scan = Scan::new(text);
        Self::scan(&mut scan).filter(|_| scan.is_done())
    }

    pub(super) fn scan(scan: &mut Scan<'t>) -> Option<Self> {
        Self::scan_any(scan).filter(|day| day.day <= day.last())
    }

    /// The same, of any month's days.
    fn scan_any(scan: &mut Scan<'t>) -> Option<Self> {
        let is_negative = scan.take(b'-');
        let year = scan.digits();
        if year.len() < 4 || (year.len() > 4 && year.has_leading_zero()) {
            return None;
        }
        let month = scan.take(b'-').then(|| scan.two(12)).flatten().filter(|month| *month > 0)?;
        let day = scan.take(b'-').then(|| scan.two(31)).flatten().filter(|day| *day > 0)?;
        Some(Self { is_negative, year, month, day })
    }

    /// How many days the month has.
    fn last(&self) -> u8 {
        days(self.month, is_leap(self.year))
    }

    /// The year as a number, as far as it is one of 64 bits.
    #[must_use]
    pub fn year_number(&self) -> Option<i64> {
        let year = i64::try_from(self.year.number()?).ok()?;
        Some(if self.is_negative { -year } else { year })
    }

    /// The days since the first of March of the year 0; years beyond what is counted are as the last one that is.
    fn number(&self) -> i128 {
        const MOST: i128 = 1 << 100;
        let size = self.year.number().and_then(|year| i128::try_from(year).ok()).map_or(MOST, |year| year.min(MOST));
        let (month, day) = (i128::from(self.month), i128::from(self.day));
        // Years that begin in March have their odd day at the end.
        let year = if self.is_negative { -size } else { size } - i128::from(month < 3);
        let month = (month + 9) % 12;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day - 1
    }
}

impl Ord for Day<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl PartialOrd for Day<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'t> Time<'t> {
    /// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fraction`.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut scan = Scan::new(text);
        Self::scan(&mut scan).filter(|_| scan.is_done())
    }

    pub(super) fn scan(scan: &mut Scan<'t>) -> Option<Self> {
        let hour = scan.two(23)?;
        let minute = scan.take(b':').then(|| scan.two(59)).flatten()?;
        let mut time = Self { hour, minute, second: 0, fraction: DigitRun::NONE };
        if scan.take(b':') {
            time.second = scan.two(60)?;
            if scan.take(b'.') {
                time.fraction = scan.digits();
                if !(1..=12).contains(&time.fraction.len()) {
                    return None;
                }
            }
        }
        Some(time)
    }

    /// The nanoseconds of the fraction, digits past the ninth cut off.
    #[must_use]
    pub fn nanosecond(&self) -> u32 {
        self.fraction.nanoseconds()
    }

    /// The whole seconds since midnight.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        u32::from(self.hour) * 3600 + u32::from(self.minute) * 60 + u32::from(self.second)
    }
}

impl Ord for Time<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds().cmp(&other.seconds()).then_with(|| self.fraction.compare_as_fractions(other.fraction))
    }
}

impl PartialOrd for Time<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'t> Moment<'t> {
    /// A day, `T`, a time, and `Z` or an offset, `+hh:mm`.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let day = Day::scan(&mut scan)?;
        let time = scan.take(b'T').then(|| Time::scan(&mut scan)).flatten()?;
        let offset = offset(&mut scan)?;
        scan.is_done().then_some(Self { day, time, offset })
    }

    /// Seconds since the first of March of the year 0, Greenwich. A leap second is the one after it.
    fn seconds(&self) -> i128 {
        self.day.number() * 86_400 + i128::from(self.time.seconds()) - i128::from(self.offset) * 60
    }
}

impl Ord for Moment<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds().cmp(&other.seconds()).then_with(|| self.time.fraction.compare_as_fractions(other.time.fraction))
    }
}

impl PartialOrd for Moment<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Moment<'_> {
    /// The same moment, wherever.
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Moment<'_> {}

/// Minutes east of Greenwich.
fn offset(scan: &mut Scan<'_>) -> Option<i16> {
    if scan.take(b'Z') {
        return Some(0);
    }
    let is_west = scan.take(b'-');
    if !is_west && !scan.take(b'+') {
        return None;
    }
    let hour = scan.two(23)?;
    let minute = scan.take(b':').then(|| scan.two(59)).flatten()?;
    let minutes = i16::from(hour) * 60 + i16::from(minute);
    Some(if is_west { -minutes } else { minutes })
}

/// If `text` begins with a day that its month has not: the year and the month, as they stand there, and how many days
/// that has.
#[must_use]
pub fn beyond_month(text: &str) -> Option<(&str, u8)> {
    let day = Day::scan_any(&mut Scan::new(text)).filter(|day| day.day > day.last())?;
    let month = text.get(..usize::from(day.is_negative) + day.year.len() + "-MM".len())?;
    Some((month, day.last()))
}

/// The last four digits of a year decide, as the rule repeats every 400 years; so does its sign not matter.
fn is_leap(year: DigitRun<'_>) -> bool {
    let last = year.low();
    last.is_multiple_of(4) && (!last.is_multiple_of(100) || last.is_multiple_of(400))
}

fn days(month: u8, is_leap: bool) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
