# Every sentence of the program, in English. This file is the source for all other languages.
# Ids: <place>-<what>. Values in braces come from the program. Text from files is made safe when it is shown.

## Between words: members of a list, words in brackets

list-between = { ", " }
bracketed = { $words } ({ $inside })

## The screen: tabs, head, About

tab-sections = Sections
tab-speakers = Speakers
tab-panelists = Panelists
tab-recommendations = Recommendations
tab-notes = Notes
head-progress = reviewed { $reviewed }/{ $total }
head-unofficial = { $language }, unofficial
head-filter = showing: { $what } (f)
too-small = Rapporteur needs a screen of { $width } columns and { $height } rows. q or Ctrl-c quits, Ctrl-z suspends.
too-small-box = Rapporteur needs a screen of { $width } columns and { $height } rows. The note still takes what you type; Esc saves it. Ctrl-c quits and keeps it as a draft, Ctrl-z suspends.
too-small-field = Rapporteur needs a screen of { $width } columns and { $height } rows. The line still takes what you type; Esc closes it. Ctrl-c quits, Ctrl-z suspends.
opening = Opening the document… q or Ctrl-c quits.
goto-typed = paragraph { $typed }

language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ru = Russian
language-zh = Chinese
language-mul = several languages

row-about = About this document
row-reviewer = { $reviewer }{ ": " }
row-draft = draft
row-stray = not in this version

about-title = About this document
about-symbol = Symbol
about-document = Document
about-organ = Organ
about-body = Body
about-session = Session
about-meeting = Meeting
about-date = Date
about-distribution = Distribution
about-job = Job number
about-language = Language
about-unofficial = Unofficial
about-original = { $language }
about-translated = { $language }, translated from { $original }
about-reviewer = You are
about-kept = Your notes are in
about-read-only = Read only
about-text = Text
about-decide = To be decided
about-key-move = move in the list; type a number to go to that paragraph
about-key-annotate = write a note on the paragraph or the selected passage
about-key-status = then a letter: accept, query, amend, reserve
about-key-search = search text, headings, speakers, notes
about-key-enter = read the text; press it again for a menu of what you can do
about-key-help = all keys; x exports, q quits. Everything is saved as you go.

## Words for roles, statuses, kinds

role-chair = chair
role-secretariat = secretariat
role-panelist = panelist
role-speaker = speaker
speaker-in-discussion = in discussion
speaker-inferred = inferred
status-unreviewed = unreviewed
status-accept = accept
status-query = query
status-amend = amend
status-reserve = reserve
# What a unit is called in the middle of a sentence, and at its beginning.
unit = { $label }
unit-first = Paragraph { $label }
unit-part = { $label }
unit-part-first = Sub-paragraph { $label }
unit-heading = the heading “{ $words }”
unit-heading-first = The heading “{ $words }”
unit-text = the text “{ $words }”
unit-text-first = The text “{ $words }”
unit-table = the table “{ $words }”
unit-table-first = The table “{ $words }”
unit-image = the picture “{ $words }”
unit-image-first = The picture “{ $words }”
# What a unit is called in a list or above what is said of it.
unit-is-text = Unnumbered
unit-is-table = Table
unit-is-image = Picture
unit-after = { $what }, after { $number }
unit-at-beginning = { $what }, at the beginning
unit-at-beginning-of = { $what }, at the beginning of { $series }
unit-called = { $what } “{ $label }”
unit-nth = { $unit } ({ $nth })
status-of-unit = { $label } { $status }
mark-whole-paragraphs = :mark is about whole paragraphs; Esc first.
status-of-whole = { $status } (of the whole paragraph)
facts-from = from { $names }
facts-to = to { $names }
facts-verb = verb: { $words }
facts-theme = theme: { $words }
facts-position = position: { $position }
facts-position-source = position: { $position } ({ $source })
heading-no-status = A heading has no status; J goes to the paragraph below it.
status-text-changed = { $status }, text changed since
status-text-changed-short = { $status }?
status-of = { $reviewer }: { $status }
status-table-title = Everyone's statuses ({ $count })
status-table-more = and { $count } more
status-table-nothing = This document has no numbered paragraphs: there are no statuses.
kind-comment = comment
kind-question = question
kind-point = point
kind-editorial = editorial
recommendation-makes = makes a recommendation
recommendation-discusses = discusses recommendations
recommendation-none = does not concern recommendations
note-is-settled = settled
note-is-open = open

notes-beside-none = No notes on what is shown; a writes one.
follow-nothing = No footnote hangs on this.
follow-no-way-back = Ctrl-o goes back from a footnote; g d goes to one.
group-named = { $name } ({ $count })
group-words = { $words }
group-unsaid = not said here
grouping-now = Grouped { $by }; b again groups otherwise.
grouping-word = by what is made here and what is discussed
grouping-section = by section
grouping-from = by who makes them
grouping-to = by addressee
grouping-theme = by theme
grouping-position = by the position of the State
grouping-status = by your status
position-supported = supported
position-noted = noted
position-pending = pending
group-makes = Made here ({ $count })
group-discusses = Discussed here ({ $count })
empty-makes = No paragraph makes a recommendation. Where you find one, use :mark on the paragraph to list it here.
empty-discusses = No paragraph is marked as discussing recommendations.
empty-discusses-unnumbered = The section “{ $heading }” has no numbered paragraphs to list here.
empty-speakers = The document file names no speakers.
empty-panelists = The document file marks no speaker as a panelist.
empty-notes = No notes yet. Go to a paragraph and press a to write one.
empty-filter = Nothing matches the filter. f changes it; Esc clears it.

## Moving about

place-back = Last here { $day } { $time }: { $unit }
move-last = This is the last paragraph.
move-first = This is the first paragraph.
move-all-reviewed = All other paragraphs have been reviewed.
move-no-notes = No other paragraph has notes. Press a to write one.
move-no-paragraph = There is no paragraph { $typed }; the last one is { $last }.
move-no-range = There are no paragraphs { $typed }; the last one is { $last }.
move-again = { $why } Esc, then another number.
move-refused = { $why } Nothing was done.
move-range-how = A range starts with a number, as in 1-15; s then sets the status of them all.
move-range-only = Only s can be used on a range: { $typed } s, then a status. Esc drops the range.
not-on-about = Go to a paragraph first: press j, or type its number.
passage-last = That was the last one. J goes to the next paragraph.
passage-first = That was the first one. K goes to the previous paragraph.
filter-gone = The filter is off: everything is shown.
filter-on = Showing: { $what } ({ $count } of { $of }). Esc or f x shows everything again.
filter-title = Show
filter-all = everything
filter-status = { $status }
filter-text-changed = text changed since
filter-kind = with a note: { $kind }
filter-tag = with #{ $tag }
filter-notes = with notes
filter-drafts = with drafts
filter-speaker = speaker: { $name }
filter-section = section: { $heading }
filter-by = notes or status by { $reviewer }
filter-field-tag = a tag …
filter-field-speaker = a speaker …
filter-field-section = a section …
filter-field-by = a reviewer …
filter-field-para = paragraphs (search para:)
filter-field-lang = a language (search lang:)

## Notes

box-paragraph = Note on { $unit }
box-passage = Note on the passage in { $unit }
box-edit = Editing a note on { $unit }
box-complete = Tab: { $tag }
note-first = Your first note, as { $reviewer }. Kept in { $where }
note-written = Note on { $unit } written.
note-apart = The note on { $unit } was changed elsewhere in the meantime; yours is now a separate note.
note-empty = Nothing was written, so no note was made.
note-empty-edit = The note is unchanged: a note cannot be empty. d deletes it.
note-unchanged = The note is unchanged.
note-left = Closed without a note.
note-discarded = The text was discarded.
note-deleted = Note deleted. u restores it.
note-settled = Note settled. c reopens it.
note-reopened = Note reopened.
note-none-here = There is no note here. Press a to write one.
note-which = Which note? ) steps through the sentences, then the notes.
note-not-yours = That note is { $reviewer }'s. You can change only your own.
draft-here = draft from an interruption: a resumes it
picture-here = picture, not shown
draft-resumed = Resuming the draft left by an interruption.
draft-not-kept = What you type is not being kept on disk: { $why } Save soon with Esc.
field-cut = No more than { $count } characters fit here: what came after them was left out.
paste-nowhere = Nothing to paste into here. a opens a note, / the search.
copied-passage = Passage sent to the clipboard ({ $count } characters).
copied-note = Note sent to the clipboard ({ $count } characters).
copied-paragraph = { $unit } sent to the clipboard ({ $count } characters).
ask-delete = Delete the note “{ $note }”?
ask-discard = Discard what you typed?
ask-overwrite = { $name } already exists. Overwrite it?
question-how = Press y or 1 for yes, n or 2 for no.
exported = Exported to { $name }
export-not = Nothing was exported.
export-exists = { $name } already exists. Press x again to be asked whether to overwrite it.

## Status

status-set = { $unit }: { $status }
status-set-range = Paragraphs { $first } to { $last }: { $status } ({ $count } changed)
accept-read-on = Read on: Space accepts once the whole paragraph has been on the screen.
ask-accept-over = { $unit } is marked “{ $status }”. Accept it instead?
marked = { $unit } is marked as making a recommendation.
unmarked = { $unit } is no longer marked as making a recommendation.
undo-nothing = Nothing to undo.
undo-done = Undone: { $what }
undo-changed-since = Not undone: another window or program has changed it since ({ $what }).
redo-nothing = Nothing to redo.
redo-done = Redone: { $what }
change-note-back = a note written
change-note-words = the text of a note
change-note-settled = a note settled or reopened
change-note-gone = a note deleted
change-status = paragraph { $number } { $status }
change-recommendation = the recommendation mark on { $number }
change-decided = a choice between two versions
change-many = { $count } changes at once
change-rejected = That note no longer exists: another program has changed the review.

## Searching

search-placeholder = search text, notes, speakers
search-what = Type to search text, headings, speakers and notes. Of several words, all must occur.
search-sign-phrase = this phrase
search-sign-exact = just as typed
search-sign-start = at the start
search-sign-end = at the end
search-sign-not = without it
search-field-status = your status
search-field-kind = kind of note
search-field-tag = tag of a note
search-field-speaker = who speaks
search-field-section = heading
search-field-by = note’s author
search-field-para = number, 3-7
search-field-lang = language
search-field-has = note, draft
search-waiting = Searching…
search-empty = No hits for “{ $query }” in text, headings, speakers and notes ({ $total } paragraphs).
search-empty-documents = No hits for “{ $query }” in text, headings, speakers and notes of { $documents } documents ({ $total } paragraphs).
search-unread = Files still being read: { $count }.
search-elsewhere = In another document. Enter opens it there; Esc then brings you back here.
search-not-there = { $symbol } is no longer in the list of documents.
search-back-in = Back in { $symbol }.
search-looser = Ctrl-l searches for “{ $query }” instead.
search-looser-none = A broader search finds nothing either.
search-no-looser = There is no broader search on offer: it is offered only when a search finds nothing.
search-no-field = There is no field “{ $name }:”; it was searched for as text. Fields: { $fields }
search-no-value = Nothing matches { $field }:{ $value }. { $values }
search-no-number = para: takes paragraph numbers, not “{ $value }”: para:3, para:18bis, para:3-7, para:9-
search-numbers = para: takes paragraph numbers: para:3, para:18bis, para:3-7, para:9-
search-values = { $field }: { $values }
search-values-all = { $values } (Tab completes)
search-values-more = { $values } … (Tab completes)
search-values-none = There are none here.
search-ways = { $at } of { $of }, Tab for the next: { $ways }
search-no-way = No field begins with “{ $typed }”. Fields: { $fields }
search-no-former = There are no earlier searches.
search-first-former = This is the oldest search kept.
search-last-former = This is the latest search. Ctrl-p recalls earlier ones.
search-sound = by pinyin ({ $count })
search-in-version = in { $languages } ({ $count })
search-loose = similar matches ({ $count })
search-count = { $strict } of { $total }
search-count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
search-count-headings =
    { $count ->
        [one] { $count } heading
       *[other] { $count } headings
    }
search-count-elsewhere = { $count } in { $language }
search-count-sound = { $count } by pinyin
search-count-loose = { $count } similar
search-hit = Hit { $at } of { $of } for “{ $query }”. n next, N previous, a annotates it.
search-hit-loose = Similar match { $at } of { $of } for “{ $query }”. n next, N previous, a annotates it.
search-hit-away = Hit { $at } of { $of } for “{ $query }”. n next, N previous, Esc back to the previous document.
search-wrapped = Continued from the other end: hit { $at } of { $of } for “{ $query }”.
search-wrapped-loose = Continued from the other end: similar match { $at } of { $of } for “{ $query }”.
search-of-all = { $count }
search-of-best = the best { $count }
search-no-hit = No hits for “{ $query }”.
search-none-yet = Nothing has been searched for yet. / searches.
hit-text = text
hit-heading = heading
hit-speaker = speaker
hit-note = note
hit-masthead = masthead

version-only = This document has no other language version here.
version-now = { $language }.
version-unofficial = { $language }: a working translation, not a United Nations document.
version-no-paragraph = The { $language } version has no paragraph { $number }.
text-changed = The text changed: { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}.
text-changed-around = The document changed; its paragraphs did not.
text-stale = This is the text as it was: its file has changed since. { $why }
text-stale-short = former text
text-readable = The file of the text can be read again; its text is the one shown.
text-other = { $path } holds another document now: { $symbol }, { $language }
note-passage-gone = passage gone
note-passage-check = passage: check
language-now = Interface language: English.
theme-now = Colors: { $theme }. To keep them: theme = "{ $theme }" in config.toml.

## Saving and leaving

saving-now = saving…
saving-done = Saved { $time }
saving-trouble = NOT SAVED: { $why }
saving-trouble-short = NOT SAVED
saving-file-trouble = WARNING: { $why }
saving-file-trouble-short = FILE UNUSABLE
saving-nothing = Nothing to save: every change is saved as you make it.
read-only = Read only: { $why }
quit-again = { $key } again quits. Everything is saved.
quit-again-only = { $key } again quits.
quit-again-saving = { $key } again quits as soon as everything is on disk.
mouse-ours = Rapporteur has the mouse again: click, drag, scroll.
mouse-terminals = The terminal has the mouse now: select and copy as usual. :mouse takes it back.
quit-how = { $key } quits. Everything is saved as you go.
quit-waiting = Waiting for the disk; trying again every few seconds.
ask-quit = Not everything is on disk yet. Quit anyway?
ask-quit-trouble = Not everything is on disk: { $why } Quit anyway? What you typed stays in the drafts folder.
open-unsaved = Not everything is on disk yet. Try again in a moment.
documents-title = Choose a document
documents-parts = { $count } parts

## Keys that do nothing, menus, help

key-unknown = { $key } does nothing here. { $help } shows the keys.
key-similar = { $typed } does nothing here. Did you mean { $key } ({ $does })?
key-similar-command = { $typed } does nothing here. Did you mean { $command }?
key-input-method = The input method is on: nothing was done. Press Enter, Esc or a single letter to make keys work again.
key-unlocked = Keys work again.
notice-both = { $first } ∙ { $second }
menu-title = What you can do here
palette-title = Commands
palette-none = No command matches. Esc closes the list.
palette-number = Enter goes to that paragraph.
open-first = Open a document first: { $key } opens the one that is picked.
palette-unknown = There is no command “{ $typed }”. : lists them.
help-title = Keys
help-nothing = No key has to do with that. Esc shows all keys again.
help-lines = { $first } to { $last } of { $of }
group-move = Moving around
group-passage = Selecting a passage
group-note = Writing notes
group-mark = Review status
group-find = Finding
group-program = The document and the program
group-writing = In the note box
group-choosing = In lists, questions and fields
scope-search = In the search bar
scope-palette = In the list of commands
scope-field = Wherever text is typed
scope-menu = In menus
scope-filter = In the filter menu
scope-question = In questions
scope-page = In help
scope-help-search = Searching help
scope-decide = Deciding
scope-table = In the table of statuses
scope-documents = In the list of documents
scope-settings = In the settings
scope-setting = Typing a setting
scope-small = While the window is too small, or a document is being opened

## The key table

key-down = one row down, in the list or the text
key-up = one row up
key-half-down = half a page down
key-half-up = half a page up
key-page-down = a page down
key-page-up = a page up
key-top = to the top
key-bottom = to the bottom
key-next-paragraph = next paragraph, from anywhere
key-next-paragraph-short = next paragraph
key-previous-paragraph = previous paragraph, from anywhere
key-previous-paragraph-short = previous paragraph
key-digit = go to that paragraph as you type it: 1 8 shows 18, 18b is 18 bis; a command typed next acts on it; Esc goes back
key-range = between two numbers, a range: 1-15, then s
key-next-tab = next tab
key-next-tab-short = next tab
key-previous-tab = previous tab
key-go = then a letter: go straight to a tab, or to the top
key-go-top = to the top
key-go-top-short = top
key-go-back = nothing after all
key-go-sections = Sections tab
key-go-sections-short = sections
key-go-speakers = Speakers tab
key-go-speakers-short = speakers
key-go-panelists = Panelists tab
key-go-panelists-short = panelists
key-go-recommendations = Recommendations tab
key-go-recommendations-short = recommendations
key-go-notes = Notes tab
key-go-notes-short = notes
key-right = to the text; unfold
key-left = back to the list; fold
key-enter-list = read the text
key-enter-list-short = read
key-enter-reader = menu of everything you can do here
key-enter-reader-short = menu
key-back = one step back
key-wide = text at full width, and back
key-wide-short = text at full width
key-next-sentence = select the next sentence; after the last one, the notes
key-next-sentence-short = select a sentence
key-previous-sentence = select the previous sentence or note
key-select = select by characters and words
key-select-short = select characters
key-char-right = one character right
key-char-right-short = extend
key-char-left = one character left
key-word-right = to the end of the word
key-word-right-short = word
key-word-left = to the beginning of the word
key-select-down = one row down
key-select-up = one row up
key-select-sentence-end = to the end of the sentence
key-select-sentence-start = to the beginning of the sentence
key-swap-ends = move the other end
key-swap-ends-short = other end
key-select-annotate = annotate the selection
key-select-annotate-short = annotate
key-select-copy = copy the selection
key-select-copy-short = copy
key-select-editor = annotate the selection, in your editor
key-select-end = keep the selection and stop extending it
key-select-end-short = done
key-annotate = write a note on the paragraph or the selected passage; resumes a draft left here
key-annotate-short = annotate
key-decide = decide on what was removed outside the program and on differing versions
key-decide-short = decide
key-edit = edit the selected note
key-edit-short = edit note
key-delete = delete the selected note (asks first; u restores it)
key-delete-short = delete note
key-settle = settle the selected note, or reopen it
key-settle-short = settle note
key-editor = write the note in $VISUAL or $EDITOR
key-editor-short = note in your editor
key-status = then a letter: set the review status
key-status-short = status
key-accept = accept
key-accept-short = accept
key-query = query: needs clarification
key-query-short = query
key-amend = amend: wording to be proposed
key-amend-short = amend
key-reserve = reserve: position reserved
key-reserve-short = reserve
key-clear = clear the status
key-clear-short = clear
key-status-back = nothing after all
key-accept-next = scroll on while there is unread text; then accept and go to the next unreviewed paragraph
key-accept-next-short = accept, next
key-undo = undo any change
key-undo-short = undo
key-redo = redo
key-redo-short = redo
key-search = search as you type
key-search-short = search
key-next-hit = next hit
key-next-hit-short = next hit
key-previous-hit = previous hit
key-previous-hit-short = previous hit
key-next-unreviewed = next unreviewed paragraph
key-next-unreviewed-short = next unreviewed
key-previous-unreviewed = previous unreviewed paragraph
key-previous-unreviewed-short = previous unreviewed
key-next-noted = next paragraph with notes
key-next-noted-short = next with notes
key-previous-noted = previous paragraph with notes
key-previous-noted-short = previous with notes
key-filter = show only some paragraphs: by status, kind, tag, with notes, with drafts
key-filter-short = filter
key-follow = to the footnote of the mark that is selected, or the first one here; again: the next
key-follow-short = footnote
key-follow-back = back from a footnote
key-follow-back-short = back from a footnote
key-group-by = in Recommendations: group by section, by whom, to whom, theme, position or status in turn
key-group-by-short = group recommendations
key-filter-all = all paragraphs again
key-filter-unreviewed = unreviewed
key-filter-accept = your status: accept
key-filter-query = your status: query
key-filter-amend = your status: amend
key-filter-reserve = your status: reserve
key-filter-text-changed = text changed since your status was set
key-filter-notes = with notes
key-filter-drafts = with drafts
key-filter-comment = with comments
key-filter-question = with questions
key-filter-point = with talking points
key-filter-editorial = with editorial notes
key-filter-tag = by a tag
key-filter-speaker = by a speaker
key-filter-section = by a section
key-filter-reviewer = by a reviewer
key-filter-number = by paragraph numbers, as a search
key-filter-language = by a language, as a search
key-version = next language version, at the same paragraph
key-version-short = next language version
key-export = export notes and statuses as Markdown into this folder
key-export-short = export
key-copy = copy the selected passage or note, else the paragraph (OSC 52)
key-copy-short = copy
key-palette = every command by name; :18 goes to 18 (from an annex :/18 to 18 of the main text), :10 (a) to that sub-paragraph, :q quits, :w confirms that all is saved, :mark marks a recommendation
key-palette-short = commands
key-help = all keys
key-help-short = help
key-quit = one step back; at the top, twice to quit
key-quit-short = quit
key-interrupt = show how to quit
key-suspend = back to the shell; fg returns
key-suspend-short = to the shell for now
key-mouse = hand the mouse to the terminal, or take it back
key-mouse-short = mouse to the terminal
key-redraw = redraw the screen
key-redraw-short = redraw the screen
key-mark = mark the paragraph as making a recommendation, or unmark it
key-mark-short = mark as making a recommendation
key-documents = the list of documents; :open and a name or a file opens it
key-documents-short = open another document
key-language = the interface in its next language; :language zh in that one
key-language-short = interface language: English, 中文
key-theme = another set of colors: :theme dark
key-theme-short = choose colors
key-settings = every setting: see it, change it; it is written to config.toml
key-settings-short = settings
key-about = about this document: masthead, where your notes are kept
key-about-short = about this document
key-saved = confirms that all is saved
key-saved-short = is everything saved?
key-save-note = save the note and leave the box
key-save-note-short = save
key-new-line = new line
key-new-line-short = new line
key-next-kind = next kind of note: comment, question, point, editorial; completes a #tag
key-next-kind-short = kind
key-discard = discard (asks first if there is text)
key-discard-short = discard
key-compose-editor = continue in $VISUAL or $EDITOR
key-compose-editor-short = editor
key-note-up = one row up
key-note-down = one row down
key-field-left = one character to the left
key-field-right = one character to the right
key-field-word-left = one word to the left
key-field-word-right = one word to the right
key-field-start = to the beginning of the line
key-field-end = to the end of the line
key-field-delete = delete the character before the cursor; in an empty field: leave it
key-field-delete-after = delete the character after the cursor
key-field-delete-word = delete the word before the cursor
key-field-delete-line = delete to the beginning of the line
key-field-undo = undo typing
key-field-redo = redo typing
key-search-take = go to the hit and keep it selected
key-search-take-short = go there
key-search-next = next hit
key-search-next-short = next
key-search-previous = previous hit
key-search-complete = complete a field or its value; again: the next one
key-search-complete-short = field
key-search-complete-back = the previous completion
key-search-former = earlier searches
key-search-former-short = earlier
key-search-later = later searches
key-search-loosen = if there are no hits: make the broader search that is offered
key-search-loosen-short = broader
key-search-page-down = next page of hits
key-search-page-up = previous page of hits
key-search-back = back to where you were
key-search-back-short = back
key-palette-take = run it
key-palette-take-short = run
key-palette-next = next command
key-palette-next-short = next
key-palette-previous = previous command
key-palette-back = close the list of commands
key-palette-back-short = back
key-menu-take = choose it; so does its letter
key-menu-take-short = choose
key-menu-digit = the row with that digit
key-menu-next = next row
key-menu-next-short = next
key-menu-previous = previous row
key-menu-back = close the menu
key-menu-back-short = back
key-yes = yes
key-yes-short = yes
key-no = no
key-no-short = no
key-decide-mine = restore what was removed; keep your own version
key-decide-mine-short = keep mine
key-decide-other = accept the removal; take the other version
key-decide-other-short = take other
key-decide-all-mine = restore everything and keep all your own versions
key-decide-all-mine-short = all mine
key-decide-all-other = accept every removal and take all the other versions
key-decide-all-other-short = all other
key-decide-go = go to the paragraph; the rest remains to be decided
key-decide-go-short = go
key-decide-next = next
key-decide-previous = previous
key-decide-top = first
key-decide-bottom = last
key-decide-back = later: decide nothing now
key-decide-back-short = later
key-status-table = everyone's statuses: a table of paragraphs by reviewer
key-status-table-short = everyone's statuses
key-table-next = next paragraph
key-table-next-short = next
key-table-previous = previous paragraph
key-table-page-down = one page down
key-table-page-up = one page up
key-table-top = first paragraph
key-table-bottom = last paragraph
key-table-take = go to the paragraph
key-table-take-short = go
key-table-back = back
key-table-back-short = back
key-documents-palette = a command by its name
key-documents-search = search all documents
key-documents-search-short = search
key-documents-next = next document
key-documents-next-short = next
key-documents-previous = previous document
key-documents-page-down = next page of documents
key-documents-page-up = previous page of documents
key-documents-top = first document
key-documents-bottom = last document
key-documents-digit = open the document with that number
key-documents-take = open it
key-documents-take-short = open
key-documents-back = back, or quit the program
key-documents-back-short = back
key-documents-help = shows the keys of this list
key-settings-next = next setting
key-settings-next-short = next
key-settings-previous = previous setting
key-settings-change = the next choice; or type the value
key-settings-change-short = change
key-settings-change-back = the previous choice
key-settings-default = take it out of the file: the default applies
key-settings-default-short = default
key-settings-top = first setting
key-settings-bottom = last setting
key-settings-back = back
key-settings-back-short = back
key-settings-help = shows the keys of this list
key-settings-help-short = help
key-setting-take = write it to the file; nothing typed: the default applies
key-setting-take-short = save
key-setting-back = leave it as it was
key-setting-back-short = leave it
key-small-quit = quit
key-documents-help-short = help
key-page-search = search the keys
key-page-search-short = search
key-help-search-take = read what was found
key-help-search-take-short = read
key-help-search-back = show all keys again
key-help-search-back-short = all keys
key-page-line-down = one line down
key-page-line-down-short = down
key-page-line-up = one line up
key-page-on = next page
key-page-on-short = page
key-page-back = previous page
key-page-top = to the beginning
key-page-bottom = to the end
key-page-close = close
key-page-close-short = close


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
format-not-text-hint = A document file is text in TOML. If this is one, delete the character; if not, put its text into one.
format-other = This is { $kind }, not a document file.
format-other-hint = A document file is TOML and begins with format = 1 and a [masthead]. Put the text into one: data/documents in the source of Rapporteur has a model.
other-docx = a Word document (.docx)
other-doc = a Word document of the old kind (.doc)
other-odt = an OpenDocument text (.odt)
other-rtf = a rich text file (.rtf)
other-pdf = a PDF
other-spreadsheet = a spreadsheet
other-slides = a presentation
other-locked = an office document that a password protects
other-office = an office document of the old kind
other-epub = an electronic book (EPUB)
other-archive = an archive (ZIP or the like)
other-picture = a picture
other-html = a web page (HTML)
other-xml = an XML file
other-json = a JSON file
other-markdown = a Markdown text
other-plain = plain text
other-utf16 = text in UTF-16
other-encoding = text that is not UTF-8 but in another encoding
other-binary = no text at all
format-too-large = The file is larger than { $megabytes } MiB.
format-too-large-hint = Split the document into the parts in which it was issued.
format-too-much = This file has more tables, values or lines than any document or review: the rest was not read.
format-too-much-hint = If it really is one, split it.
format-conflict = A merge left a conflict here.
format-conflict-hint = Keep one of the two versions, or both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.
format-key-twice = “{ $key }” is given twice.
format-key-twice-hint = Delete one of the two; a table that occurs more than once takes double brackets each time: [[paragraph]].
format-unquoted = { $value } is not in quotes.
format-unquoted-hint = Text must be in quotes: "{ $value }".
format-unclosed-text = This text is not closed.
format-unclosed-text-hint = Close it with the quote it begins with, on the same line; write \" for a quote inside it.
format-unclosed-lines = A text of several lines is not closed.
format-unclosed-lines-hint = Close it with the three quotes it begins with.
format-escape = A \ cannot be followed by this character.
format-escape-hint = Write \\ for a \ in the text.
format-unclosed-bracket = A bracket is not closed.
format-unclosed-bracket-hint = Close it: [masthead], [[paragraph]], or a list ["…", "…"].
format-no-value = This line is neither key = value nor a table.
format-no-value-hint = Write key = "value"; a key with spaces or with letters that are not Latin must be in quotes too.
format-syntax = This is not valid TOML: { $message }.
format-syntax-hint = Each line is key = "value", a table in brackets, or a comment after #.
format-number-too-large = This number is too large.
format-number-too-large-hint = Write a smaller one.

format-no-version = The file does not state its format.
format-no-version-hint = Make this its first line: format = 1
format-no-such-version = There is no format { $format }.
format-newer = The file is in format { $format }; this program reads formats up to { $known }.
format-newer-hint = Open it with a newer version of Rapporteur.
format-no-masthead = The file has no [masthead].
format-no-masthead-hint = Add [masthead] with at least symbol, language and title.
format-no-paragraphs = The document has no paragraphs.
format-no-paragraphs-hint = Add each paragraph as [[paragraph]] with its section, its number if it has one, and its text.

format-type-text = text
format-type-number = a whole number
format-type-count = a whole number, zero or more
format-type-negative = a negative number
format-type-fraction = a number with a fraction
format-type-flag = true or false
format-type-date = a date
format-type-local = a time without its offset from UTC
format-type-moment = a date and time with its offset from UTC
format-type-list = a list
format-type-texts = a list of texts
format-type-table = a table
format-wrong-type = “{ $key }” must be { $wanted }, but here it is { $found }.
format-quote-it = Put it in quotes: "{ $value }"
format-write-text = Write a single text in quotes: { $key } = "…"
format-write-number = Write a whole number without quotes: { $key } = 1
format-write-flag = Write { $key } = true or { $key } = false, without quotes.
format-write-moment = Write it without quotes: { $key } = 2026-11-23T14:05:10+01:00
format-write-list = Write a list in square brackets: { $key } = ["…"]
format-want-table = “{ $key }” must be written once, as { $table }.
format-want-table-hint = Write { $table } on a line of its own, with its keys below it.
format-want-tables = “{ $key }” must be written as { $table }, with two brackets on each side.
format-want-tables-hint = Write { $table } on a line of its own before each one, with its keys below it.
format-unknown-key = { $table } has no key “{ $key }”.
format-unknown-table = A document file takes no “{ $key }” outside its tables.
format-did-you-mean = Did you mean “{ $word }”?
format-known-words = Allowed here: { $words }.
format-missing-key = { $table } has no “{ $key }”.
format-missing-key-hint = Add a line below it: { $key } = …
format-no-key-in-file = The file has no “{ $key }”.
format-no-key-in-file-hint = Add a line at its beginning: { $key } = …
format-empty-text = “{ $key }” is empty.
format-empty-text-hint = Write the text between the quotes, or delete the line if it is optional.
format-unknown-word = “{ $word }” is not a value of “{ $key }”, which can be { $words }.
format-unknown-word-hint = Use one of these words.
format-no-word = “{ $key }” must be one of the words { $words }, but here it is { $found }.
format-no-word-hint = Write the word in quotes: { $key } = "{ $word }"
format-level-range = A level must be from 1 to 9, not { $number }.
format-level-range-hint = The outermost level is 1.
format-level-first = The first level is { $level }, not 1. The document can be used.
format-level-jump = Level { $level } comes directly below level { $above }, with no level between them. The document can be used.
format-level-jump-hint = Make it { $most } or less, or add the heading that is missing.
format-lookalike =
    { $count ->
        [one] “{ $key }” contains { $found } ({ $code }), which looks like { $meant } but is another character.
       *[other] “{ $key }” contains { $found } ({ $code }), which looks like { $meant } but is another character; there are { $count } such characters.
    }
format-lookalike-hint = Write { $meant }, unless the original has it; a search finds both.
format-hidden-character = “{ $key }” contains an invisible character, { $code }.
format-hidden-character-hint = Delete it, unless the original has it; it is kept as it is.
format-line-break = “{ $key }” runs over several lines.
format-line-break-hint = Write it on one line, unless the original is printed so; sub-paragraphs are [[paragraph.subparagraph]], and a table has rows = [["…", "…"]].

format-language = “{ $language }” is not a language code.
format-language-hint = Write two or three lower-case letters: ar, en, es, fr, ru, zh …
format-symbol-spaced = The symbol “{ $symbol }” begins or ends with a space.
format-symbol-spaced-hint = Delete the space.
format-symbol-hidden = The symbol “{ $symbol }” contains an invisible character, { $code }.
format-symbol-hidden-hint = Type the symbol again.
format-symbol-scripts = “{ $letter }” in the symbol “{ $symbol }” is not a Latin letter, though it looks like one ({ $code }).
format-symbol-scripts-hint = Type the symbol again on a Latin keyboard.
format-id-twice = Two { $table } tables have the id “{ $id }”; the first is on line { $line }.
format-id-twice-hint = Give one of them another id.
format-number-stop = The paragraph number “{ $number }” ends with a full stop.
format-number-stop-hint = Leave it out: number = "{ $number }"
format-number-twice = Paragraph { $number } occurs twice; the first is on line { $line }.
format-number-twice-hint = If the original prints it twice, nothing needs to be done: this one is “{ $label }”. If the numbers start again here, give the heading a series: series = "annex I"
format-number-order = Paragraph { $number } comes after { $before }.
format-number-order-hint = Correct the number or the order, unless the original is printed so.
format-number-hidden = The number of paragraph { $number } contains an invisible character, { $code }.
format-number-hidden-hint = Delete it. The paragraph is found without it.
format-empty-number-hint = Delete the line: a paragraph without a number needs none.
format-label-twice = The label “{ $label }” is given twice; the first is on line { $line }.
format-label-twice-hint = Give one of the two another label: notes and statuses are kept by it.
format-unknown-label = The document has no unit “{ $label }”.
format-unknown-parent = No paragraph before this one has the label “{ $label }”.
format-facts-twice = There are two [[recommendation]] tables for “{ $label }”.
format-facts-twice-hint = Put them into one.
format-no-symbol = The document has neither a symbol nor an id. Notes on it are kept under “{ $id }”, which is made from its title.
format-no-symbol-hint = Add a line below [masthead], so that notes are found again when the title changes: id = "{ $id }"
format-level-hint = Add a line below it: level = 1 for the outermost headings, up to 9 for the innermost.
format-missing-word-hint = Add a line below it: { $key } = … It can be { $words }.
format-want-emphasis = An entry of “emphasis” must be a table in braces.
format-want-emphasis-hint = Write: emphasis = [{"{"} style = "bold", start = 0, end = 25 {"}"}]
format-emphasis-range = The text has { $length ->
    [one] one character
   *[other] { $length } characters
}: nothing stands from { $start } up to { $end }.
format-emphasis-range-hint = Count the characters of this text from 0; “end” is the first that is not emphasized.
format-mark-range = The text has { $length ->
    [one] one character
   *[other] { $length } characters
}: no mark can stand after { $at }.
format-mark-range-hint = Count the characters of this text that stand before the mark.
format-empty-rows-hint = Write each row as a list of cells: rows = [["State", "2024"], ["Myanmar", "3"]]
format-not-beside = “{ $key }” cannot stand beside “{ $beside }”.
format-not-beside-hint = Put it into a paragraph of its own, before or after this one.
format-unknown-section = There is no section “{ $id }”.
format-define-section = Define it before the paragraphs: [[section]] with id = "{ $id }", title and level.
format-section-order = This paragraph is in section “{ $id }”, but an earlier one is in “{ $later }”, which comes later.
format-section-order-hint = Put the paragraphs in the order of their sections, or correct the section.
format-unknown-speaker = There is no speaker “{ $id }”.
format-define-speaker = Define the speaker: [[speaker]] with id = "{ $id }", name, role and kind.
format-speaker-twice = “{ $id }” is named twice in this paragraph.
format-speaker-twice-hint = Delete one of the two.

## document: the keys of a document file, for new files, the README and the manual page. Keys stay as the file has them.
document-file = The file itself, outside its tables.
document-file-format = The version of the format.
document-masthead = What stands above the text. Once.
document-masthead-symbol = The symbol as printed; of several, the first names the document.
document-masthead-id = In place of a symbol, where none is printed. Notes are kept under it: do not change it later.
document-masthead-organ = The organ whose document it is.
document-masthead-body = The body that met.
document-masthead-session = The session.
document-masthead-dates = Place and dates of the session, on one line as printed.
document-masthead-place = The place of the session.
document-masthead-agenda = The agenda item.
document-masthead-distribution = The distribution as printed.
document-masthead-date = The date of the document.
document-masthead-language = The language of this text, as a code of two or three letters; mul for several.
document-masthead-original = The language or languages of the original.
document-masthead-job = The job number at the foot of the first page.
document-masthead-barcode = The bar code, as digits.
document-masthead-title = The title.
document-masthead-kind = What kind of document it is.
document-masthead-procedure = How the body goes through it: a report, a report of the universal periodic review, or a resolution. Default: report.
document-masthead-rapporteur = The Rapporteur, as printed.
document-masthead-part = Which part of a report it is.
document-masthead-unofficial = What this text is, in a sentence, if it is not as issued.
document-section = A heading, in the order of the document. Each one has a table.
document-section-id = A short name by which paragraphs refer to it; notes on the heading are kept under it.
document-section-number = The number as printed.
document-section-title = The words of the heading.
document-section-level = 1 for the outermost headings.
document-section-series = The name of a series of numbers that begins anew here: an annex, a decision. Also for what stands below it.
document-speaker = Someone who speaks in the document.
document-speaker-id = A short name by which paragraphs refer to the speaker.
document-speaker-name = The name in the language of the document.
document-speaker-english = The name in English.
document-speaker-acronym = The acronym.
document-speaker-role = In what function the speaker spoke.
document-speaker-kind = What the speaker is.
document-speaker-panelist = Whether the Panelists tab shows the speaker. Default: true for the role panelist.
document-speaker-context = Of a panelist: on the panel, or in the discussion after it. Default: panel.
document-paragraph = A paragraph, a table or a picture, in the order of the document. It has text, rows or image.
document-paragraph-number = The number as printed, without a full stop. Leave it out where none is printed.
document-paragraph-label = The address under which notes are kept. Default: the number, after the name of its series.
document-paragraph-series = The series of its number. Default: that of its section.
document-paragraph-parent = The label of an earlier paragraph below which this one hangs.
document-paragraph-section = The id of its section.
document-paragraph-speakers = Who speaks in it; with basis = "inferred" where the text does not name them.
document-paragraph-recommendation = Whether it makes a recommendation or discusses some. Default: none.
document-paragraph-text = Its words, on one line. May be empty before sub-paragraphs.
document-paragraph-image = In place of text: the caption of a picture.
document-paragraph-caption = Of a table: what stands above it.
document-paragraph-header-rows = Of a table: how many rows are its head. Default: 1.
document-paragraph-rows = In place of text: the rows of a table.
document-paragraph-emphasis = What stands out in the text; it can be given more than once.
document-emphasis-style = How it is set.
document-emphasis-start = How many characters of the text stand before it.
document-emphasis-end = How many characters of the text there are up to its end.
document-attribution-id = The id of the speaker.
document-attribution-basis = Whether the text names the speaker. Default: named.
document-subparagraph = A sub-paragraph, below its paragraph.
document-subparagraph-label = As printed. Leave it out for words that go on after the last sub-paragraph.
document-subparagraph-level = 1 for (a), 2 for (i). Default: 1.
document-subparagraph-text = Its words, without the label.
document-footnote = A footnote on what stands above it in the file.
document-footnote-mark = The mark, as printed.
document-footnote-text = The words of the footnote.
document-footnote-at = How many characters of the text stand before the mark. Default: where the text itself has the mark.
document-footnote-in-text = Whether the text itself has the mark at that place. Default: false.
document-recommendation = What the document says of a recommendation.
document-recommendation-label = The label of the paragraph or sub-paragraph that is the recommendation.
document-recommendation-from = Who makes it.
document-recommendation-to = To whom it is addressed.
document-recommendation-verb = The verb with which it begins.
document-recommendation-theme = What it is about.
document-recommendation-position = The answer of the State under review.
document-recommendation-source = Where that answer stands.
document-a-text = text
document-a-text-or-texts = text, or a list of texts
document-a-word = { $words }
document-a-version = 1
document-a-level = a whole number from 1 to 9
document-a-count = a whole number, zero or more
document-a-flag = true or false
document-a-rows = a list of rows, each a list of texts
document-a-names = a list of ids, or of tables in braces with { $keys }
document-a-items = a list of tables in braces with { $keys }
document-a-key = { $key }
document-a-table = a table
document-a-tables = tables, any number of them
document-heading = DOCUMENT FILES
document-required = { $about } Required.
document-told = { $about } ({ $allowed })
document-about = A document is a TOML file that begins with format = 1. rapporteur new SYMBOL writes one to fill in; rapporteur check FILE tells what is wrong in it. All text is in quotes; numbers of characters begin at 0.
document-key = Key
document-is = What it is
document-may = What it can be
document-example = Example
document-new = A document file for Rapporteur. Replace the examples by the words of the document, and delete what it does not have.
document-new-check = A line that begins with # says what the next key is; remove the # before a key to use it. When done: rapporteur check FILE
document-new-annex = An annex: its paragraphs are numbered from 1 again and form a series of their own.
document-new-going-on = Words that go on after the last sub-paragraph.
document-new-unnumbered = A paragraph without a number.
document-new-cells = A table.
document-new-restarted = Paragraph 1 of the annex: its label is “annex I/1”.
document-new-word-title = Title of the document
document-new-word-heading = Introduction
document-new-word-annex = Annex I
document-new-word-chair = The Chair
document-new-word-text = The Working Group decided:
document-new-word-first = To meet again;
document-new-word-second = To invite observers;
document-new-word-going-on = and adjourned.
document-new-word-unnumbered = The meeting rose at 6 p.m.
document-new-word-caption = Table 1. Number of meetings
document-new-word-year = Year
document-new-word-meetings = Meetings
document-new-word-restarted = The annex begins with paragraph 1.
document-new-word-footnote = Words of the footnote.
document-new-word-who = the Working Group
document-new-word-whom = States
document-new-word-verb = decides
document-new-word-theme = meetings

## export: the Markdown page of notes and statuses. Every sentence is escaped whole: no Markdown in here.
export-title = { $symbol } · { $title }
export-organ = Organ: { $value }
export-body = Body: { $value }
export-session = Session: { $value }
export-dates = Dates: { $value }
export-place = Place: { $value }
export-part = Part: { $value }
export-agenda-item = Agenda item: { $value }
export-rapporteur = Rapporteur: { $value }
export-of-part = { $label } · { $said }
export-language = Language: { $value }
export-reviewers = { $n ->
    [one] Reviewer: { $names }
   *[other] Reviewers: { $names }
}
export-undecided = Undecided: { $what }
other-text = other { $field } ({ $from }):
other-value = other { $field }: { $value } ({ $from })
field-body = text
field-kind = kind
field-settled = state
field-deleted = state
field-paragraph = paragraph
field-anchor = passage
field-status = status
field-recommendation = recommendation mark
value-text = { $text }
value-empty = no text
value-whole-paragraph = the whole paragraph
value-deleted = deleted
value-kept = not deleted
value-as-document = as in the document
whence-time = { $day } { $time }
whence-side = { $name }, { $day } { $time }
whence-unknown = elsewhere
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
export-nothing = There are no notes, and no paragraph has a status.
export-strays = On paragraphs that this version does not contain
export-paragraph = Paragraph { $number }
export-paragraph-in = { $paragraph } · { $heading }
export-status = Status: { $status }
export-status-of = Status: { $status } ({ $reviewer })
export-run = { $numbers }: { $status }
export-run-of = { $numbers }: { $status } ({ $reviewer })
export-marked = Marked: { $word }
export-marked-of = Marked: { $word } ({ $reviewer })
export-note = { $kind } · { $reviewer } · { $day } { $clock } · { $settled }
export-other-language = The passage is from the language version “{ $language }”:
export-passage-check = The text has changed since: check that this is still the passage.
export-passage-gone = This passage is no longer in the text.
export-tags = Tags: { $tags }

## format: review files

review-anchor-backwards = This passage ends before it begins.
review-anchor-backwards-hint = “end” must not be smaller than “start”.
review-entry-twice = The file already has { $table } “{ $name }”. Combine the two, or give one of them another name.
review-problem-hint = Nothing in this file is shown, and nothing is written to it, until it can be read. { $hint }
review-sides-hint = Nothing is lost by opening it: the program reads both sides.
review-two-sides = Both sides of a merge are here, and both are read: where they differ, you decide, and the next change writes them as one.
review-unreadable = The file cannot be understood.
review-unreadable-hint = Compare it with a copy from backups, or look for a slip in it.

## store: files

store-busy = Another Rapporteur is saving and has locked { $path }. Wait a moment; if none is running, try again
store-cannot-confirm = { $path } has been written, but the system could not confirm that it would survive a power cut: { $reason }
store-cannot-lock = Cannot lock { $path }: { $reason }
store-cannot-make-folder = Cannot create the folder { $path }: { $reason }
store-cannot-read = Cannot read { $path }: { $reason }
store-cannot-remove = Cannot remove { $path }: { $reason }
store-cannot-write = Cannot write { $path }: { $reason }. What was there before is unchanged
store-dangling-link = { $path } is a link to a file that does not exist. Remove the link, or create the file
store-journal-line = The journal { $path } cannot record this change: { $reason }. This is a fault in the program; please report it
store-draft-damaged = The draft { $path } cannot be understood: { $reason }. It has been left as it is; its text can be read in an editor
store-exists = { $path } already exists. Choose another name, or use --force to replace it
store-network = { $path } appears to be on another computer ({ $kind }). Two people must not save the same review at the same time: locks may not work there
store-no-document = { $path } is { $kind } and is left out: documents are TOML files. rapporteur check { $path } says what to do
store-no-backup = { $path } was not written: it could not be backed up first. { $why }
store-not-a-file = { $path } is not a regular file. Give the path of a file
store-not-as-meant = { $path } was not written: the new text, when read back, was not what was intended. What was there before is unchanged; please report this fault
store-not-text = { $path }, line { $line }, column { $column }: this is not UTF-8 text. Correct it there; or, if all of the file is in another encoding, convert it, for example with iconv -f GB18030 -t UTF-8
store-other-format = { $path } is { $kind }, and not the TOML file that belongs there
store-other-review = { $path } holds the notes of { $reviewer } on { $symbol }, which do not belong under that file name. Rename the file or move it away
store-review-broken = { $path }, line { $line }, column { $column }: { $problem } { $hint }
store-review-foreign = The review { $path } belongs to someone else. Saving replaces it with a file of your own
store-review-linked = The review { $path } has other names (hard links). Saving separates it from them: they keep the old text
store-too-large = { $path } is too large: at most { $limit } MiB are read and written. Split it
store-why-file-too-large = the file would be larger than the system allows
store-why-folder = it is a folder
store-why-full = the disk is full; make room on it
store-why-name = the system does not allow such a name
store-why-not-folder = part of the path is a file, not a folder
store-why-not-found = it does not exist
store-why-other = { $reason }
store-why-permission = permission denied. To allow it: { $command }
store-why-foreign = permission denied, and { $path } belongs to someone else: only its owner can allow it
store-why-quota = your disk quota is used up; make room
store-why-read-only = the file system is read-only
store-workspace-foreign = The folder { $path } belongs to someone else. Use it only if you trust them
store-workspace-open = Anyone on this computer can write to the folder { $path }. Restrict it, for example with chmod o-w
store-write-protected = { $path } is write-protected. To allow it: { $command }

## check: a whole workspace (store)

check-anchor-gone = the passage “{ $passage }” is no longer in paragraph { $number } ({ $language })
check-anchor-gone-hint = The note is shown on the whole paragraph. Check that it still applies.
check-anchor-moved = the passage “{ $passage }” is not where it was in paragraph { $number } ({ $language }) when the note was written
check-anchor-moved-hint = The text around it has changed. Check that the note still fits.
check-document-twice = { $other } also holds { $symbol } in the language “{ $language }”.
check-document-twice-hint = Only one of the two is shown. Move one away, or correct its symbol or its language.
check-folder-others-write = others on this computer can write to this folder.
check-folder-others-write-hint = They could replace your files with others. Restrict it, for example with chmod go-w.
check-found = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings.
    [one] one warning.
   *[other] { $warnings } warnings.
}
check-good = no problems.
check-left = a program that was stopped left this file behind.
check-left-hint = Nothing in it is needed. It is removed when a document of this workspace is opened.
check-linked = this review has other names (hard links).
check-linked-hint = Saving separates it from them: they keep the old text. Remove the other names.
check-no-paragraph = no version of { $symbol } has a paragraph “{ $number }”.
check-no-paragraph-hint = This is not shown anywhere. Correct the number; the paragraphs are { $first } to { $last }.
check-no-paragraphs-hint = This is not shown anywhere. The document has no paragraphs.
check-no-review = this is not read as a review: its name is not a reviewer's, or it is not in a document's folder.
check-no-review-hint = If it is a rescue copy, take what is missing from it, then move it away.
check-note-twice = the note id “{ $id }” is also used in { $other }.
check-note-twice-hint = An id belongs to one note only, for good. Give one of the two another id.
check-others-read = others on this computer can read this review.
check-others-read-hint = If it is confidential, restrict it, for example with chmod go-r.
check-others-write = others on this computer can change this review.
check-others-write-hint = They could change your notes. Restrict it, for example with chmod go-w.
check-outside = this is a link to somewhere outside the workspace, { $target }.
check-outside-hint = Only the link is shared or copied with the workspace. If that is not what you want, put the file itself here.
check-review-misplaced = this is the review of { $symbol } by { $reviewer }, which does not belong under this name.
check-review-misplaced-hint = It is not read here. Rename it to { $path }, or move it away.
check-review-no-document = no document of this workspace has the symbol { $symbol }.
check-review-no-document-hint = Nothing in this review is shown. Put the document into documents/, or correct the symbol.
check-summary = { $path }: { $documents ->
    [one] one document
   *[other] { $documents } documents
} and { $reviews ->
    [one] one review
   *[other] { $reviews } reviews
}: { $found }
check-undecided = two versions of "{ $field }" have been kept, and no one has decided between them.
check-undecided-hint = Open the document and choose; or keep one value in the file and remove the conflict table.
check-unread = { $found } In addition, { $count ->
    [one] one file could not be read.
   *[other] { $count } files could not be read.
}
check-unwritable-hint = Your notes on this document cannot be saved until this is put right.

## config: settings

config-a-language = one of these languages: { $languages }
config-a-choice = one of these words: { $words }
config-a-number = a whole number from { $least } to { $most }
config-a-path = an absolute path, or one that begins with ~/
config-a-text = a non-empty text in quotes
config-a-truth = true or false
config-at = { $path }, line { $line }: { $problem }
config-cannot-read = Defaults are used instead of the settings: { $why }
config-more = { $count } further problems with the settings
config-not-toml = { $path }, line { $line }: this is not valid TOML: { $reason }. Defaults are used
config-several = { $first } (and { $more } more: rapporteur check)
config-unknown = there is no setting "{ $key }". The settings are: { $known }
config-unknown-near = there is no setting "{ $key }". Did you mean “{ $near }”?
config-wrong = "{ $key }" must be { $expected }, and is { $written }. The default is used
keys-committed = "{ $key }" comes from an input method, or stands for another key: take a key of the keyboard.
keys-digits = digits are numbers here, and cannot be given another meaning.
keys-elsewhere = "{ $action }" belongs in [keys.{ $other }].
keys-fixed = { $key } leads out wherever you are, and cannot be given another meaning.
keys-last = { $key } is the last key of "{ $action }" ({ $does }): give that another key as well.
keys-no-action = there is no action "{ $action }". rapporteur keys --config lists them.
keys-no-action-near = there is no action "{ $action }". Did you mean “{ $near }”?
keys-no-key = there is no key "{ $key }". Write keys like these: "j", "J", "ctrl-j", "alt-j", "enter", "pgdn", "f2".
keys-no-place = there is no place “{ $place }” for keys. The places are: { $places }
keys-no-place-near = there is no place “{ $place }” for keys. Did you mean “{ $near }”?
keys-no-table = keys are written as a table: [keys.browse], and rows such as "ctrl-j" = "next-paragraph".
keys-no-text = { $key } must name an action in quotes, or "none".
keys-nothing = { $key } has no meaning in [keys.{ $scope }] that could be taken away.
keys-refused = { $why } This row is ignored.
keys-same = a terminal sends { $other } for { $key }: give { $other } the meaning.
keys-twice = { $key } is given twice in [keys.{ $scope }].
keys-typed = { $key } is text in [keys.{ $scope }]: take a key with ctrl or alt.
setting-a-text = any text that is not empty
setting-ambiguous-width = columns that the terminal gives to characters of ambiguous width, such as “ and ①: one (narrow) or two (wide)
setting-at-once = A change applies at once.
setting-by-default = default
setting-by-environment = from the environment
setting-by-file = config.toml, line { $line }
setting-by-option = { $option }, for this run
setting-default = { $setting }: { $value }, as nothing is set in config.toml.
setting-kept = { $setting }: { $value }. Written to config.toml.
setting-kept-later = { $setting }: { $value } from the next start on. config.toml is written.
setting-kept-option = config.toml is written; this run keeps what { $option } says.
setting-language = language of the program: en English, zh 中文
setting-measure = most columns of the text; longer lines are tiring to read
setting-mouse = click, drag and scroll in the program; false leaves the mouse to the terminal
setting-next-start = A change applies from the next start on.
setting-refused = { $setting } must be { $expected }. Nothing was changed.
setting-reviewer = whose notes these are: the name under which they are kept
setting-theme = colors: auto takes the sixteen colors of the terminal, none uses no color
setting-workspace = folder with documents/ and reviews/ that is opened when none is named
settings-no-home = There is no home folder, so there is no place for config.toml. Nothing was changed.
settings-not-toml = { $path }, line { $line }: this is not valid TOML: { $reason }. Nothing was written: put that right first.
settings-not-written = Nothing was changed: { $why }
settings-title = Settings
## Documents, saving, the editor (runtime)

library-problem = { $name }:{ $line }:{ $column }: { $problem } (rapporteur check shows { $count ->
    [one] it
   *[other] all { $count } problems
})
library-unreadable = { $name } cannot be read as a document. rapporteur check says why.
library-unknown = There is no file “{ $name }”, and no document in { $workspace } has that symbol. Give a file, or a symbol as printed.
library-near = { $unknown } Did you mean “{ $near }”?
library-folder = { $path } is a folder, not a document. To open the documents in it: rapporteur --workspace { $path }
library-other = { $name } is { $kind }. Rapporteur opens document files in TOML and cannot convert other files yet: put the text into such a file (data/documents in the source of Rapporteur has a model); rapporteur check tells what is still wrong with it.
draft-left = { $count ->
    [one] A draft was left by an interruption, on paragraph { $numbers }: press a there to resume it.
   *[other] { $count } drafts were left by an interruption, on paragraphs { $numbers }: press a there to resume them.
}
save-left = Work that could not be saved in an earlier session is kept in { $path }: read it, take what you need, then delete it.
decide-title = To be decided: { $number } of { $count }
decide-gone = { $count ->
    [one] One entry removed outside: ! to decide
   *[other] { $count } entries removed outside: ! to decide
}
decide-differ = { $count ->
    [one] One entry has two versions: ! to decide
   *[other] { $count } entries have two versions: ! to decide
}
decide-reverted = { $count ->
    [one] One entry reverted outside: ! to decide
   *[other] { $count } entries reverted outside: ! to decide
}
decide-several = { $what }: ! to decide
decide-part-gone = { $count } removed outside
decide-part-reverted = { $count } reverted outside
decide-part-differ = { $count } with two versions
decide-note = { $number } ∙ note ({ $kind }) ∙ { $what }
decide-mark = { $number } ∙ status ∙ { $what }
decide-vanished = removed outside Rapporteur
decide-went-back = reverted to an earlier state
decide-between-note = { $number } ∙ note ({ $kind }) ∙ { $field }: two versions ∙ { $from }
decide-between-mark = { $number } ∙ { $field }: two versions ∙ { $from }
decide-mine = mine
decide-other = other
decide-was = was
decide-now = now
decide-nothing-there = not there
decide-nothing = There is nothing to decide: nothing was removed or reverted outside, and no versions differ.
decide-later = Not decided: it stays as it is, and you will be reminded until you decide. ! opens it again.
decide-not-here = This version of the document has no paragraph { $number }.
decide-kept = { $count ->
    [one] Your version stands. u undoes this.
   *[other] Your versions stand, { $count } in all. u undoes this.
}
decide-taken = { $count ->
    [one] The other version is taken. u undoes this.
   *[other] The other versions are taken, { $count } in all. u undoes this.
}
save-busy = another Rapporteur is saving this review. Trying again every second.
save-set-aside = { $count ->
    [one] One change could not be saved and was put aside: its words, if it has any, are a draft, and rapporteur recover lists what it did.
   *[other] { $count } changes could not be saved and were put aside: their words, if they have any, are drafts, and rapporteur recover lists what they did.
} { $why }
save-refused = { $count ->
    [one] One of your changes concerns a note that another program has removed.
   *[other] { $count } of your changes concern notes that another program has removed.
}
save-conflicts = { $count ->
    [one] One field was also changed elsewhere: your version stands, the other is kept in the file.
   *[other] { $count } fields were also changed elsewhere: your versions stand, the others are kept in the file.
}
save-no-backup = Saved, but without a backup of the previous state: { $why }
save-two-sides = The review file held both sides of a merge. Both were read; { $count ->
    [0] nothing is left to decide.
    [one] one difference is for you to decide.
   *[other] { $count } differences are for you to decide.
}
save-lost = Removed outside Rapporteur: { $gone }. In the program, ! restores what is gone or accepts the removal; rapporteur recover restore lost restores it too.
save-reverted = Reverted outside Rapporteur to an earlier state: { $reverted }. In the program, ! restores your version or accepts the earlier one; rapporteur recover restore lost restores yours too.
save-lost-and-reverted = Removed outside Rapporteur: { $gone }; reverted to an earlier state: { $reverted }. In the program, ! restores your versions or accepts what happened; rapporteur recover restore lost restores them too.
lost-notes = { $count ->
    [one] one note
   *[other] { $count } notes
}
lost-statuses = { $count ->
    [one] one status
   *[other] { $count } statuses
}
lost-notes-and-statuses = { $notes }, { $statuses }
save-in-journal = { $why }. Your changes are kept in the journal and will be saved as soon as possible.
save-rescued = { $why }. Your changes are kept in { $path }; rapporteur recover helps.
save-nowhere = { $why }. The journal cannot be written either: { $journal }. Keep this window open until it says Saved.
save-file-unusable = { $why }. It has been left as it is. The screen shows what was last known; your changes are kept beside the file. rapporteur recover can restore an earlier state.
journal-not-kept = Saved, but the journal cannot be written, so undo will not work after a restart: { $why }
journal-not-read = The journal cannot be read: { $why }
journal-damaged = The journal { $path } cannot be understood in { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}, perhaps after a power cut. Undo and recover lack what stood there; the review file is not affected. If a note is missing, its words may still be legible in that place (open it with less). Otherwise nothing has to be done
journal-arrived = { $count ->
    [one] One change had not reached the review when the program last ended. It is saved now.
   *[other] { $count } changes had not reached the review when the program last ended. They are saved now.
}
quit-not-saved = Not everything is on disk yet; saving is being tried again. Pressing q twice quits once it is done.
editor-below = The lines from the dashes on are for you to read and are left out. Whatever else you write, above or below them, becomes the note. The passage it is about:
editor-not-set = Neither $VISUAL nor $EDITOR is set: continue here, or set one (export EDITOR=vim).
editor-not-started = Your editor ({ $command }) could not be started: { $reason }. Your text is here.
editor-failed = Your editor ({ $command }) ended with an error: { $how }. Your text is here.
editor-beside = { $why } What the editor wrote is a draft beside it: once this box is closed, a resumes it.
editor-and-file = { $why } { $file }
editor-emptied = Your editor left the text empty. Here it is as it was: Ctrl-c discards it.
editor-removed = Your editor removed its file. Your text is here as it was.
editor-at-once = Your editor ended at once and changed nothing. If it opens a window of its own, it needs an option to wait (export VISUAL="code --wait"). What it still writes becomes a draft.
editor-large = What your editor wrote has more than 1 MiB, which no note may have. It is kept in { $path }
editor-unreadable = What your editor wrote cannot be read: { $why } It is left as it is in { $path }
editor-stray = A file that an editor left behind is in { $path }: read it there, then remove it.
draft-from-editor = What the editor wrote besides is a draft on { $number }: a resumes it.

place-first = First time here? a writes a note, s sets a status, x exports, ? shows all keys; k goes up to About.

## cli: help of the command line. A command's is cli-<command>-about; an argument's cli-arg-<name>, or
## cli-<command>-arg-<name> where it means something else there.

cli-usage = Usage:{ " " }
# What stands behind a heading of help.
cli-colon = :
cli-command = COMMAND
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-everywhere = With every command
cli-about =
    Review a draft report in the terminal, paragraph by paragraph.

    Without a command it opens the screen: on the documents named, else on those of the workspace and the built-in one.
cli-after =
    Exit codes: 0 done; 1 problems found, or no hits; 2 wrong usage, including a paragraph, quote or note that
    does not exist; 3 something could not be read or written, including an existing file without --force.
cli-show-about = Print a document: text, speakers, your statuses, notes
cli-search-about = Search text, headings, speakers and notes
cli-note-about = Write, change, delete or settle notes
cli-note-add-about = Write a note on a paragraph, or on a passage of it; prints the note's id
cli-note-edit-about = Change the text or the kind of a note
cli-note-delete-about = Delete a note
cli-note-settle-about = Mark a note as settled
cli-notes-about = List the notes on a document, including other reviewers'
cli-status-about = Show how far your review has come, or set review statuses
cli-status-set-about = Set the review status of a paragraph or of several
cli-export-about = Write notes and statuses as Markdown
cli-new-about = Write a new document file to fill in, with every key explained
cli-check-about = Report every problem in documents, reviews or whole workspaces, with line, column and remedy
cli-recover-about = Recover what was lost: from the journal, drafts, backups and the previous file
cli-recover-list-about = List what can be restored
cli-recover-show-about = Show what restoring an item would change
cli-recover-restore-about = Restore an item; the present state is copied to the backups first
cli-recover-list-arg-all = All operations in the journal, not only the latest
cli-recover-show-arg-item = The name of an item, as listed
cli-recover-restore-arg-item = The name of an item, as listed
cli-recover-restore-arg-keep = Restore only what is missing now; change nothing that is there
cli-keys-about = Print the keys of the screen
cli-completions-about = Print completions for bash, zsh, fish, powershell or elvish
cli-man-about = Print the manual page, of the program or of one command
cli-man-arg-words = The command to tell about: note, or note add (default: the program)
cli-man-files = FILES
cli-man-file-documents = The documents of a workspace. They are only read.
cli-man-file-reviews = The notes and statuses of one reviewer on one document, in TOML: to be read, edited by hand and kept in git. Other reviewers' files are read too.
cli-man-file-data = The workspace where none is named.
cli-man-file-config = Settings, told below, and your own keys (rapporteur keys --config).
cli-man-file-state = Drafts, the journal, backups, and where you left off.
cli-man-file-cache = The search index of large workspaces. It can be deleted at any time.
cli-man-environment = ENVIRONMENT
cli-man-env-home = The folder that the others are below.
cli-man-env-xdg = Absolute paths that replace ~/.local/share, ~/.config, ~/.local/state and ~/.cache.
cli-man-env-temporary = Where things are kept for the time being if there is no home folder.
cli-man-env-user = Whose notes these are, unless --reviewer or config.toml says so.
cli-man-env-editor = The editor that E and Ctrl-e open; a graphical one needs its option to wait (code --wait).
cli-man-env-language = The language of the program, unless --language or config.toml says so.
cli-man-env-color = Which colors are used. With NO_COLOR there are none.
cli-man-env-size = The size of the screen, where the terminal does not give one.
cli-man-env-zone = The time zone in which times are shown.
cli-man-exit = EXIT STATUS
cli-man-see = SEE ALSO

cli-arg-documents = Documents, by file or by symbol
cli-search-arg-documents = Documents to search, by file or by symbol (default: all in the workspace)
cli-status-arg-documents = The documents, by file or by symbol (default: all in the workspace)
cli-arg-named = The document, by file or by symbol (default: the only one there is)
cli-arg-document = The document to work on, by file or by symbol
cli-arg-workspace = The folder with documents/ and reviews/ (default: the one in config.toml, or your data folder)
cli-arg-reviewer = Whose notes these are (default: the reviewer in config.toml, or $USER)
cli-arg-text = The language version of the document: ar, en, es, fr, ru, zh …
cli-arg-language = The language of the program: en or zh (default: the one in config.toml, or LC_ALL, LC_MESSAGES, LANG)
cli-arg-no-mouse = Leave the mouse to the terminal
cli-completions-arg-shell = The shell
cli-arg-color = Color: auto, always or never (auto: on a terminal, unless NO_COLOR is set)
cli-arg-help = Print help
cli-arg-version = Print the version
cli-arg-json = Print one JSON object
cli-arg-paragraph = The paragraph or other unit, by its label: 18, 18b for 18 bis, 10 (a), annex I/3, heading/iii
cli-show-arg-paragraph = Only this paragraph or other unit, by its label: 18, 18b for 18 bis, 10 (a), annex I/3, heading/iii
cli-arg-query = What to look for: words that must all be there; 'literally, ^at the beginning, at the end$, !not there
cli-arg-limit = The most hits to print (default: 100)
cli-arg-body = The text of the note; - or nothing reads it from standard input
cli-note-edit-arg-body = The new text of the note; - reads it from standard input
cli-arg-quote = The passage that the note is about, exactly as in the paragraph; if it occurs several times, the first
cli-arg-kind = comment (the default), question, point (to be said in the room) or editorial
cli-note-edit-arg-kind = The new kind: comment, question, point or editorial
cli-arg-id = The note's id, or at least 4 letters from one end of it
cli-arg-reopen = Reopen the note
cli-arg-range = The paragraph or other unit, or the first and the last of a series: 18, 10 (a), 1-15, annex I/1-3
cli-arg-status = accept, query, amend, reserve, or unreviewed to clear it
cli-arg-output = Write to this file, whose name ends with .md (default, or -: standard output)
cli-new-arg-symbol = The symbol of the document, as printed
cli-new-arg-output = Write to this file, whose name ends with .toml; - is standard output (default: a name made from the symbol, in this folder or in documents/ of --workspace)
cli-arg-force = Replace the file if it exists
cli-arg-all = Every reviewer's notes and statuses, not only yours
cli-arg-files = Document or review files, or folders to check as workspaces (default: your workspace)
cli-arg-markdown = As Markdown tables
cli-keys-arg-config = In the form of config.toml, to be changed there

## cli: what commands say

cli-keys-key = Key
cli-keys-does = What it does
cli-keys-in-config = Put the rows that you change into { $path }. A key can be added in every place where the action is offered; "none" takes a key away. "0-9", Ctrl-c and typed letters cannot be changed.
cli-keys-no-key = has no key as it is
cli-no-notes = No notes.
cli-status-all = { $count } documents
cli-status-text-changed = { $count } with the text changed since
show-image = [Picture: { $caption }]
cli-status-by-parts = reviewed by their sub-paragraphs
cli-no-hit = No hits for “{ $query }” in text, headings, speakers or notes. Fewer letters find more.
cli-syntax-heading = SEARCH
cli-syntax-typed = Type
cli-syntax-finds = What it finds
cli-syntax-signs = All the words of a query must occur, in any order. Case, accents, width, traditional characters and the form of punctuation make no difference. Signs at a word narrow it (a and b stand for words); quotation marks of any language make a phrase (“…”, «…», ‹…›, „…“, 「…」):
cli-syntax-fields = Fields narrow what is searched, as in status:accept; a value with spaces goes in quotation marks, and ! before a field excludes:
cli-syntax-loose = Matches by pinyin (miandian, md) and matches that are only similar (govt, 缅防腐) are listed last, under headings of their own. Only one language version of a document is searched; the others are when it has nothing, or when lang: asks for them.
cli-settings-heading = SETTINGS
cli-settings-name = Setting
cli-settings-does = What it does
cli-settings-may = What it can be
cli-settings-else = Otherwise
cli-settings-keys = Your own keys stand in tables such as [keys.browse], with rows such as "ctrl-j" = "next-paragraph". rapporteur keys --config prints all keys in that form.
cli-elsewhere-hits = Only in { $languages }:
cli-pinyin-hits = By pinyin:
cli-loose-hits = Similar to what you typed:
cli-more-hits = { $shown } of { $count } hits are shown; --limit shows more.
cli-note-edited = Changed: note { $id } on { $unit }
cli-note-deleted = Deleted: note { $id } on { $unit }
cli-note-settled = Settled: note { $id } on { $unit }
cli-note-reopened = Reopened: note { $id } on { $unit }
cli-check-good = { $name }: no problems.
cli-check-review-good = { $name }: no problems in this review.
cli-check-problems = { $name }: { $count ->
    [one] one problem.
   *[other] { $count } problems.
}
cli-recover-counts = { $notes ->
    [one] one note
   *[other] { $notes } notes
}, { $marks ->
    [one] one status
   *[other] { $marks } statuses
}
cli-recover-now = Now: { $counts }.
cli-recover-nothing = Nothing else has been kept of this review yet.
cli-recover-hint = rapporteur recover show ITEM shows what restoring an item would change; rapporteur recover restore ITEM restores it.
cli-recover-journal = Journal, the latest { $shown } of { $count } operations; each restores the review as it was after that operation:
cli-recover-lost = in the journal but missing from the file, or there in an earlier state: { $counts }
cli-recover-known = the review as it was last known: { $counts }
cli-recover-previous = the file before the last save: { $counts }
cli-recover-backup = { $when } UTC, { $why }: { $counts }
cli-recover-why-day = first save of that day
cli-recover-why-merge = before a merge
cli-recover-why-bulk = before many changes at once
cli-recover-why-restore = before a restore
cli-recover-why-migration = before a new format
cli-recover-rescue = work that could not be saved, in { $path }: { $counts }
cli-recover-draft = draft on { $number }, { $when }: { $words }
cli-recover-draft-open = draft on { $number }, { $when }, being written in another window: { $words }
cli-recover-did = { $when }, { $number }: { $what }
cli-recover-undid = { $when }, { $number }: undone, { $what }
cli-recover-redid = { $when }, { $number }: redone, { $what }
cli-recover-outside = { $when }, { $number }: changed outside Rapporteur, { $what }
cli-recover-what-it-did = What it did:
cli-recover-would = Restoring it would change the present state as follows:
cli-recover-same = The present state is the same: there is nothing to restore.
cli-recover-no-item = There is no item “{ $item }”. rapporteur recover lists what there is.
cli-recover-lost-unread = What is missing in the review file cannot be told while the file cannot be read. { $why }. rapporteur recover lists what else there is to go back to.
cli-recover-lost-unread-known = What is missing in the review file cannot be told while the file cannot be read. { $why }. To put all that was last known in its place: rapporteur recover restore known
cli-recover-lost-nothing = Nothing is missing in { $path }: it has all that the journal knows.
cli-recover-known-readable = { $path } can be read as it is; only a file that cannot be used is replaced by what was last known. rapporteur recover lists what there is.
cli-recover-editor = left by an editor on { $number }, { $when }: { $words }
cli-recover-editor-open = in an editor, opened from another window, on { $number }, { $when }: { $words }
cli-recover-draft-in-use = { $item } is being written in another window: close that window first.
cli-recover-draft-saved = The draft is now a note on { $number }.
cli-recover-put-back = { $path } was copied to the backups and rewritten: { $counts }.
cli-recover-restored = { $count ->
    [one] One entry
   *[other] { $count } entries
} restored from { $item }; the previous state is in the backups. u undoes this.

cli-no-home = There is no home folder to keep notes in. Set HOME to a folder of yours, or name one with --workspace.
cli-stand-in = There is no home folder to write in. Notes and drafts are kept in { $path }, which the system may empty one day: set HOME, or export what you need.
cli-stand-in-drafts = There is no home folder to write in. Drafts and the journal are kept in { $path }, which the system may empty one day: set HOME.
cli-no-language = There is no interface language “{ $language }”. For --language, use one of: { $known }.
cli-no-terminal = The screen needs a terminal for its input and its output. To print a document use: rapporteur show
cli-dumb-terminal = This terminal cannot show a screen (TERM is { $term }). To print a document use: rapporteur show
cli-screen-failed = The terminal cannot be used: { $reason }. To print a document use: rapporteur show
cli-usage-unknown = “{ $argument }” is not recognized here. rapporteur --help shows what can be used.
cli-usage-unknown-meant = “{ $argument }” is not recognized here. Did you mean “{ $meant }”?
cli-usage-meant = { $sentence } Did you mean “{ $meant }”?
cli-usage-too-many = “{ $argument }” is one word too many. Usage: { $usage }
cli-usage-value = “{ $value }” is not a value of { $argument }, which can be { $known }.
cli-usage-no-value = { $argument } needs a value. rapporteur --help shows which.
cli-usage-wrong = “{ $value }” is not a value of { $argument }. rapporteur --help shows what it can be.
cli-usage-missing = { $argument } is missing.
cli-usage-missing-how = { $argument } is missing. Usage: { $usage }
cli-unknown-meant = There is no document called “{ $name }”. Did you mean “{ $meant }”?
cli-usage-conflict = { $argument } cannot be used with { $other }, or cannot be given twice.
cli-usage-other = This command cannot be understood. rapporteur --help shows how it is used.
cli-cannot-print = The output could not be written: { $reason }.
cli-document-twice = The document is given twice. Give it after the command or with --document, not both.
cli-document-before-command = “{ $document }” comes before the command. Put it after the command, or give it with --document.
cli-which = There are { $count } documents, and it is not clear which one is meant. Choose one with --document: { $names }
cli-no-document = There is no document in { $workspace }. Give a file with --document.
cli-no-version = There is no version of { $symbol } in the language “{ $language }”. For --text, use one of: { $known }.
cli-no-paragraph = { $symbol } has no paragraph “{ $typed }”. Its paragraphs are { $first } to { $last }.
cli-no-paragraph-series = { $symbol } has no paragraph “{ $typed }”. It has { $ranges }.
cli-label-range = { $first } to { $last }
cli-no-unit = { $symbol } has no “{ $typed }”. The nearest are: { $labels }.
cli-no-range = From “{ $first }” to “{ $last }” there is no range: a range goes from one numbered paragraph to another of the same series.
cli-heading-no-status = A heading has no status. Give a paragraph, or the first and the last one below the heading: N-M.
cli-quote-empty = The quote is empty. Give some words of the paragraph, or leave --quote out for a note on the whole paragraph.
cli-quote-heading = A note on a heading is about all of its words: leave --quote out.
cli-no-quote = “{ $quote }” is not in paragraph { $number } of { $symbol }. Copy it exactly; { $command } prints the paragraph.
cli-quote-several = The quote occurs { $count } times in paragraph { $number }: the first is taken. A longer quote would tell them apart.
cli-no-text = The note has no text. Give it after the options, or pipe it in.
cli-empty-note = Nothing was written: a note cannot be empty. Give its text.
cli-input-failed = Standard input could not be read: { $reason }.
note-large = The note has { $size }, a note at most 1 MiB: shorten it, or make two of it. Until then it is a draft.
cli-note-large = A note has at most 1 MiB. Nothing was written.
cli-input-large = Standard input has more than 1 MiB. Nothing was written: a note must be smaller.
cli-input-not-text = Standard input is not UTF-8 text. Nothing was written: convert it first, for example with iconv -f GB18030 -t UTF-8.
cli-input-other = Standard input is { $kind }. Nothing was written: give the words of the note as text.
cli-no-note = { $reviewer } has no note “{ $id }” on { $symbol }. rapporteur notes lists them.
cli-note-short = “{ $id }” is too short for a note's id. Give at least 4 letters; rapporteur notes lists them.
cli-note-ambiguous = “{ $id }” fits { $count } notes. Give more of the id; rapporteur notes --json prints it in full.
cli-note-gone = The note “{ $id }” has been deleted.
cli-note-of-other = The note “{ $id }” is { $reviewer }'s. You can change only your own; --reviewer says who you are.
cli-refused = Nothing was saved: another program has changed this note in { $path } in the meantime. Look at it and try again.
cli-empty-query = There is nothing to search for. Give a word of the text, a speaker or a tag.
cli-set-json = “status set” has no --json. Leave it out; status --json gives all statuses.
cli-set-several = Statuses are set in one document at a time. Name one.
cli-force-alone = --force allows a file to be replaced: name the file with -o.
cli-not-markdown = { $name } would not be what its name says: what is written is Markdown. Give a name that ends with .md: { $markdown }
cli-not-toml = { $name } would not be found as a document. Give a name that ends with .toml: { $toml }
cli-symbol-empty = The symbol is empty. Give it as printed: rapporteur new A/80/L.1
cli-new-written = Written: { $name }. Fill it in, then: rapporteur check { $name }
