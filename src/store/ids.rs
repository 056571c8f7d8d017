//! Ids that are new: of notes, operations and windows. They are new whatever the clock says, and whether or not the
//! system has random numbers to give.

#![expect(clippy::disallowed_methods, reason = "the clock is read here for ids")]

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use rustix::rand::{GetRandomFlags, getrandom};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The millisecond of the last id.
static LAST: AtomicU64 = AtomicU64::new(0);

/// A new UUIDv7. Within a process ids stand in the order in which they were made, also when the clock is put back;
/// between processes as far as their clocks can be believed. `Uuid::now_v7` would stop the program where the clock
/// stands before 1970 or no random numbers are to be had.
#[must_use]
pub fn new_id() -> Uuid {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = u64::try_from(since.as_millis()).unwrap_or_default();
    let next = |last: u64| Some(now.max(last.wrapping_add(1)));
    let millis = LAST
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, next)
        .map_or(now, |last| now.max(last.wrapping_add(1)));
    let mut random = [0; 10];
    if getrandom(&mut random, GetRandomFlags::empty()).ok() != Some(random.len()) {
        random = told_apart(millis);
    }
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// In place of random numbers: what no other process at no other time has.
fn told_apart(millis: u64) -> [u8; 10] {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let process = rustix::process::getpid().as_raw_nonzero();
    let hash = Sha256::digest(format!("{process} {millis} {} {:p}", now.as_nanos(), &raw const now));
    let mut bytes = [0; 10];
    bytes.iter_mut().zip(hash).for_each(|(byte, of_hash)| *byte = of_hash);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_new_and_in_order_also_without_random_numbers() {
        let ids: Vec<Uuid> = (0..1_000).map(|_| new_id()).collect();
        assert!(ids.is_sorted_by(|one, next| one < next));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
        assert_ne!(told_apart(1), told_apart(2));
    }
}
