# Every sentence of the program, in English. This file is the source for all other languages.
# Ids: <place>-<what>. Values in braces come from the program. Text from files is made safe when it is shown.


## format: document files and what can be wrong with them
format-warning = Warning: { $problem }

format-more = { $n ->
    [one] One more problem is not shown.
   *[other] { $n } more problems are not shown.
}
format-more-hint = Correct these first.
format-empty-file = The file is empty.
format-empty-file-hint = A document file begins with format = 1 and a [masthead].
format-not-text = This is not a text file.
format-not-text-hint = Give a document file (.toml). A .docx or .pdf becomes one with “rapporteur import”.
format-too-large = The file is larger than { $megabytes } MiB.
format-too-large-hint = Split the document into the parts in which it was issued.
format-conflict = A merge left a conflict here.
format-conflict-hint = Keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.
format-key-twice = “{ $key }” is given twice.
format-key-twice-hint = Delete one of the two; a table that comes several times is written with two brackets each time: [[paragraph]].
format-unquoted = { $value } stands without quotes.
format-unquoted-hint = Text is written in quotes: "{ $value }".
format-unclosed-text = This text is not closed.
format-unclosed-text-hint = Close it with the quote that it begins with, on the same line; write \" for a quote inside it.
format-unclosed-lines = A text over several lines is not closed.
format-unclosed-lines-hint = Close it with the three quotes that it begins with.
format-escape = A \ stands before a character that it cannot stand before.
format-escape-hint = Write \\ for a \ in the text.
format-unclosed-bracket = A bracket is not closed.
format-unclosed-bracket-hint = Close it: [masthead], [[paragraph]], or a list ["…", "…"].
format-no-value = This line is neither key = value nor a table.
format-no-value-hint = Write key = "value"; a key with spaces or other than Latin letters needs quotes itself.
format-syntax = This is not valid TOML: { $message }.
format-syntax-hint = Each line is: key = "value", or a table in brackets, or a comment after #.

format-no-version = The file does not say which format it has.
format-no-version-hint = Put this on its first line: format = 1
format-no-such-version = There is no format { $format }.
format-newer = The file has format { $format }; this program knows formats up to { $known }.
format-newer-hint = Open it with a newer version of Rapporteur.
format-no-masthead = The file has no [masthead].
format-no-masthead-hint = Add [masthead] with at least symbol, language and title.
format-no-paragraphs = The document has no paragraphs.
format-no-paragraphs-hint = Add each paragraph as [[paragraph]] with number, section and text.

format-type-text = text
format-type-number = a whole number
format-type-flag = true or false
format-type-date = a date
format-type-list = a list
format-type-table = a table
format-wrong-type = “{ $key }” must be { $wanted }, but here it is { $found }.
format-quote-it = Put it in quotes: "{ $value }"
format-write-text = Write one text in quotes: { $key } = "…"
format-write-number = Write a whole number without quotes: { $key } = 1
format-write-flag = Write { $key } = true or { $key } = false, without quotes.
format-write-list = Write a list in square brackets: { $key } = ["…"]
format-want-table = “{ $key }” must be written once, as { $table }.
format-want-table-hint = Write { $table } on a line of its own, and its keys below it.
format-want-tables = “{ $key }” must be written as { $table }, with two brackets on each side.
format-want-tables-hint = Write { $table } on a line of its own before each one, and its keys below it.
format-unknown-key = { $table } has no key “{ $key }”.
format-unknown-table = A document file has no “{ $key }” outside its tables.
format-did-you-mean = Did you mean “{ $word }”?
format-known-words = Known here: { $words }.
format-missing-key = { $table } has no “{ $key }”.
format-missing-key-hint = Add a line below it: { $key } = …
format-empty-text = “{ $key }” is empty.
format-empty-text-hint = Write its words between the quotes, or delete the line if it may be absent.
format-unknown-word = “{ $word }” is not a word for “{ $key }”: it can be { $words }.
format-unknown-word-hint = Write one of these words.
format-level-range = A level is 1 to 9; { $number } is not.
format-level-range-hint = The outermost level is 1.
format-level-first = The first level is { $level }, not 1.
format-level-jump = Level { $level } stands below level { $above }: one is left out.
format-level-jump-hint = Make it { $most } or less, or add the heading that is missing.
format-hidden-character = “{ $key }” has a character that does not show, { $code }.
format-hidden-character-hint = Delete it, unless it is printed so; it is kept.
format-line-break = “{ $key }” goes over several lines.
format-line-break-hint = Write it on one line, unless it is printed so; sub-paragraphs are [[paragraph.subparagraph]].

format-language = “{ $language }” is not a language code.
format-language-hint = Write two or three small letters: ar, en, es, fr, ru, zh …
format-symbol-spaced = The symbol “{ $symbol }” begins or ends with a space.
format-symbol-spaced-hint = Delete the space.
format-symbol-hidden = The symbol “{ $symbol }” has a character that does not show, { $code }.
format-symbol-hidden-hint = Type the symbol again.
format-symbol-scripts = “{ $letter }” in the symbol “{ $symbol }” is not a Latin letter, though it looks like one ({ $code }).
format-symbol-scripts-hint = Type the symbol again with a Latin keyboard.
format-id-twice = Two { $table } have the id “{ $id }”; the first is on line { $line }.
format-id-twice-hint = Give one of them another id.
format-number-stop = The paragraph number “{ $number }” has a full stop.
format-number-stop-hint = Write it without: number = "{ $number }"
format-number-twice = Paragraph { $number } is there twice; the first is on line { $line }.
format-number-twice-hint = Numbers are unique within a document: correct one of them (18 bis, 18 ter …).
format-no-section = This paragraph stands in no section.
format-no-section-hint = Add a line below it: section = "…", with the id of a [[section]].
format-unknown-section = There is no section “{ $id }”.
format-define-section = Define it before the paragraphs: [[section]] with id = "{ $id }", title and level.
format-section-order = This paragraph stands in section “{ $id }”, but a paragraph before it stands in “{ $later }”, which comes later.
format-section-order-hint = Put the paragraphs in the order of the sections, or correct the section.
format-unknown-speaker = There is no speaker “{ $id }”.
format-define-speaker = Define the speaker: [[speaker]] with id = "{ $id }", name, role and kind.
format-speaker-twice = “{ $id }” is named twice in this paragraph.
format-speaker-twice-hint = Delete one of the two.

## export: the Markdown page of notes and statuses. Every sentence is escaped whole: no Markdown in here.
export-title = { $symbol } · { $title }
export-organ = Organ: { $value }
export-body = Body: { $value }
export-session = Session: { $value }
export-dates = Dates: { $value }
export-place = Place: { $value }
export-part = Part: { $value }
export-language = Language: { $value }
export-reviewers = { $n ->
    [one] Reviewer: { $names }
   *[other] Reviewers: { $names }
}
export-exported = Exported: { $day } { $clock }
export-drafts = { $n ->
    [one] One note is still a draft and is not in this export.
   *[other] { $n } notes are still drafts and are not in this export.
}
export-progress = Progress
export-progress-of = Progress: { $reviewer }
export-section = Section
export-reviewed = Reviewed
export-notes-column = Notes
export-all = Whole document
export-notes = Notes and statuses
export-nothing = Nothing has been noted, and no paragraph has a status.
export-strays = On paragraphs that this version does not have
export-paragraph = Paragraph { $number }
export-paragraph-in = { $paragraph } · { $heading }
export-status = Status: { $status }
export-status-of = Status: { $status } ({ $reviewer })
export-status-unreviewed = unreviewed
export-status-accept = accept
export-status-query = query
export-status-amend = amend
export-status-reserve = reserve
export-marked = Marked: { $word }
export-marked-of = Marked: { $word } ({ $reviewer })
export-recommendation-makes = makes a recommendation
export-recommendation-discusses = discusses recommendations
export-recommendation-none = has nothing to do with recommendations
export-note = { $kind } · { $reviewer } · { $day } { $clock } · { $settled }
export-kind-comment = Comment
export-kind-question = Question
export-kind-point = Talking point
export-kind-editorial = Editorial
export-open = open
export-settled = settled
export-other-language = The passage is from the language version “{ $language }”:
export-passage-check = The text has changed since: check that this is still the passage.
export-passage-gone = This passage is no longer in the text.
export-tags = Tags: { $tags }
