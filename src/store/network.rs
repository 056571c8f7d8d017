//! Whether a folder lies on another computer. Locks hold between the programs of one computer; between two they may
//! not, and then two that save at once can lose a change. Nothing is read or written here.

use std::path::Path;

/// The name of the network file system that a path is on; none if it is a local one, or cannot be told.
pub(super) fn network(path: &Path) -> Option<&'static str> {
    let there = path.ancestors().find(|above| above.exists())?;
    kind(there)
}

#[cfg(target_os = "linux")]
fn kind(path: &Path) -> Option<&'static str> {
    let magic = rustix::fs::statfs(path).ok()?.f_type;
    // Its width differs between machines; the numbers are of 32 bits.
    named(u64::try_from(magic).unwrap_or_default() & 0xffff_ffff)
}

/// Other systems tell it by a flag of the mount.
#[cfg(not(target_os = "linux"))]
fn kind(_path: &Path) -> Option<&'static str> {
    None
}

/// The numbers of `statfs(2)` and of the kernel's `magic.h` for file systems whose files may lie elsewhere.
/// FUSE is among them: sshfs is one of its, and it does not say which it is.
#[cfg(any(target_os = "linux", test))]
const fn named(magic: u64) -> Option<&'static str> {
    Some(match magic {
        0x6969 => "NFS",
        0x517b | 0xff53_4d42 | 0xfe53_4d42 => "SMB",
        0x6573_5546 => "FUSE",
        0x0102_1997 => "9P",
        0x5346_414f | 0x6b41_4653 => "AFS",
        0x7375_7245 => "Coda",
        0x564c => "NCP",
        0x00c3_6400 => "Ceph",
        0x0bd0_0bd0 => "Lustre",
        0x4750_4653 => "GPFS",
        0x0116_1970 => "GFS2",
        0x7461_636f => "OCFS2",
        0x1983_0326 => "BeeGFS",
        0x786f_4256 => "vboxsf",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_systems_are_known_by_their_numbers() {
        for (magic, name) in [
            (0x6969, Some("NFS")),
            (0xff53_4d42, Some("SMB")),
            (0x6573_5546, Some("FUSE")),
            (0x0102_1997, Some("9P")),
            (0xef53, None),
            (0x5846_5342, None),
            (0x9123_683e, None),
            (0x0102_1994, None),
            (0x794c_7630, None),
        ] {
            assert_eq!(named(magic), name, "{magic:x}");
        }
    }

    #[test]
    fn what_is_not_there_yet_is_where_it_would_be_made() {
        for path in ["/proc", "/proc/no/such/folder", ""] {
            assert_eq!(network(Path::new(path)), None, "{path}");
        }
    }
}
