# Every sentence of the program, in English. This file is the source for all other languages.
# Ids: <place>-<what>. Values in braces come from the program. Text from files is made safe when it is shown.

