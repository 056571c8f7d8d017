//! Tests only. A page is parsed again by a Markdown parser and compared with the words that went in.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::page::{Cell, MarkdownPage};
use crate::text::{is_direction_mark, is_unseen};

/// GitHub's Markdown; and everything that some Markdown has, but for the kind that changes quotation marks.
fn dialects() -> [Options; 2] {
    let github = Options::ENABLE_GFM
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    [github, Options::all() & !Options::ENABLE_SMART_PUNCTUATION]
}

/// The blocks of a page as `kind text`; panics at anything but plain text in the blocks that a page has.
fn blocks(page: &str, dialect: Options) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut text = String::new();
    let mut quote = "";
    for event in Parser::new_ext(page, dialect) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::BlockQuote(None)) => quote = "> ",
            Event::End(TagEnd::BlockQuote(None)) => quote = "",
            Event::Start(
                Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => assert!(text.is_empty(), "{page}"),
            Event::Start(Tag::Heading { id: None, classes, attrs, .. }) => {
                assert!(classes.is_empty() && attrs.is_empty(), "{page}");
            }
            Event::End(end) => {
                let kind = match end {
                    TagEnd::Paragraph => "p",
                    TagEnd::Item => "-",
                    TagEnd::TableCell => "|",
                    TagEnd::Heading(_) => "#",
                    TagEnd::List(false) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow => {
                        continue;
                    }
                    other => panic!("{other:?} in {page}"),
                };
                blocks.push(format!("{quote}{kind} {}", std::mem::take(&mut text)));
            }
            other => panic!("{other:?} in {page}"),
        }
    }
    assert_eq!(text, "");
    blocks
}

/// The text with what does not show named, as a reader is to see it.
fn seen(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if is_unseen(c) && !is_direction_mark(c) && !matches!(c, '\n' | '\t') {
            out += &format!("<U+{:04X}>", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn on_one_line(text: &str) -> String {
    seen(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Paragraphs as they are to be read: the definition of white space in `escape`.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
        if line.trim().is_empty() {
            paragraphs.push(Vec::new());
            continue;
        }
        let words = line.trim_start_matches([' ', '\t']);
        let margin = line.strip_suffix(words).unwrap().replace('\t', "    ").replace(' ', "\u{a0}");
        let words = seen(words.trim_end_matches([' ', '\t'])).replace('\t', " ");
        if let Some(last) = paragraphs.last_mut() {
            last.push(margin + &words);
        }
    }
    paragraphs.iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

/// A page with the text in every kind of block is read back as exactly that.
fn check(text: &str) {
    let mut page = MarkdownPage::default();
    page.text(text);
    page.heading(3, text);
    page.quote(text);
    page.list([text, "end"]);
    page.text(text);
    page.table(&["head".into(), text.into()], &[vec![Cell::new(text), Cell { level: 1, text: text.into() }]]);
    page.quote(text);
    let page = page.finish();
    let (line, paragraphs) = (on_one_line(text), paragraphs(text));
    let many = |kind: &str| paragraphs.iter().map(move |p| format!("{kind} {p}")).collect::<Vec<_>>();
    let mut expected = many("p");
    expected.push(format!("# {line}"));
    expected.extend(many("> p"));
    expected.extend((!line.is_empty()).then(|| format!("- {line}")));
    expected.push("- end".into());
    expected.extend(many("p"));
    expected.extend(["| head".to_owned(), format!("| {line}"), format!("| {line}")]);
    expected.push(format!("| \u{a0}\u{a0}{line}"));
    expected.extend(many("> p"));
    for dialect in dialects() {
        assert_eq!(blocks(&page, dialect), expected, "\n{page}");
    }
    // The parser above makes no links of bare addresses; GitHub does.
    let low = page.to_lowercase().replace("\\://", "");
    assert!(!low.contains("://") && !low.contains("www."), "{page}");
}

#[test]
fn what_looks_like_markdown_is_read_as_typed() {
    for text in [
        "**“重要”**的",
        "~~可以~~",
        "~可以~",
        "这是**重要。**下一句",
        "_a_ __b__ a_b_c",
        "***",
        "* x",
        "`code` ``x``",
        "```\ncode\n```",
        "<script>alert(1)</script>",
        "<b>x</b>",
        "<!-- x -->",
        "<http://a.b>",
        "<a@b.c>",
        "[x](javascript:alert(1))",
        "[x][y]",
        "[x]: http://a.b",
        "![](http://a.b/c.png)",
        "[^1]",
        "[^1]: note",
        "[[wiki]]",
        "[ ] task",
        "- [x] task",
        "a | b\n--- | ---\n1 | 2",
        "|",
        "\\|",
        "a\\",
        "a\\\nb",
        "---",
        "- - -",
        "===",
        "title\n---",
        "title\n===",
        "---\ntitle: x\n---",
        "+++\nx\n+++",
        "1. x",
        "1) x",
        "10. x",
        "1.",
        "2019 年",
        "+ x",
        "- x",
        "-",
        "> x",
        ">x",
        "# x",
        "#x",
        "x #",
        "####### x",
        ": x",
        "term\n: x",
        "    code",
        "\tcode",
        "  a\n   b",
        "a  \nb",
        "a\tb",
        "&amp; &#39; &nbsp; R&D &x",
        "http://a.b https://a.b www.a.b WWW.a.b",
        "$x$ $$y$$",
        "^x^ H~2~O",
        "{#id .class}",
        "x {#id}",
        "{}",
        "> [!NOTE]\n> x",
        "a\u{1b}[31mb\u{7}",
        "\u{202e}abc\u{feff}",
        "a\r\nb\rc",
        "a\n\n\n\nb",
        "\n\na\n\n",
        "",
        " ",
        "\u{3000}\u{3000}第一",
        "\u{a0}x",
        "a\u{2028}b",
        "\u{0}",
        "@user #123 :smile:",
        "<details>",
        "</div>",
        "1\\. x",
        "\\* x",
        "！[x]",
        "“*”",
        "。**。**",
        "!",
        "![",
        "a\u{b}b\u{c}c",
        "(a) x\n(i) y",
        "\"quotes\" 'single' ... --",
        "\u{85}x",
        "x\u{85}\u{85}y",
        "*\u{3000}*",
        "0. x",
        "1234567890. x",
    ] {
        check(text);
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(
        "\\`*_{}[]<>()#+-.!|~&:=^$@\"'/%;,0123 \t\n\r\u{a0}\u{3000}\u{0}\u{202e}“”。，！（）《》·…—aZ一é\u{301}#;"
            .chars()
            .collect::<Vec<char>>(),
    );
    let word = prop::sample::select(vec![
        "http://",
        "www.",
        "\n\n",
        "\n    ",
        "```",
        "~~~",
        "---",
        "===",
        "1. ",
        "- ",
        "> ",
        "# ",
        "| ",
        "&amp;",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "[x](y)",
        "[^1]",
        ": ",
        "+++",
        "\\\n",
        "  \n",
        "**",
        "~~",
        "$$",
        "{#a}",
        "[!NOTE]",
        "---|---",
        "<?",
        "<![CDATA[",
        "重要",
        "javascript:",
    ]);
    let piece = prop_oneof![
        4 => mark.prop_map(|c| c.to_string()),
        2 => word.prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_as_typed(text in hostile()) {
        check(&text);
    }
}
