//! Numbers, texts and lists as bytes, and back. What is read is believed in nothing: a length that the bytes do not
//! have is refused before anything is made of it. Knows nothing of what the bytes mean.

/// Appends a number in four bytes, the lowest first.
pub(in crate::search) fn put_u32(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Appends a length, or a number of things.
pub(in crate::search) fn put_count(out: &mut Vec<u8>, count: usize) {
    put_u32(out, u32::try_from(count).unwrap_or(u32::MAX));
}

/// Appends a text with its length.
pub(in crate::search) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_count(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Appends a list of numbers with its length.
pub(in crate::search) fn put_u32s(out: &mut Vec<u8>, numbers: &[u32]) {
    put_count(out, numbers.len());
    numbers.iter().for_each(|&number| put_u32(out, number));
}

/// Reads from the front of some bytes. Everything is `None` once the bytes end too early.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct ByteReader<'b> {
    rest: &'b [u8],
}

impl<'b> ByteReader<'b> {
    pub(in crate::search) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether all was read.
    pub(in crate::search) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn take(&mut self, bytes: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(in crate::search) fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    pub(in crate::search) fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(in crate::search) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// A number of things of which each takes at least so many bytes: never more than there is room for.
    pub(in crate::search) fn count(&mut self, least: usize) -> Option<usize> {
        let count = self.u32()? as usize;
        (count.checked_mul(least)? <= self.rest.len()).then_some(count)
    }

    pub(in crate::search) fn text(&mut self) -> Option<&'b str> {
        let length = self.count(1)?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    pub(in crate::search) fn u16s(&mut self, count: usize) -> Option<Vec<u16>> {
        let bytes = self.take(count.checked_mul(2)?)?;
        Some(bytes.chunks_exact(2).filter_map(|two| two.try_into().ok()).map(u16::from_le_bytes).collect())
    }

    pub(in crate::search) fn u32s(&mut self) -> Option<Vec<u32>> {
        let count = self.count(4)?;
        let bytes = self.take(count.checked_mul(4)?)?;
        Some(bytes.chunks_exact(4).filter_map(|four| four.try_into().ok()).map(u32::from_le_bytes).collect())
    }

    pub(in crate::search) fn u64s(&mut self, count: usize) -> Option<Vec<u64>> {
        let bytes = self.take(count.checked_mul(8)?)?;
        let eight = bytes.chunks_exact(8).filter_map(|eight| eight.try_into().ok());
        Some(eight.map(u64::from_le_bytes).collect())
    }
}
