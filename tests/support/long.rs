//! The longest shapes that real documents have, in one document: series of numbers, many headings, tables, footnotes,
//! sub-paragraphs, emphasis.

use std::fmt::Write;

/// Names of the series; the first is the main one.
pub const SERIES: [&str; 5] = ["", "annex I", "annex II", "annex III", "decision 80/1"];

/// Rows of a table.
pub const ROWS: usize = 40;

/// A document file of so many paragraphs in five series: for 1,000 paragraphs 300 headings of three levels, 500 footnotes,
/// 25 tables, 25 paragraphs without a number; others in proportion. Every fourth paragraph has sub-paragraphs `(a)`,
/// `(i)` and `(b)`, every third begins in bold.
pub fn document(paragraphs: usize) -> String {
    let each = paragraphs / SERIES.len();
    let headings = each * 3 / 10;
    let mut file =
        "format = 1\n\n[masthead]\nsymbol = \"A/80/1000\"\nlanguage = \"en\"\ntitle = \"Long report\"\n\n"
            .to_owned();
    for (series, name) in SERIES.iter().enumerate() {
        for heading in 0..headings {
            let level = heading % 3 + 1;
            let _ = write!(
                file,
                "[[section]]\nid = \"{series}-{heading}\"\nnumber = \"{heading}.\"\ntitle = \"Heading {heading} of part {series}\"\nlevel = {level}\n"
            );
            if series > 0 {
                let _ = writeln!(file, "series = \"{name}\"");
            }
        }
    }
    file.push_str(
        "\n[[speaker]]\nid = \"chair\"\nname = \"The Chair\"\nrole = \"chair\"\nkind = \"person\"\n",
    );
    for (series, _) in SERIES.iter().enumerate() {
        let mut number = 0;
        for at in 0..each {
            let section = at * headings / each;
            let _ = write!(file, "\n[[paragraph]]\nsection = \"{series}-{section}\"\n");
            if at % 40 == 39 {
                table(&mut file);
                continue;
            }
            if at % 40 != 38 {
                number += 1;
                let _ = writeln!(file, "number = \"{number}\"");
            }
            let words = format!("Paragraph {at} of part {series} says what was said of item {}. ", at % 17);
            let text = format!(
                "{words}{}",
                "The Committee took note of the report and went on. ".repeat(at % 9 + 1)
            );
            let text = text.trim_end();
            let _ = writeln!(file, "speakers = [\"chair\"]\ntext = \"{text}\"");
            if at % 3 == 0 {
                file.push_str("emphasis = [{ style = \"bold\", start = 0, end = 9 }]\n");
            }
            if at % 2 == 0 {
                let place = text.chars().count();
                let _ = write!(
                    file,
                    "  [[paragraph.footnote]]\n  mark = \"{}\"\n  text = \"See A/80/{at}.\"\n  at = {place}\n",
                    at / 2 + 1
                );
            }
            if at % 4 == 0 {
                for (label, level) in [("(a)", 1), ("(i)", 2), ("(b)", 1)] {
                    let _ = write!(
                        file,
                        "  [[paragraph.subparagraph]]\n  label = \"{label}\"\n  level = {level}\n  text = \"What {label} of it says;\"\n"
                    );
                }
            }
        }
    }
    file
}

fn table(file: &mut String) {
    file.push_str("caption = \"Table of contributions\"\nrows = [\n  [\"State\", \"2024\", \"2025\"],\n");
    for row in 1..ROWS {
        let _ = writeln!(file, "  [\"State number {row}\", \"{}\", \"{}\"],", row * 7, row * 11);
    }
    file.push_str("]\n");
}
