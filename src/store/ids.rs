//! Ids that are new: of notes, and of windows. Whatever the clock says they are new.

#![expect(clippy::disallowed_methods, reason = "the clock is read here for ids")]

use std::time::SystemTime;

use uuid::{NoContext, Timestamp, Uuid};

/// A new UUIDv7. Its order is that of time as far as the clock can be believed; that it is new rests on chance and
/// not on the clock. `Uuid::now_v7` alone would stop the program where the clock stands before 1970.
#[must_use]
pub fn new_id() -> Uuid {
    if SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).is_ok() {
        Uuid::now_v7()
    } else {
        Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_new_and_in_order() {
        let ids: Vec<Uuid> = (0..1_000).map(|_| new_id()).collect();
        assert!(ids.is_sorted_by(|one, next| one < next));
    }
}
