//! Which backups may go: names in, names out. No files and no clock here.
//!
//! Kept are one of each of the last 14 days and one of each of the last 8 weeks on which there were any, every
//! `before-…` of 90 days, the last three, and the last that can be read. Days and weeks without work do not count.
//!
//! Clocks lie, and a copy that a wrong clock removes is gone. So a time is believed only if it could be: not before
//! this program was, not in the future, and not far ahead of all others until a fortnight of days says the same.
//! A copy whose time is not believed is kept, and takes no other's place.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

use super::name::{Name, Why, day_of};

/// So many days with backups keep one each.
const DAYS: usize = 14;
/// So many weeks with backups keep one each.
const WEEKS: usize = 8;
/// So many days every `before-…` is kept.
const BEFORE: i32 = 90;
/// So many are kept whatever their age.
const LEAST: usize = 3;
/// This program has made nothing before this day.
const BEGINNING: Date = date(2025, 1, 1);
/// Days that lie so much ahead of the one before them might be a wrong clock's.
const LEAP: i32 = 30;

/// The backups that are no longer needed. `parses` says whether one can be read; it is asked for as few as needed.
pub(super) fn superfluous(names: &[Name], now: Timestamp, parses: &dyn Fn(&Name) -> bool) -> Vec<Name> {
    let mut names = believed(names, now);
    names.sort_by(|a, b| b.cmp(a));
    let Some(newest) = names.first().map(|name| day_of(name.at)) else { return Vec::new() };
    let daily = || names.iter().filter(|name| name.why == Why::Day);
    let mut kept: BTreeSet<Name> = names.iter().take(LEAST).copied().collect();
    kept.extend(last_of_each(daily(), DAYS, day_of));
    kept.extend(last_of_each(daily(), WEEKS, |at| {
        let week = day_of(at).iso_week_date();
        (week.year(), week.week())
    }));
    let oldest = newest.saturating_sub(BEFORE.days());
    kept.extend(names.iter().filter(|name| name.why != Why::Day && day_of(name.at) >= oldest));
    if kept.len() < names.len() {
        kept.extend(names.iter().find(|name| parses(name)));
    }
    names.retain(|name| !kept.contains(name));
    names
}

/// Of names in order, the newest first: the first of each of the first `most` groups.
fn last_of_each<'n, G: PartialEq>(
    names: impl Iterator<Item = &'n Name>,
    most: usize,
    group: impl Fn(Timestamp) -> G,
) -> Vec<Name> {
    let mut kept: Vec<Name> = Vec::new();
    for name in names {
        if kept.last().is_none_or(|last| group(last.at) != group(name.at)) {
            kept.push(*name);
        }
    }
    kept.truncate(most);
    kept
}

/// Those whose time can be believed.
fn believed(names: &[Name], now: Timestamp) -> Vec<Name> {
    // A clock that was set right by some hours is no wrong clock.
    let tomorrow = day_of(now).saturating_add(1.day());
    let possible = |name: &&Name| (BEGINNING..=tomorrow).contains(&day_of(name.at));
    let mut names: Vec<Name> = names.iter().filter(possible).copied().collect();
    let days: BTreeSet<Date> = names.iter().map(|name| day_of(name.at)).collect();
    let days: Vec<Date> = days.into_iter().rev().collect();
    let leaps = |pair: &[Date]| matches!(pair, [late, early] if late.saturating_sub(LEAP.days()) > *early);
    if let Some(ahead) = days.windows(2).position(leaps)
        && ahead + 1 < DAYS
        && let Some(last) = days.get(ahead + 1)
    {
        names.retain(|name| day_of(name.at) <= *last);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A backup of a day, counted from 2026-01-05, a Monday.
    fn name(day: i32, why: Why) -> Name {
        Name { at: at(day), turn: 1, why }
    }

    fn at(day: i32) -> Timestamp {
        let midday: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
        midday + (i64::from(day) * 24).hours()
    }

    fn days(days: impl IntoIterator<Item = i32>) -> Vec<Name> {
        days.into_iter().map(|day| name(day, Why::Day)).collect()
    }

    /// The days of those that stay.
    fn kept(names: &[Name], now: Timestamp, parses: &dyn Fn(&Name) -> bool) -> Vec<i32> {
        let gone = superfluous(names, now, parses);
        assert!(gone.iter().all(|name| names.contains(name)));
        let zero = at(0).as_second();
        let day = |name: &Name| i32::try_from((name.at.as_second() - zero).div_euclid(86_400)).unwrap();
        let mut kept: Vec<i32> = names.iter().filter(|name| !gone.contains(name)).map(day).collect();
        kept.sort_unstable();
        kept
    }

    fn check(names: &[Name], now: i32, expected: impl IntoIterator<Item = i32>) {
        assert_eq!(kept(names, at(now), &|_| true), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn nothing_goes_while_there_is_little() {
        check(&[], 0, []);
        check(&days(0..14), 13, 0..14);
        check(&days([0, 100]), 100, [0, 100]);
    }

    #[test]
    fn fourteen_days_and_eight_weeks_stay() {
        // Day 99 is a Tuesday. Of its week and the two before it, the last day is among the fourteen days.
        let sundays = [55, 62, 69, 76, 83];
        check(&days(0..100), 99, sundays.into_iter().chain(86..100));
    }

    #[test]
    fn days_without_work_take_no_place() {
        // Each 20 days: every one is a week of its own, and one of the last 14 with work.
        check(&days((0..20).map(|at| at * 20)), 380, (6..20).map(|at| at * 20));
    }

    #[test]
    fn each_before_stays_ninety_days() {
        let mut names = days(80..110);
        names.extend((0..110).step_by(10).map(|day| name(day, Why::BeforeMerge)));
        let kept = kept(&names, at(109), &|_| true);
        let before: Vec<i32> = kept.into_iter().filter(|day| *day < 80).collect();
        assert_eq!(before, (20..80).step_by(10).collect::<Vec<_>>());
    }

    #[test]
    fn three_stay_however_old() {
        let names: Vec<Name> = (0..5).map(|day| name(day * 100, Why::BeforeBulk)).collect();
        // Within the last, nothing is far ahead: each lies a hundred days after the one before.
        assert!(kept(&names, at(5000), &|_| true).len() >= 3);
    }

    #[test]
    fn the_last_that_can_be_read_stays() {
        let names = days(0..200);
        let broken_since = |first: i32| move |name: &Name| name.at < at(first);
        for first in [200, 150, 77, 3, 1] {
            assert!(kept(&names, at(199), &broken_since(first)).contains(&(first - 1)), "{first}");
        }
        assert!(!kept(&names, at(199), &|_| false).contains(&0));
    }

    #[test]
    fn a_clock_in_the_past_takes_nothing_away() {
        let names = days(0..200);
        for now in ["1970-01-01T00:00:00Z", "2016-01-01T00:00:00Z", "2025-12-31T00:00:00Z"] {
            let now: Timestamp = now.parse().unwrap();
            let mut with_new = names.clone();
            with_new.push(Name { at: now, turn: 1, why: Why::Day });
            assert_eq!(superfluous(&with_new, now, &|_| true), []);
        }
        // Once it is right again, what it named is kept, and what is kept else is as if it had never been.
        let right = superfluous(&names, at(199), &|_| true);
        let mut with_old = names;
        with_old.push(Name { at: Timestamp::UNIX_EPOCH, turn: 1, why: Why::Day });
        assert_eq!(superfluous(&with_old, at(199), &|_| true), right);
    }

    #[test]
    fn a_clock_in_the_future_takes_nothing_away() {
        let mut names = days(180..200);
        names.extend((110..200).step_by(10).map(|day| name(day, Why::BeforeMerge)));
        let right = superfluous(&names, at(199), &|_| true);
        for later in [40_i32, 365, 27_000] {
            let mut wrong = names.clone();
            for session in 0..13 {
                wrong.push(name(199 + later + session, Why::Day));
                wrong.push(name(199 + later + session, Why::BeforeBulk));
                assert_eq!(superfluous(&wrong, at(199 + later + session), &|_| true), right, "{later}");
                // The clock is set right.
                assert_eq!(superfluous(&wrong, at(200), &|_| true), right, "{later}");
            }
        }
    }

    #[test]
    fn after_a_long_pause_the_old_goes_once_a_fortnight_has_passed() {
        let mut names = days(0..30);
        names.extend(days(400..413));
        assert!(kept(&names, at(412), &|_| true).contains(&400));
        assert!(kept(&names, at(412), &|_| true).contains(&16));
        names.extend(days([413]));
        assert!(!kept(&names, at(413), &|_| true).contains(&16));
    }

    #[test]
    fn several_of_one_day_are_one_daily() {
        let mut names = days(0..20);
        names.push(Name { turn: 2, ..name(19, Why::Day) });
        assert_eq!(superfluous(&names, at(19), &|_| true), superfluous(&days(0..20), at(19), &|_| true));
    }

    proptest! {
        #[test]
        fn whatever_is_there_enough_stays(
            made in proptest::collection::vec((-30_000_i32..30_000, 0_usize..5), 0..60),
            now in -30_000_i32..30_000,
            broken in any::<u8>(),
        ) {
            let mut names: Vec<Name> = made.iter().map(|(day, why)| name(*day, Why::ALL[*why])).collect();
            names.sort();
            names.dedup();
            let parses = |name: &Name| !day_of(name.at).day().cast_unsigned().is_multiple_of(broken % 4 + 1);
            let gone = superfluous(&names, at(now), &parses);
            let stays = |name: &&Name| !gone.contains(name);
            prop_assert!(names.iter().filter(stays).count() >= names.len().min(LEAST));
            // The last that can be read, of those that a clock like this one can have made.
            let possible = |name: &&Name| name.at <= at(now);
            if let Some(last) = names.iter().rev().filter(possible).find(|name| parses(name)) {
                prop_assert!(stays(&last));
            }
            // Again, nothing more goes.
            let left: Vec<Name> = names.iter().filter(stays).copied().collect();
            prop_assert_eq!(superfluous(&left, at(now), &parses), vec![]);
        }
    }
}
