//! What is said of a command line that is nearly right, and of files that are no documents: run as a person runs it.

use crate::cli::{ENGLISH, version};
use crate::home::Home;

const SYMBOL: &str = "CAC/COSP/WG.4/2019/L.1/Add.1";

#[test]
fn the_error_names_what_was_probably_meant() {
    let home = Home::new();
    for (arguments, meant) in [
        (&["note", "add", "3", "text"][..], "“rapporteur note add --paragraph 3 text”"),
        (&["note", "add", "3"], "“rapporteur note add --paragraph 3 TEXT”"),
        (&["note", "3", "text"], "“rapporteur note add --paragraph 3 text”"),
        (&["shwo"], "“rapporteur show”"),
        (&["help"], "“rapporteur --help”"),
        (&["help", "note"], "“rapporteur note --help”"),
        (&["note", "help"], "“rapporteur note --help”"),
        (&["note", "ad"], "“rapporteur note add”"),
        (&["show", "18"], "“rapporteur show --paragraph 18”"),
        (&["show", "--jsno"], "“--json”"),
        (&["notes", "--paragraph", "3"], "“rapporteur show --paragraph”"),
        (&["note", "add", "—paragraph", "3", "x"], "“--paragraph”"),
        (&["show", "-json"], "“--json”"),
        (&["status", "set", "1", "acept"], "“accept”"),
        (&["status", "set", "accept", "1"], "“rapporteur status set 1 accept”"),
        (&["recover", "lost"], "“rapporteur recover show lost”"),
    ] {
        home.run(arguments).fails(2, &[meant]);
        let in_chinese: Vec<&str> = ["--language", "zh"].iter().chain(arguments).copied().collect();
        home.run(&in_chinese).fails(2, &[meant, "是否要用"]);
    }
    home.run(&["--language", "zh", "status", "set", "1", "存疑"]).fails(2, &["是否要用“query”"]);
    home.run(&["keys", "all"]).fails(2, &["rapporteur keys"]);
    home.run(&["recover", "restore", "nothing"]).fails(2, &["There is no item “nothing”."]);
    home.run(&["--language", "zh", "recover", "show", "nothing"]).fails(2, &["没有“nothing”这一项。"]);
    home.run(&["show", "CAC/COSP/WG.4/2019/L.1/Add.2"]).fails(3, &[&format!("“{SYMBOL}”")]);
    assert!(home.files("").is_empty(), "{:?}", home.files(""));
}

#[test]
fn a_file_that_is_no_document_is_called_what_it_is() {
    let home = Home::new();
    let word = b"PK\x03\x04\x14\0\x06\0 [Content_Types].xml word/document.xml".as_slice();
    let old_word: Vec<u8> = [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    let samples: [(&str, &[u8], &str, &str); 10] = [
        ("a.docx", word, "a Word document", "Word 文档"),
        ("a.toml", word, "a Word document", "Word 文档"),
        ("a.doc", &old_word, "a Word document of the old kind", "旧式 Word 文档"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF", "PDF 文件"),
        ("a.rtf", b"{\\rtf1\\ansi Dear}", "a rich text file", "富文本"),
        (
            "a.odt",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text\0\xff",
            "OpenDocument",
            "OpenDocument",
        ),
        ("a.zip", b"PK\x03\x04\0\xffx.txt", "an archive", "压缩文件"),
        ("a.md", "# Draft\n\nSome words.\n- one".as_bytes(), "a Markdown text", "Markdown"),
        ("a.txt", "联合国\n报告草稿".as_bytes(), "plain text", "纯文本"),
        ("gbk.txt", b"\xc1\xaa\xba\xcf\xb9\xfa\n", "not UTF-8 but in another encoding", "其他编码"),
    ];
    for (name, bytes, english, chinese) in samples {
        home.write(name, bytes);
        for arguments in [
            &["show", name][..],
            &["--document", name, "status"],
            &["--document", name, "note", "add", "--paragraph", "1", "x"],
            &[name],
        ] {
            home.run(arguments).fails(3, &[name, english]);
            let in_chinese: Vec<&str> = ["--language", "zh"].iter().chain(arguments).copied().collect();
            home.run(&in_chinese).fails(3, &[name, chinese]);
        }
        let checked = home.run(&["check", name]);
        assert!(checked.code == Some(1) && checked.out.contains(english), "{checked:?}");
        for said in [checked.out, home.run(&["show", name]).err] {
            let lower = said.to_lowercase();
            assert!(!lower.contains("as utf-8") && !lower.contains("import"), "{said}");
            assert!(lower.contains("toml"), "it says what can be done: {said}");
        }
    }
    home.write("folder/documents/a.toml", ENGLISH);
    home.run(&["folder"]).fails(3, &["is a folder", "rapporteur --workspace folder"]);
    home.run_with(&["note", "add", "--paragraph", "18"], word).fails(3, &["a Word document"]);
    assert!(home.reviews().is_empty());
}

#[test]
fn a_file_among_the_documents_that_is_none_is_told_unless_it_is_the_original_of_one() {
    let home = Home::new();
    home.write("w/documents/a.toml", ENGLISH);
    home.run(&["check", "w"]).says(&["0 reviews: no problems."]);
    let word = b"PK\x03\x04\x14\0\x06\0 word/document.xml";
    home.write("w/documents/A.docx", word);
    home.write("w/documents/README.md", "# What this is\n\nWords.");
    home.run(&["check", "w"]).says(&["0 reviews: no problems."]);
    home.write("w/documents/b.docx", word);
    let checked = home.run(&["check", "w"]);
    assert!(checked.code == Some(1) && checked.out.contains("b.docx is a Word document"), "{checked:?}");
    assert!(checked.out.contains("one warning"), "{checked:?}");
    let chinese = home.run(&["--language", "zh", "check", "w"]);
    assert!(chinese.out.contains("b.docx：Word 文档"), "{chinese:?}");
    home.run(&["--workspace", "w", "show"]).says(&["The Chair spoke."]);
}

#[test]
fn a_document_may_end_in_capital_letters() {
    let home = Home::new();
    home.write("w/documents/A.TOML", ENGLISH);
    home.run(&["--workspace", "w", "status"]).says(&["A/AC.1/L.1", "0/2"]);
    home.run(&["--workspace", "w", "show", "A/AC.1/L.1"]).says(&["The Chair spoke."]);
    home.run(&["check", "w"]).says(&["one document"]);
    home.run(&["show", "MISSING.TOML"]).fails(3, &["MISSING.TOML: it does not exist"]);
}

#[test]
fn the_status_of_several_documents_is_a_table() {
    let home = Home::new();
    home.write("w/documents/1.toml", version("A/AC.1/L.1", "en"));
    home.write("w/documents/1z.toml", version("A/AC.1/L.1", "zh"));
    home.write("w/documents/2.toml", version("A/AC.1/L.1/Add.1", "en"));
    let run = |arguments: &[&str]| home.run(&[&["--workspace", "w"], arguments].concat());
    run(&["--document", "A/AC.1/L.1/Add.1", "status", "set", "1", "accept"]).says(&[]);
    run(&["--document", "A/AC.1/L.1", "note", "add", "--paragraph", "1", "x"]).says(&[]);
    let table = "\
amara             Reviewed  accept  query  amend  reserve  Notes
A/AC.1/L.1             0/2       0      0      0        0      1
A/AC.1/L.1/Add.1       1/2       1      0      0        0      0
2 documents            1/4       1      0      0        0      1
";
    assert_eq!(run(&["status"]).out, table);
    assert_eq!(run(&["status", "A/AC.1/L.1/Add.1", "A/AC.1/L.1"]).out, table);
    run(&["--language", "zh", "status"]).says(&["共 2 份文件"]);
    let object = run(&["status", "--json"]).json();
    assert_eq!((&object["reviewer"], object["documents"].as_array().unwrap().len()), (&"amara".into(), 2));
    assert_eq!(object["documents"][1]["by_status"]["accept"], 1);
    run(&["status", "A/AC.1/L.1"]).says(&["0/2"]);
    run(&["status", "A/AC.1/L.1", "set", "1", "query"]).says(&["Paragraph 1: query"]);
    run(&["status", "A/AC.1/L.1", "A/AC.1/L.1/Add.1", "set", "1", "query"]).fails(2, &["one document"]);
    // One that is none is remarked, and the others are told.
    home.write("w/documents/3.toml", "format = 1\n");
    let ran = run(&["status"]);
    assert!(ran.code == Some(0) && ran.err.contains("3.toml") && ran.out.contains("2/4"), "{ran:?}");
}

#[test]
fn an_export_is_named_as_what_it_is_or_goes_to_standard_output() {
    let home = Home::new();
    home.run(&["status", "set", "18", "amend"]).says(&[]);
    let out = home.run(&["export"]);
    assert_eq!(home.run(&["export", "-o", "-"]).out.lines().next(), out.out.lines().next());
    for name in ["n.docx", "n.pdf", "n.html", "n.csv", "n.DOCX", "a.b/n.odt", "n.toml", "n.json", "n.xlsx"] {
        home.run(&["export", "-o", name]).fails(2, &[name, "is Markdown", "n.md"]);
        home.run(&["export", "--force", "-o", name]).fails(2, &[name]);
        home.run(&["--language", "zh", "export", "-o", name]).fails(2, &[name, "Markdown"]);
        assert!(!home.path(name).exists());
    }
    for name in ["n.md", "n.markdown", "n.txt", "notes", "L.1.Add.2"] {
        home.run(&["export", "-o", name]).says(&[name]);
    }
    assert!(!home.path("-").exists());
}

/// What `man` shows of a page, if there is a program that can: no line of it may be a macro that nobody knows.
fn page(home: &Home, arguments: &[&str]) -> String {
    let ran = home.run(&[&["man"], arguments].concat());
    // Name, section, an empty date, and of which program.
    let rest = format!(" 1 \" \" \"rapporteur {}\"", env!("CARGO_PKG_VERSION"));
    let title = ran.out.lines().find(|line| line.starts_with(".TH rapporteur"));
    assert!(title.is_some_and(|title| title.trim_end().ends_with(&rest)), "{arguments:?}: {title:?}");
    ran.out
}

#[test]
fn the_manual_has_a_page_for_every_command_and_tells_of_files_environment_and_search() {
    let home = Home::new();
    let main = page(&home, &[]);
    for part in [
        ".SH SEARCH",
        ".SH FILES",
        ".SH ENVIRONMENT",
        ".SH \"EXIT STATUS\"",
        "config.toml",
        "XDG\\_STATE",
        "reviews/DOCUMENT",
        "para:",
        "rapporteur\\-note",
        "Did you mean",
    ] {
        let plain = main.replace('\\', "");
        let part = part.replace('\\', "");
        assert_eq!(plain.contains(&part), part != "Did you mean", "{part} in {main}");
    }
    // Every variable that is read is told of.
    let source = crate::source::files();
    let (_, read) = source.iter().find(|(file, _)| file == "config/environment.rs").unwrap();
    let names = crate::source::code(read);
    let names = ["raw(\"", "text(\"", "path(\""].iter().flat_map(|call| names.split(call).skip(1));
    let names: Vec<&str> = names.filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() > 10);
    for name in names {
        assert!(main.replace('\\', "").contains(name), "{name} is not under ENVIRONMENT");
    }
    for (words, title, part) in [
        (&["note"][..], ".TH rapporteur-note 1", "rapporteur-note-add"),
        (&["note", "add"], ".TH rapporteur-note-add 1", "--quote"),
        (&["note-add"], ".TH rapporteur-note-add 1", "--quote"),
        (&["rapporteur-status-set"], ".TH rapporteur-status-set 1", "STATUS"),
        (&["search"], ".TH rapporteur-search 1", ".SH SEARCH"),
        (&["export"], ".TH rapporteur-export 1", "--force"),
    ] {
        let page = page(&home, words).replace('\\', "");
        assert!(page.contains(title) && page.contains(part), "{words:?}: {page}");
    }
    home.run(&["--language", "zh", "man"]).says(&["环境变量", "文件位置", "文件的格式"]);
    for page in [&["man"][..], &["man", "new"]] {
        let page = home.run(page);
        page.says(&["DOCUMENT FILES"]);
        for table in rapporteur::format::DOCUMENT_TABLES {
            for header in table.headers {
                assert!(page.out.contains(header), "{header}");
            }
            for key in table.keys.iter().filter(|key| !key.example.is_empty() && !table.headers.is_empty()) {
                assert!(page.out.contains(&format!("{} = ", key.name).replace('-', "\\-")), "{}", key.name);
            }
        }
    }
    home.run(&["man", "shwo"]).fails(2, &["“show”"]);
    home.run(&["man", "note", "ad"]).fails(2, &["“note add”"]);
}
