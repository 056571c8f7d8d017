//! How many bytes a frame costs on the line: little more than what changed.

use crate::support::sent::{FLOWS, flow};

#[test]
fn no_more_is_sent_than_what_changed_and_little_besides() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        for (name, keys) in FLOWS {
            let bytes = flow(keys, columns, rows);
            assert!(bytes.ratio() <= 1.6, "{name} at {columns}x{rows}: {bytes:?}, {:.2}", bytes.ratio());
            assert!(bytes.ours < bytes.theirs, "{name} at {columns}x{rows}: {bytes:?}");
        }
    }
}
