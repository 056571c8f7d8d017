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
