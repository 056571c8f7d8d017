//! The name that an export has when its reader gives none.

use crate::model::Symbol;

/// The longest stem, in bytes: with its ending the name stays within what file systems take.
const LONGEST: usize = 80;

/// `CAC_COSP_WG.4_2019_L.1_Add.1-notes.md`: letters, digits, dots and hyphens of the symbol, the rest as `_`. Never
/// hidden, never an option, never a path.
#[must_use]
pub fn notes_file_name(symbol: &Symbol) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '_' };
    let stem: String = symbol.0.trim().chars().map(safe).skip_while(|c| matches!(c, '.' | '-')).collect();
    let stem: String = stem.chars().take(LONGEST).collect();
    if stem.is_empty() { "document-notes.md".to_owned() } else { format!("{stem}-notes.md") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_named_after_its_symbol_and_stays_in_its_folder() {
        for (symbol, name) in [
            ("CAC/COSP/WG.4/2019/L.1/Add.1", "CAC_COSP_WG.4_2019_L.1_Add.1-notes.md"),
            ("../../etc/passwd", "_.._etc_passwd-notes.md"),
            ("-rf .", "rf_.-notes.md"),
            ("联合国/1", "____1-notes.md"),
            ("", "document-notes.md"),
        ] {
            assert_eq!(notes_file_name(&Symbol(symbol.into())), name);
        }
        assert_eq!(notes_file_name(&Symbol("a".repeat(500))).len(), LONGEST + "-notes.md".len());
    }
}
