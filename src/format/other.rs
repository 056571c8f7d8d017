//! Files that are no document file at all: what they are instead, by what they hold and not by their names. Nothing of
//! them is read further.

use memchr::memmem;

use crate::messages::{UserMessage, user_message};

/// What a file is that was taken for a document file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFormat {
    /// A text of Word as it is saved since 2007.
    Docx,
    /// A text of Word as it was saved before 2007.
    Doc,
    /// A text of LibreOffice.
    Odt,
    /// Rich text, which begins with `{\rtf1`.
    Rtf,
    /// Pages as they are printed.
    Pdf,
    /// Tables of any office program.
    Spreadsheet,
    /// Slides of any office program.
    Slides,
    /// An office file that a password keeps closed.
    Locked,
    /// An office file of before 2007 of another kind.
    Office,
    /// An electronic book.
    Epub,
    /// Files in a file.
    Archive,
    /// A picture of any kind: PNG, JPEG, GIF, TIFF.
    Picture,
    /// A page of the web.
    Html,
    /// Markup that is no page of the web.
    Xml,
    /// Data of other programs.
    Json,
    /// Text with Markdown's signs.
    Markdown,
    /// Text without any markup.
    Text,
    /// Text in UTF-16.
    Utf16,
    /// Text in an encoding of its region.
    OldEncoding,
    /// None of these.
    Binary,
}

impl OtherFormat {
    /// Its name in a sentence.
    #[must_use]
    pub fn user_message(self) -> UserMessage {
        user_message(match self {
            Self::Docx => "other-docx",
            Self::Doc => "other-doc",
            Self::Odt => "other-odt",
            Self::Rtf => "other-rtf",
            Self::Pdf => "other-pdf",
            Self::Spreadsheet => "other-spreadsheet",
            Self::Slides => "other-slides",
            Self::Locked => "other-locked",
            Self::Office => "other-office",
            Self::Epub => "other-epub",
            Self::Archive => "other-archive",
            Self::Picture => "other-picture",
            Self::Html => "other-html",
            Self::Xml => "other-xml",
            Self::Json => "other-json",
            Self::Markdown => "other-markdown",
            Self::Text => "other-plain",
            Self::Utf16 => "other-utf16",
            Self::OldEncoding => "other-encoding",
            Self::Binary => "other-binary",
        })
    }
}

/// What bytes are that cannot be a document file's; none if they are UTF-8 text, or text in which some bytes are wrong
/// and the rest looks like ours.
#[must_use]
pub fn other_bytes(bytes: &[u8]) -> Option<OtherFormat> {
    use OtherFormat as Other;
    let starts = |signs: &[&[u8]]| signs.iter().any(|sign| bytes.starts_with(sign));
    let holds = |words: &[u8]| memmem::find(bytes, words).is_some();
    let holds_wide = |word: &str| holds(&word.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>());
    // Some programs put a few bytes before it, and readers bear with that.
    let head = bytes.get(..1024).unwrap_or(bytes);
    if memmem::find(head, b"%PDF-").is_some() && !is_ours(head) {
        return Some(Other::Pdf);
    }
    if starts(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        let mime = |kind: &[u8]| memmem::find(head, kind).is_some();
        return Some(if holds(b"word/") {
            Other::Docx
        } else if mime(b"opendocument.text") {
            Other::Odt
        } else if holds(b"xl/") || mime(b"opendocument.spreadsheet") {
            Other::Spreadsheet
        } else if holds(b"ppt/") || mime(b"opendocument.presentation") {
            Other::Slides
        } else if mime(b"application/epub+zip") {
            Other::Epub
        } else {
            Other::Archive
        });
    }
    if starts(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        return Some(if holds_wide("EncryptedPackage") {
            Other::Locked
        } else if holds_wide("WordDocument") {
            Other::Doc
        } else if holds_wide("Workbook") {
            Other::Spreadsheet
        } else if holds_wide("PowerPoint") {
            Other::Slides
        } else {
            Other::Office
        });
    }
    if starts(&[b"{\\rtf"]) {
        return Some(Other::Rtf);
    }
    if starts(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"]) {
        return Some(Other::Picture);
    }
    if starts(&[b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"]) {
        return Some(Other::Archive);
    }
    if starts(&[b"\xff\xfe", b"\xfe\xff"]) || is_wide(head) {
        return Some(Other::Utf16);
    }
    if memchr::memchr(0, bytes).is_some() {
        return (!is_ours(head)).then_some(Other::Binary);
    }
    if std::str::from_utf8(bytes).is_ok() || is_ours(head) {
        return None;
    }
    // Text has line ends and no other controls.
    let controls = head.iter().filter(|byte| **byte < 0x20 && !b"\t\n\r\x0c\x1b".contains(byte)).count();
    Some(if controls * 50 > head.len() { Other::Binary } else { Other::OldEncoding })
}

/// What a text is that is no TOML; none if it looks like TOML with a slip.
#[must_use]
pub fn other_text(source: &str) -> Option<OtherFormat> {
    use OtherFormat as Other;
    let text = source.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() || is_ours(text.as_bytes()) {
        return None;
    }
    let begins = |word: &str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    if begins("<!doctype html") || begins("<html") {
        return Some(Other::Html);
    }
    if begins("<?xml") || begins("<!--") {
        return Some(Other::Xml);
    }
    if text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Some(Other::Json);
    }
    let marked = |line: &str| {
        ["# ", "## ", "### ", "- ", "* ", "> ", "```", "| ", "---", "1. "].iter().any(|s| line.starts_with(s))
    };
    let lines = || text.lines().take(500);
    let numbered = |line: &&str| line.starts_with("1. ");
    let some = lines().filter(|line| marked(line)).count() > lines().filter(numbered).count();
    Some(if some { Other::Markdown } else { Other::Text })
}

/// Whether the first line that is no comment could be one of a TOML file, or of a conflict in one.
fn is_ours(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = line.map(|line| line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line));
    let Some(first) = lines.find(|line| !line.is_empty() && !line.starts_with(b"#")) else { return false };
    if first.starts_with(b"<<<<<<<") || first.starts_with(b"=======") || first.starts_with(b">>>>>>>") {
        return true;
    }
    let word = |bytes: &[u8]| {
        !bytes.is_empty() && bytes.iter().all(|b| b.is_ascii_alphanumeric() || b"_-.\"'".contains(b))
    };
    if let Some(table) = first.strip_prefix(b"[") {
        let name: Vec<u8> = table.iter().copied().filter(|byte| !b"[]".contains(byte)).collect();
        return word(&name);
    }
    first
        .split(|byte| *byte == b'=')
        .next()
        .is_some_and(|key| key.len() < first.len() && word(key.trim_ascii()))
}

/// Whether every second byte of a text is zero, as in UTF-16 without its mark.
fn is_wide(head: &[u8]) -> bool {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    half > 8 && (zeros(0) * 10 > half * 9 && zeros(1) == 0 || zeros(1) * 10 > half * 9 && zeros(0) == 0)
}

#[cfg(test)]
mod tests {
    use super::OtherFormat as Other;
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn what_bytes_are_is_told_by_what_they_hold() {
        let office = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &wide(name)].concat();
        let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0".as_slice(), name.as_bytes()].concat();
        for (bytes, kind) in [
            (zip("[Content_Types].xml … word/document.xml"), Some(Other::Docx)),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), Some(Other::Odt)),
            (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Some(Other::Spreadsheet)),
            (zip("xl/workbook.xml"), Some(Other::Spreadsheet)),
            (zip("ppt/slides"), Some(Other::Slides)),
            (zip("mimetypeapplication/epub+zip"), Some(Other::Epub)),
            (zip("a.txt"), Some(Other::Archive)),
            (office("WordDocument"), Some(Other::Doc)),
            (office("Workbook"), Some(Other::Spreadsheet)),
            (office("EncryptedPackage"), Some(Other::Locked)),
            (office("x"), Some(Other::Office)),
            (b"{\\rtf1\\ansi".to_vec(), Some(Other::Rtf)),
            (b"%PDF-1.7\n%\xe2\xe3".to_vec(), Some(Other::Pdf)),
            (b"\n\n%PDF-1.4".to_vec(), Some(Other::Pdf)),
            (b"\x89PNG\r\n".to_vec(), Some(Other::Picture)),
            (b"\x1f\x8b\x08".to_vec(), Some(Other::Archive)),
            ([b"\xff\xfe".to_vec(), wide("format = 1")].concat(), Some(Other::Utf16)),
            (wide("format = 1, and more"), Some(Other::Utf16)),
            (b"\x7fELF\x02\x01\0\0".to_vec(), Some(Other::Binary)),
            (b"\xd4\xd3\xbb\xfa\xb9\xb9\n".to_vec(), Some(Other::OldEncoding)),
            (b"Caf\xe9 and more\n".to_vec(), Some(Other::OldEncoding)),
            (b"# \xe9\nformat = 1\n".to_vec(), None),
            (b"format = 1\nx = \"\0\"".to_vec(), None),
            ("报告草稿".into(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(other_bytes(&bytes), kind, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_a_text_is_is_told_and_a_slip_in_toml_is_no_other_format() {
        for (text, kind) in [
            ("# Notes\n\nSome words.\n- one", Some(Other::Markdown)),
            ("Some words\n\n## More", Some(Other::Markdown)),
            ("<!DOCTYPE html>\n<p>", Some(Other::Html)),
            ("<?xml version=\"1.0\"?>", Some(Other::Xml)),
            ("{\"a\": [1]}", Some(Other::Json)),
            ("[1, 2]", Some(Other::Json)),
            ("联合国\n报告草稿\n1. 主席介绍", Some(Other::Text)),
            ("Dear all,\na = b", Some(Other::Text)),
            ("format = 1\n[masthead", None),
            ("\u{feff}# a comment\n\n[masthead]\nx", None),
            ("[[paragraph]\n", None),
            ("<<<<<<< HEAD\n", None),
            ("# only a comment", Some(Other::Markdown)),
            ("", None),
        ] {
            assert_eq!(other_text(text), kind, "{text}");
        }
    }
}
