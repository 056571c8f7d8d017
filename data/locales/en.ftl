# Every sentence of the program, in English. This file is the source for all other languages.
# Ids: <place>-<what>. Values in braces come from the program. Text from files is made safe when it is shown.


## format: review files

review-a-text = a text in quotes
review-a-number = a whole number that is not negative
review-a-truth = true or false
review-a-moment = a date and time with its offset, such as 2026-11-23T14:05:10+01:00
review-a-list-of-texts = a list of texts, such as ["budget", "vote"]
review-a-table = a table
review-anchor-backwards = this passage ends before it begins: "end" must not be smaller than "start"
review-conflict-markers = git could not merge this place. Keep one side of each conflict, or both, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>
review-field-empty = "{ $field }" is empty. Write what belongs there
review-field-missing = "{ $field }" is missing here. Add it
review-field-type = "{ $field }" must be { $expected }
review-format-missing = "format" is missing. A review file says format = { $known } before anything else
review-format-wrong = "format" must be { $known }
review-newer = the file has format { $found }, and this version of Rapporteur knows formats up to { $known }. Open it with a newer version
review-not-a-list = "{ $name }" must be written as tables, each under [[{ $name }]]
review-not-toml = this is not valid TOML: { $reason }
review-note-twice = a note with the id "{ $id }" stands in the file already. Give one of the two another id
review-paragraph-twice = paragraph "{ $number }" stands in the file already. Make one entry of the two
review-unreadable = the file cannot be understood
review-word-unknown = "{ $word }" is no value for "{ $field }". Use one of: { $allowed }

## store: files

store-busy = Another Rapporteur is saving just now and holds { $path }. Wait a moment; if none is running, try again
store-cannot-confirm = { $path } is written, but the system could not confirm that it will survive a power cut: { $reason }
store-cannot-lock = Cannot lock { $path }: { $reason }
store-cannot-make-folder = Cannot make the folder { $path }: { $reason }
store-cannot-read = Cannot read { $path }: { $reason }
store-cannot-remove = Cannot remove { $path }: { $reason }
store-cannot-write = Cannot write { $path }: { $reason }. What was there before is unchanged
store-dangling-link = { $path } is a link to a file that does not exist. Remove the link, or make the file
store-draft-damaged = The draft { $path } cannot be understood: { $reason }. It is left as it is; its text can be read in an editor
store-exists = { $path } exists already. Choose another name, or use --force to replace it
store-not-a-file = { $path } is not a regular file. Give the path of a file
store-not-as-meant = { $path } was not written: the new text did not read back as what was meant. What was there before is unchanged; please report this fault
store-not-text = { $path }, line { $line }, column { $column }: this is not UTF-8 text. Save the file as UTF-8
store-other-review = { $path } holds the notes of { $reviewer } on { $symbol }, which do not belong under this name. Rename the file or move it away
store-review-broken = { $path }, line { $line }, column { $column }: { $problem }
store-review-newer = { $path }, line { $line }, column { $column }: { $problem }
store-too-large = { $path } is too large: at most { $limit } MiB are read and written. Split it
store-why-file-too-large = the file would be larger than the system allows
store-why-folder = it is a folder
store-why-full = the disk is full; make room on it
store-why-name = the system does not allow such a name
store-why-not-folder = part of the path is a file, not a folder
store-why-not-found = it does not exist
store-why-other = { $reason }
store-why-permission = you have no permission; change it, or use another folder
store-why-quota = your disk quota is used up; make room
store-why-read-only = the file system is read-only
store-workspace-foreign = The folder { $path } belongs to someone else. Use it only if you trust them
store-workspace-open = Everyone on this computer may write in the folder { $path }. Restrict it, for example with chmod o-w
store-write-protected = { $path } is write-protected. Allow writing, for example with chmod u+w

## config: settings

config-a-path = an absolute path, or one that begins with ~/
config-a-text = a text in quotes that is not empty
config-a-truth = true or false
config-cannot-read = Cannot read the settings { $path }: { $reason }. Defaults are used
config-narrow-or-wide = "narrow" or "wide"
config-not-toml = { $path }, line { $line }: this is not valid TOML: { $reason }. Defaults are used
config-unknown = { $path }, line { $line }: there is no setting "{ $key }". The settings are: { $known }
config-why = { $reason }
config-why-not-a-file = it is not a regular file of at most 1 MiB
config-why-not-text = it is not UTF-8 text
config-wrong = { $path }, line { $line }: "{ $key }" must be { $expected }. The default is used
