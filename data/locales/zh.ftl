# 程序的全部文句（简体中文）。源语言是 en.ftl；用语依照联合国文件中文本。
# Simplified Chinese. Terms are those of the Chinese versions of UN documents: 文号, 届会, 主席, 秘书处, 主讲人, 发言者,
# 段, 可接受, 存疑, 拟修改, 保留. Key names stay as they are in English.

## Between words: members of a list, words in brackets

list-between = 、
bracketed = { $words }（{ $inside }）

## The screen: tabs, head, About

tab-sections = 章节
tab-speakers = 发言者
tab-panelists = 主讲人
tab-recommendations = 建议
tab-notes = 批注
head-progress = 已审 { $reviewed }/{ $total }
head-unofficial = { $language }，非正式
head-filter = 只显示：{ $what }（f）
too-small = Rapporteur 需要至少 { $width } 列、{ $height } 行的屏幕。q 或 Ctrl-c 退出，Ctrl-z 挂起。
too-small-box = Rapporteur 需要至少 { $width } 列、{ $height } 行的屏幕。批注仍可继续输入，Esc 保存；Ctrl-c 退出并留作草稿，Ctrl-z 挂起。
too-small-field = Rapporteur 需要至少 { $width } 列、{ $height } 行的屏幕。输入栏仍可继续输入，Esc 关闭；Ctrl-c 退出，Ctrl-z 挂起。
opening = 正在打开文件……q 或 Ctrl-c 退出。
goto-typed = 第 { $typed } 段

language-ar = 阿拉伯文
language-en = 英文
language-es = 西班牙文
language-fr = 法文
language-ru = 俄文
language-zh = 中文
language-mul = 多种语文

row-about = 关于本文件
row-reviewer = { $reviewer }：
row-draft = 草稿
row-stray = 本语文版本没有此段

about-title = 关于本文件
about-symbol = 文号
about-document = 文件
about-organ = 机关
about-body = 机构
about-session = 届会
about-meeting = 会议
about-date = 日期
about-distribution = 分发
about-job = 工作编号
about-language = 语文
about-unofficial = 非正式
about-original = { $language }
about-translated = { $language }，译自{ $original }
about-reviewer = 审阅人
about-kept = 批注存于
about-read-only = 只读
about-text = 案文
about-decide = 待定
about-key-move = 在列表中移动；输入数字则转到该段
about-key-annotate = 给本段或选中的文字写批注
about-key-status = 再按一个字母：可接受、存疑、拟修改、保留
about-key-search = 搜索正文、标题、发言者、批注
about-key-enter = 进入正文；再按一次，列出此处可做的一切
about-key-help = 全部按键；x 导出，q 退出。一切随时自动保存。

## Words for roles, statuses, kinds

role-chair = 主席
role-secretariat = 秘书处
role-panelist = 主讲人
role-speaker = 发言者
speaker-in-discussion = 讨论中发言
speaker-inferred = 推断
status-unreviewed = 未审
status-accept = 可接受
status-query = 存疑
status-amend = 拟修改
status-reserve = 保留
# 单元在句中和句首的叫法。
unit = 第 { $label } 段
unit-first = 第 { $label } 段
unit-part = 第 { $label } 段
unit-part-first = 第 { $label } 段
unit-heading = 标题“{ $words }”
unit-heading-first = 标题“{ $words }”
unit-text = 无编号段“{ $words }”
unit-text-first = 无编号段“{ $words }”
unit-table = 表格“{ $words }”
unit-table-first = 表格“{ $words }”
unit-image = 图片“{ $words }”
unit-image-first = 图片“{ $words }”
# 单元在列表中或其内容之上的叫法。
unit-is-text = 无编号段
unit-is-table = 表格
unit-is-image = 图片
unit-after = 第 { $number } 段之后的{ $what }
unit-at-beginning = 文首的{ $what }
unit-at-beginning-of = { $series } 开头的{ $what }
unit-called = { $what }“{ $label }”
unit-nth = { $unit }（{ $nth }）
status-of-unit = { $label } { $status }
heading-no-status = 标题没有审阅状态；按 J 到其下的段落。
status-text-changed = { $status }，其后文本已改
status-text-changed-short = { $status }？
status-of = { $reviewer }：{ $status }
status-table-title = 各审阅人的状态（{ $count }）
status-table-more = 另有 { $count } 人
status-table-nothing = 本文件没有编号段落，因此没有状态。
kind-comment = 评论
kind-question = 问题
kind-point = 发言要点
kind-editorial = 编辑意见
recommendation-makes = 提出建议
recommendation-discusses = 讨论建议
recommendation-none = 与建议无关
note-is-settled = 已处理
note-is-open = 未处理

notes-beside-none = 当前显示的内容没有批注；按 a 写一条。
group-named = { $name }（{ $count }）
group-words = { $words }
group-unsaid = 文件未注明
grouping-now = 现{ $by }分组；再按 b 换一种分法。
grouping-word = 按提出或讨论
grouping-section = 按章节
grouping-from = 按提出者
grouping-to = 按受文方
grouping-theme = 按主题
grouping-position = 按受审议国立场
grouping-status = 按您的审阅状态
position-supported = 得到支持
position-noted = 注意到
position-pending = 待定
group-makes = 提出建议（{ $count }）
group-discusses = 讨论建议（{ $count }）
empty-makes = 没有提出建议的段落。读到这样的段落时，用 :mark 标出，即列于此。
empty-discusses = 没有标明讨论建议的段落。
empty-discusses-unnumbered = 章节“{ $heading }”下没有编号的段落，无可列出。
empty-speakers = 文件没有注明发言者。
empty-panelists = 文件没有注明哪位发言者是主讲人。
empty-notes = 还没有批注。转到某一段，按 a 写批注。
empty-filter = 没有符合筛选条件的内容。f 更改条件，Esc 取消筛选。

## Moving about

place-back = 上次在此：{ $day } { $time }，第 { $number } 段
move-last = 这是最后一段。
move-first = 这是第一段。
move-all-reviewed = 其他段落都已审。
move-no-notes = 其他段落没有批注。a 写批注。
move-no-paragraph = 没有第 { $typed } 段；最后一段是第 { $last } 段。
move-no-range = 没有第 { $typed } 段这一范围；最后一段是第 { $last } 段。
move-again = { $why }按 Esc 后重新输入。
move-refused = { $why }未作任何操作。
move-range-how = 范围以数字开头：1-15，再按 s 给各段标注状态。
move-range-only = 只有 s 可用于段落范围：{ $typed } s，再选状态。Esc 放弃该范围。
not-on-about = 请先转到某一段：按 j，或输入段号。
passage-last = 已是最后一处。J 转到下一段。
passage-first = 已是第一处。K 转到上一段。
filter-gone = 已恢复显示全部。
filter-on = 只显示：{ $what }（{ $count }/{ $of }）。Esc 或 f x 恢复显示全部。
filter-title = 显示
filter-all = 全部
filter-status = { $status }
filter-text-changed = 标注状态后文本已改
filter-kind = 有批注：{ $kind }
filter-tag = 有 #{ $tag }
filter-notes = 有批注
filter-drafts = 有草稿
filter-speaker = 发言者：{ $name }
filter-section = 章节：{ $heading }
filter-by = { $reviewer } 的批注或状态
filter-field-tag = 标签……
filter-field-speaker = 发言者……
filter-field-section = 章节……
filter-field-by = 审阅人……
filter-field-para = 段落（搜索 para:）
filter-field-lang = 语文（搜索 lang:）

## Notes

box-paragraph = { $unit }的批注
box-passage = { $unit }选中文字的批注
box-edit = 编辑{ $unit }的批注
box-complete = Tab：{ $tag }
note-first = 第一条批注，署名 { $reviewer }。保存在 { $where }
note-written = 已写下{ $unit }的批注。
note-apart = { $unit }的批注同时已在别处改动：您的文字现另成一条批注。
note-empty = 没有写下任何内容，因此没有批注。
note-empty-edit = 批注保持原样：批注不能为空。d 删除批注。
note-unchanged = 批注保持原样。
note-left = 没有写批注，已离开。
note-discarded = 所写的文字已丢弃。
note-deleted = 批注已删除。u 可恢复。
note-settled = 批注标为已处理。c 可重新打开。
note-reopened = 批注已重新打开。
note-none-here = 这里没有批注。a 写批注。
note-which = 哪一条批注？按 ) 依次选各句，然后选各条批注。
note-not-yours = 这是 { $reviewer } 的批注。只能更改自己的批注。
draft-here = 草稿，因中断而留下：按 a 接着写
draft-resumed = 接着写因中断而留下的草稿。
draft-not-kept = 所写的文字无法存入磁盘：{ $why }。请尽快按 Esc 保存。
field-cut = 此处最多容纳 { $count } 个字符，其后的内容未录入。
paste-nowhere = 此处不能粘贴。a 写批注，/ 搜索。
copied-passage = 选中文字已送到剪贴板（{ $count } 个字符）。
copied-note = 批注已送到剪贴板（{ $count } 个字符）。
copied-paragraph = { $unit }已送到剪贴板（{ $count } 个字符）。
ask-delete = 删除批注“{ $note }”？
ask-discard = 丢弃所写的文字？
ask-overwrite = { $name } 已存在。要覆盖吗？
question-how = y 或 1 表示是，n 或 2 表示否。
exported = 已写入：{ $name }
export-not = 没有导出。
export-exists = { $name } 已存在。再按 x 会询问是否覆盖。

## Status

status-set = { $unit }：{ $status }
status-set-range = 第 { $first } 至 { $last } 段：{ $status }（更改 { $count } 段）
accept-read-on = 请读完：整段都显示过之后，Space 才标为可接受。
ask-accept-over = { $unit }已标为“{ $status }”。改为可接受吗？
marked = { $unit }已标为提出建议。
unmarked = { $unit }不再标为提出建议。
undo-nothing = 没有可撤销的更改。
undo-done = 已撤销：{ $what }
undo-changed-since = 未撤销：此后另一窗口或程序已作改动（{ $what }）。
redo-nothing = 没有可重做的更改。
redo-done = 已重做：{ $what }
change-note-back = 写批注
change-note-words = 改批注的文字
change-note-settled = 批注标为已处理或重新打开
change-note-gone = 删除批注
change-status = 第 { $number } 段{ $status }
change-recommendation = 第 { $number } 段的建议标记
change-decided = 在两种内容之间的取舍
change-many = 一次 { $count } 处更改
change-rejected = 该批注已不存在：另一程序更改了审阅文件。

## Searching

search-placeholder = 搜索正文、批注、发言者
search-what = 输入文字，搜索正文、标题、发言者和批注。词与词用空格分开：须全部出现。
search-sign-phrase = 整个短语
search-sign-exact = 一字不差
search-sign-start = 在开头
search-sign-end = 在结尾
search-sign-not = 不含该词
search-field-status = 审阅状态
search-field-kind = 批注类别
search-field-tag = 批注标签
search-field-speaker = 发言者
search-field-section = 章节标题
search-field-by = 批注人
search-field-para = 段号，如 3-7
search-field-lang = 文件语文
search-field-has = 有 note、draft
search-waiting = 正在搜索……
search-empty = 正文、标题、发言者和批注（共 { $total } 段）中没有“{ $query }”。
search-empty-documents = { $documents } 份文件（共 { $total } 段）的正文、标题、发言者和批注中没有“{ $query }”。
search-unread = 另有 { $count } 份文件正在读取。
search-elsewhere = 在另一份文件中。按 Enter 打开该处；到那里后按 Esc 返回此处。
search-not-there = { $symbol } 已不在文件列表中。
search-back-in = 已返回 { $symbol }。
search-looser = 按 Ctrl-l 改为搜索“{ $query }”。
search-looser-none = 放宽条件也没有结果。
search-no-looser = 没有可放宽的搜索：只有找不到结果时才提供。
search-no-field = 没有“{ $name }:”这一字段，已按正文搜索。可用字段：{ $fields }
search-no-value = 没有符合 { $field }:{ $value } 的内容。{ $values }
search-no-number = para: 后应为段号，而不是“{ $value }”：para:3、para:18bis、para:3-7、para:9-
search-numbers = para: 后为段号：para:3、para:18bis、para:3-7、para:9-
search-values = { $field }：{ $values }
search-values-all = { $values }（按 Tab 补全）
search-values-more = { $values }……（按 Tab 补全）
search-values-none = 此处没有可选的值。
search-ways = 第 { $at } 项，共 { $of } 项，按 Tab 换下一项：{ $ways }
search-no-way = 没有以“{ $typed }”开头的字段。可用字段：{ $fields }
search-no-former = 此前没有搜索过。
search-first-former = 这是保存的最早一次搜索。
search-last-former = 这是最近一次搜索。Ctrl-p 调出以前的搜索。
search-sound = 拼音相符（{ $count }）
search-in-version = { $languages }文本（{ $count }）
search-loose = 近似结果（{ $count }）
search-count = { $strict }/{ $total }
search-count-notes = 批注 { $count }
search-count-headings = 标题 { $count }
search-count-elsewhere = { $language }文本 { $count }
search-count-sound = 拼音 { $count }
search-count-loose = 近似 { $count }
search-hit = “{ $query }”第 { $at }/{ $of } 处。n 下一处，N 上一处，a 批注。
search-hit-loose = “{ $query }”近似结果第 { $at }/{ $of } 处。n 下一处，N 上一处，a 批注。
search-hit-away = “{ $query }”第 { $at }/{ $of } 处。n 下一处，N 上一处，Esc 返回原来的文件。
search-wrapped = 已从另一端继续：“{ $query }”第 { $at }/{ $of } 处。
search-wrapped-loose = 已从另一端继续：“{ $query }”近似结果第 { $at }/{ $of } 处。
search-of-all = { $count }
search-of-best = { $count }（仅列最佳）
search-no-hit = 没有找到“{ $query }”。
search-none-yet = 还没有搜索过。/ 搜索。
hit-text = 正文
hit-heading = 标题
hit-speaker = 发言者
hit-note = 批注
hit-masthead = 文头

version-only = 本文件在此没有其他语文本。
version-now = { $language }。
version-unofficial = { $language }：工作译文，不是联合国文件。
version-no-paragraph = { $language }本没有第 { $number } 段。
text-changed = 案文有变动：{ $count } 段。
text-changed-around = 文件有变动，但各段未变。
text-stale = 所示为先前的案文；其文件此后有变动。{ $why }
text-stale-short = 先前案文
text-readable = 案文的文件又可读取，内容与所示相同。
text-other = { $path } 现为另一份文件：{ $symbol }，{ $language }
note-passage-gone = 引文已不在
note-passage-check = 引文待核对
language-now = 界面语言：中文。
theme-now = 配色：{ $theme }。要保留此配色，请在 config.toml 中写 theme = "{ $theme }"。

## Saving and leaving

saving-now = 正在保存……
saving-done = 已存 { $time }
saving-trouble = 未保存：{ $why }
saving-trouble-short = 未保存
saving-file-trouble = 警告：{ $why }
saving-file-trouble-short = 文件不可用
saving-nothing = 无需保存：每项更改都即时保存。
read-only = 只读：{ $why }
quit-again = 再按 { $key } 退出。一切均已保存。
quit-again-only = 再按 { $key } 退出。
quit-again-saving = 待一切存入磁盘后，再按 { $key } 退出。
mouse-ours = 鼠标已由程序收回：可点击、拖动、滚动。
mouse-terminals = 鼠标已交给终端：照常选择和复制。:mouse 收回。
quit-how = { $key } 退出。一切随时自动保存。
quit-waiting = 正在等待磁盘；每隔几秒重试一次。
ask-quit = 还有内容未存入磁盘。仍要退出吗？
ask-quit-trouble = 还有内容未存入磁盘：{ $why }。仍要退出吗？所写的文字会留在草稿文件夹里。
open-unsaved = 还有内容未存入磁盘。请稍后再试。
documents-title = 选择文件
documents-parts = 共 { $count } 个部分

## Keys that do nothing, menus, help

key-unknown = { $key } 在此不起作用。{ $help } 显示全部按键。
key-similar = { $typed } 在此不起作用。是否要按 { $key }（{ $does }）？
key-similar-command = { $typed } 在此不起作用。是否要用 { $command }？
key-input-method = 输入法开着：未作任何操作。单独按 Enter、Esc 或一个英文字母后，按键恢复作用。
key-unlocked = 按键已恢复作用。
notice-both = { $first } ∙ { $second }
menu-title = 可用操作
palette-title = 命令
palette-none = 没有含这些字的命令。Esc 离开。
palette-number = Enter 转到该段。
open-first = 请先打开文件：按 { $key } 打开选中的文件。
palette-unknown = 没有“{ $typed }”这一命令。: 列出命令。
help-title = 按键
help-nothing = 没有与此有关的按键。按 Esc 重新显示所有按键。
help-lines = 第 { $first } 至 { $last } 行，共 { $of } 行
group-move = 移动
group-passage = 选择文字
group-note = 写批注
group-mark = 审阅状态
group-find = 查找
group-program = 文件和程序
group-writing = 写批注时
group-choosing = 在列表、提问和输入栏中
scope-search = 搜索栏
scope-palette = 命令列表
scope-field = 输入文字之处
scope-menu = 菜单
scope-filter = 在筛选菜单中
scope-question = 提问
scope-page = 帮助
scope-help-search = 在帮助中查找
scope-decide = 裁定
scope-table = 状态表
scope-documents = 文件列表
scope-settings = 在设置中
scope-setting = 输入设置值
scope-small = 窗口过小或正在打开文件时

## The key table

key-down = 列表或正文下移一行
key-up = 上移一行
key-half-down = 下移半页
key-half-up = 上移半页
key-page-down = 下移一页
key-page-up = 上移一页
key-top = 到开头
key-bottom = 到末尾
key-next-paragraph = 下一段，在何处都可用
key-next-paragraph-short = 下一段
key-previous-paragraph = 上一段，在何处都可用
key-previous-paragraph-short = 上一段
key-digit = 边输入边转到该段：1 8 显示第 18 段，18b 即 18 bis；接着输入的命令用于该段；Esc 返回
key-range = 放在两个数字之间表示范围：1-15，再按 s
key-next-tab = 下一个标签页
key-next-tab-short = 下一页
key-previous-tab = 上一个标签页
key-go = 再按一个字母：直接转到某个标签页或开头
key-go-top = 到开头
key-go-top-short = 开头
key-go-back = 取消
key-go-sections = “章节”标签页
key-go-sections-short = 章节
key-go-speakers = “发言者”标签页
key-go-speakers-short = 发言者
key-go-panelists = “主讲人”标签页
key-go-panelists-short = 主讲人
key-go-recommendations = “建议”标签页
key-go-recommendations-short = 建议
key-go-notes = “批注”标签页
key-go-notes-short = 批注
key-right = 进入正文；展开
key-left = 回到列表；折叠
key-enter-list = 进入正文
key-enter-list-short = 阅读
key-enter-reader = 列出此处可做的一切
key-enter-reader-short = 菜单
key-back = 返回一步
key-wide = 正文占满全宽，再按恢复
key-wide-short = 正文全宽
key-next-sentence = 选下一句；最后一句之后是各条批注
key-next-sentence-short = 选句
key-previous-sentence = 选上一句或上一条批注
key-select = 按字、按词选择
key-select-short = 选字
key-char-right = 向右一个字符
key-char-right-short = 扩大
key-char-left = 向左一个字符
key-word-right = 到词尾
key-word-right-short = 按词
key-word-left = 到词首
key-select-down = 下移一行
key-select-up = 上移一行
key-select-sentence-end = 到句尾
key-select-sentence-start = 到句首
key-swap-ends = 改为移动另一端
key-swap-ends-short = 另一端
key-select-annotate = 批注选中的文字
key-select-annotate-short = 批注
key-select-copy = 复制选中的文字
key-select-copy-short = 复制
key-select-editor = 用自己的编辑器批注选中的文字
key-select-end = 保留所选文字，结束选择
key-select-end-short = 完成
key-annotate = 给本段或选中的文字写批注；此处留有草稿则接着写
key-annotate-short = 批注
key-decide = 取舍：在程序之外删除的内容，以及两方不一致的内容
key-decide-short = 取舍
key-edit = 编辑选中的批注
key-edit-short = 编辑批注
key-delete = 删除选中的批注（先询问；u 可恢复）
key-delete-short = 删除批注
key-settle = 把选中的批注标为已处理，或重新打开
key-settle-short = 处理批注
key-editor = 用 $VISUAL 或 $EDITOR 写批注
key-editor-short = 用编辑器
key-status = 再按一个字母：标注审阅状态
key-status-short = 状态
key-accept = 可接受
key-accept-short = 可接受
key-query = 存疑：有待询问
key-query-short = 存疑
key-amend = 拟修改：将提出修改案文
key-amend-short = 拟修改
key-reserve = 保留：持保留意见
key-reserve-short = 保留
key-clear = 清除状态
key-clear-short = 清除
key-status-back = 取消
key-accept-next = 正文未读完时向下翻；读完后标为可接受，转到下一未审段
key-accept-next-short = 接受，下一段
key-undo = 撤销任何更改
key-undo-short = 撤销
key-redo = 重做
key-redo-short = 重做
key-search = 边输入边搜索
key-search-short = 搜索
key-next-hit = 下一处结果
key-next-hit-short = 下一处
key-previous-hit = 上一处结果
key-previous-hit-short = 上一处
key-next-unreviewed = 下一个未审段落
key-next-unreviewed-short = 下一未审
key-previous-unreviewed = 上一个未审段落
key-previous-unreviewed-short = 上一未审
key-next-noted = 下一个有批注的段落
key-next-noted-short = 下一批注
key-previous-noted = 上一个有批注的段落
key-previous-noted-short = 上一批注
key-filter = 只显示所选段落：按状态、批注种类、标签，有批注的，有草稿的
key-filter-short = 筛选
key-group-by = 在“建议”标签页中：依次按章节、提出者、受文方、主题、立场、状态分组
key-group-by-short = 建议分组
key-filter-all = 恢复显示全部段落
key-filter-unreviewed = 未审
key-filter-accept = 您的状态：可接受
key-filter-query = 您的状态：存疑
key-filter-amend = 您的状态：拟修改
key-filter-reserve = 您的状态：保留
key-filter-text-changed = 标注状态后案文有变
key-filter-notes = 有批注
key-filter-drafts = 有草稿
key-filter-comment = 有评论
key-filter-question = 有问题
key-filter-point = 有发言要点
key-filter-editorial = 有编辑意见
key-filter-tag = 按标签
key-filter-speaker = 按发言者
key-filter-section = 按章节
key-filter-reviewer = 按审阅人
key-filter-number = 按段号搜索
key-filter-language = 按语文搜索
key-version = 下一语文本的同一段
key-version-short = 下一语文本
key-export = 把批注和状态导出为 Markdown，存入当前文件夹
key-export-short = 导出
key-copy = 复制选中的文字或批注，否则复制本段（OSC 52）
key-copy-short = 复制
key-palette = 按名称列出全部命令；:18 转到第 18 段，:q 退出，:w 说明一切均已保存，:mark 标为提出建议
key-palette-short = 命令
key-help = 全部按键
key-help-short = 帮助
key-quit = 返回一步；在最上层按两次退出
key-quit-short = 退出
key-interrupt = 说明如何退出
key-suspend = 暂回 shell；fg 返回
key-suspend-short = 暂回 shell
key-mouse = 把鼠标交给终端，或收回
key-mouse-short = 鼠标归终端
key-redraw = 重绘屏幕
key-redraw-short = 重绘屏幕
key-mark = 把本段标为提出建议，或取消
key-mark-short = 标为提出建议
key-documents = 文件列表；:open 加文号或路径即打开该文件
key-documents-short = 打开其他文件
key-language = 切换界面语言；:language zh 指定语言
key-language-short = 界面语言：English、中文
key-theme = 换一套配色；:theme dark 为深色
key-theme-short = 选择配色
key-settings = 查看、更改各项设置，写入 config.toml
key-settings-short = 设置
key-about = 关于本文件：刊头、批注存放之处
key-about-short = 关于本文件
key-saved = 确认一切均已保存
key-saved-short = 是否均已保存？
key-save-note = 保存批注并离开
key-save-note-short = 保存
key-new-line = 换行
key-new-line-short = 换行
key-next-kind = 下一种批注：评论、问题、发言要点、编辑意见；补全 #标签
key-next-kind-short = 种类
key-discard = 丢弃（已有文字时先询问）
key-discard-short = 丢弃
key-compose-editor = 改用 $VISUAL 或 $EDITOR 接着写
key-compose-editor-short = 编辑器
key-note-up = 上移一行
key-note-down = 下移一行
key-field-left = 左移一字
key-field-right = 右移一字
key-field-word-left = 左移一词
key-field-word-right = 右移一词
key-field-start = 到行首
key-field-end = 到行尾
key-field-delete = 删除光标前一字；输入栏为空时离开
key-field-delete-after = 删除光标后一字
key-field-delete-word = 删除光标前的词
key-field-delete-line = 删到行首
key-field-undo = 撤销输入
key-field-redo = 重做输入
key-search-take = 转到该处并保持选中
key-search-take-short = 转到
key-search-next = 下一处结果
key-search-next-short = 下一处
key-search-previous = 上一处结果
key-search-complete = 补全字段名或字段值；再按换下一项
key-search-complete-short = 补全
key-search-complete-back = 换上一项补全
key-search-former = 调出以前的搜索
key-search-former-short = 以前的搜索
key-search-later = 调出后一次搜索
key-search-loosen = 没有结果时：采用所提供的较宽松搜索
key-search-loosen-short = 放宽
key-search-page-down = 结果下移一页
key-search-page-up = 结果上移一页
key-search-back = 回到原处
key-search-back-short = 返回
key-palette-take = 执行
key-palette-take-short = 执行
key-palette-next = 下一条命令
key-palette-next-short = 下一条
key-palette-previous = 上一条命令
key-palette-back = 离开命令列表
key-palette-back-short = 返回
key-menu-take = 执行；按其字母亦可
key-menu-take-short = 执行
key-menu-digit = 该数字所在的一行
key-menu-next = 下一行
key-menu-next-short = 下一行
key-menu-previous = 上一行
key-menu-back = 离开菜单
key-menu-back-short = 返回
key-yes = 是
key-yes-short = 是
key-no = 否
key-no-short = 否
key-decide-mine = 恢复被删除的内容；以您的内容为准
key-decide-mine-short = 用我方
key-decide-other = 接受删除；采用另一方的内容
key-decide-other-short = 用另一方
key-decide-all-mine = 全部恢复，全部以您的内容为准
key-decide-all-mine-short = 全用我方
key-decide-all-other = 全部接受删除，全部采用另一方的内容
key-decide-all-other-short = 全用另一方
key-decide-go = 转到该段；其余仍待定
key-decide-go-short = 转到
key-decide-next = 下一项
key-decide-previous = 上一项
key-decide-top = 第一项
key-decide-bottom = 最后一项
key-decide-back = 以后再定：什么也不改
key-decide-back-short = 以后
key-status-table = 各审阅人的状态：按段落和审阅人列表
key-status-table-short = 各人状态
key-table-next = 下一段
key-table-next-short = 下一段
key-table-previous = 上一段
key-table-page-down = 下一页
key-table-page-up = 上一页
key-table-top = 第一段
key-table-bottom = 最后一段
key-table-take = 转到该段
key-table-take-short = 转到
key-table-back = 返回
key-table-back-short = 返回
key-documents-palette = 按名称执行命令
key-documents-search = 在所有文件中搜索
key-documents-search-short = 搜索
key-documents-next = 下一份文件
key-documents-next-short = 下一份
key-documents-previous = 上一份文件
key-documents-page-down = 下一页文件
key-documents-page-up = 上一页文件
key-documents-top = 第一份文件
key-documents-bottom = 最后一份文件
key-documents-digit = 打开该序号的文件
key-documents-take = 打开
key-documents-take-short = 打开
key-documents-back = 返回，或退出程序
key-documents-back-short = 返回
key-documents-help = 显示此列表的按键
key-settings-next = 下一项设置
key-settings-next-short = 下一项
key-settings-previous = 上一项设置
key-settings-change = 换下一个值，或输入
key-settings-change-short = 更改
key-settings-change-back = 换上一个值
key-settings-default = 从文件中删去，恢复默认值
key-settings-default-short = 默认值
key-settings-top = 第一项设置
key-settings-bottom = 最后一项设置
key-settings-back = 返回
key-settings-back-short = 返回
key-settings-help = 显示此列表的按键
key-settings-help-short = 帮助
key-setting-take = 写入文件；留空则恢复默认值
key-setting-take-short = 保存
key-setting-back = 不改
key-setting-back-short = 不改
key-small-quit = 退出
key-documents-help-short = 帮助
key-page-search = 查找按键
key-page-search-short = 查找
key-help-search-take = 查看找到的按键
key-help-search-take-short = 查看
key-help-search-back = 重新显示所有按键
key-help-search-back-short = 所有按键
key-page-line-down = 下移一行
key-page-line-down-short = 下移
key-page-line-up = 上移一行
key-page-on = 下一页
key-page-on-short = 翻页
key-page-back = 上一页
key-page-top = 到开头
key-page-bottom = 到末尾
key-page-close = 关闭
key-page-close-short = 关闭


## format: document files and what can be wrong with them
format-warning = 警告：{ $problem }

format-more = { $n ->
   *[other] 另有 { $n } 个问题未显示。
}
format-more-hint = 请先改正以上问题。
format-empty-file = 文件是空的。
format-empty-file-hint = 文件以 format = 1 和 [masthead] 开头。
format-not-text = 这不是文本文件。
format-not-text-hint = 文件应是 TOML 格式的文本。如果正是如此，请删去这个字符；如果不是，请把文字放进这样的文件。
format-other = 格式不符：{ $kind }，不是 Rapporteur 的文件。
format-other-hint = 文件应是 TOML 格式，以 format = 1 和 [masthead] 开头。请把文字放进这样的文件：可仿照源代码中 data/documents 里的一份。
other-docx = Word 文档（.docx）
other-doc = 旧式 Word 文档（.doc）
other-odt = OpenDocument 文本（.odt）
other-rtf = 富文本文件（.rtf）
other-pdf = PDF 文件
other-spreadsheet = 电子表格
other-slides = 演示文稿
other-locked = 有密码保护的办公文档
other-office = 旧式办公文档
other-epub = 电子书（EPUB）
other-archive = 压缩文件（ZIP 等）
other-picture = 图片
other-html = 网页（HTML）
other-xml = XML 文件
other-json = JSON 文件
other-markdown = Markdown 文本
other-plain = 纯文本
other-utf16 = UTF-16 编码的文本
other-encoding = 采用其他编码、不是 UTF-8 的文本
other-binary = 并非文本的文件
format-too-large = 文件超过 { $megabytes } MiB。
format-too-large-hint = 请按印发时的各部分拆分文件。
format-too-much = 此文件的表、值或行多于任何一份文件或审阅文件：其余未读取。
format-too-much-hint = 如果内容确是如此，请拆分。
format-conflict = 此处留有合并冲突。
format-conflict-hint = 两个版本保留一个或都保留，并删去以 <<<<<<<、======= 和 >>>>>>> 开头的各行。
format-key-twice = “{ $key }”给出了两次。
format-key-twice-hint = 请删去其中一个；可出现多次的表每次都用双括号：[[paragraph]]。
format-unquoted = { $value } 没有加引号。
format-unquoted-hint = 文字要加引号："{ $value }"。
format-unclosed-text = 这段文字没有结束。
format-unclosed-text-hint = 请在同一行用开头的那种引号结束；文字中的引号写作 \"。
format-unclosed-lines = 这段多行文字没有结束。
format-unclosed-lines-hint = 请用开头的三个引号结束。
format-escape = \ 后面的字符不能跟在 \ 之后。
format-escape-hint = 文字中的 \ 请写作 \\。
format-unclosed-bracket = 括号没有闭合。
format-unclosed-bracket-hint = 请闭合：[masthead]、[[paragraph]]，或列表 ["…", "…"]。
format-no-value = 这一行既不是“键 = 值”，也不是表。
format-no-value-hint = 请写成 key = "value"；键若含空格或拉丁字母以外的字符，也要加引号。
format-syntax = 这不是有效的 TOML：{ $message }。
format-syntax-hint = 每行只能是 key = "value"、带括号的表名，或 # 后的注释。
format-number-too-large = 这个数过大。
format-number-too-large-hint = 请改小。

format-no-version = 文件没有写明格式版本。
format-no-version-hint = 请在第一行写：format = 1
format-no-such-version = 没有格式 { $format }。
format-newer = 文件格式为 { $format }；本程序只识别到格式 { $known }。
format-newer-hint = 请用较新版本的 Rapporteur 打开。
format-no-masthead = 文件没有 [masthead]。
format-no-masthead-hint = 请加上 [masthead]，至少写明 symbol、language 和 title。
format-no-paragraphs = 文件没有段落。
format-no-paragraphs-hint = 每段写成 [[paragraph]]，并写明 section 和 text；有段号的，写明 number。

format-type-text = 文字
format-type-number = 整数
format-type-count = 非负整数
format-type-negative = 负数
format-type-fraction = 小数
format-type-flag = true 或 false
format-type-date = 日期
format-type-local = 不带时差的时间
format-type-moment = 带时差的日期和时间
format-type-list = 列表
format-type-texts = 文字列表
format-type-table = 表
format-wrong-type = “{ $key }”应为{ $wanted }，此处却是{ $found }。
format-quote-it = 请加引号："{ $value }"
format-write-text = 请写成一段加引号的文字：{ $key } = "…"
format-write-number = 请写整数，不加引号：{ $key } = 1
format-write-flag = 请写 { $key } = true 或 { $key } = false，不加引号。
format-write-moment = 请照此书写，不加引号：{ $key } = 2026-11-23T14:05:10+01:00
format-write-list = 请用方括号写成列表：{ $key } = ["…"]
format-want-table = “{ $key }”只能写一次，写作 { $table }。
format-want-table-hint = 请让 { $table } 单独占一行，各键写在其下。
format-want-tables = “{ $key }”须写作 { $table }，两边各用双括号。
format-want-tables-hint = 每一项之前都让 { $table } 单独占一行，各键写在其下。
format-unknown-key = { $table } 没有“{ $key }”这个键。
format-unknown-table = 文件在各表之外没有“{ $key }”。
format-did-you-mean = 是否要写“{ $word }”？
format-known-words = 此处可用：{ $words }。
format-missing-key = { $table } 缺少“{ $key }”。
format-missing-key-hint = 请在其下加一行：{ $key } = …
format-no-key-in-file = 文件缺少“{ $key }”。
format-no-key-in-file-hint = 请在文件开头加一行：{ $key } = …
format-empty-text = “{ $key }”是空的。
format-empty-text-hint = 请在引号之间写上文字；若可省略，则删去此行。
format-unknown-word = “{ $word }”不能用于“{ $key }”，可用的有：{ $words }。
format-unknown-word-hint = 请写其中一个。
format-no-word = “{ $key }”应为下列词之一：{ $words }；此处却是{ $found }。
format-no-word-hint = 请写一个加引号的词：{ $key } = "{ $word }"
format-level-range = 级别为 1 至 9；{ $number } 不在此列。
format-level-range-hint = 最高一级是 1。
format-level-first = 第一个级别是 { $level }，不是 1。文件仍可使用。
format-level-jump = 级别 { $level } 直接列在级别 { $above } 之下，两者之间没有别的级别。文件仍可使用。
format-level-jump-hint = 请改为 { $most } 或更小，或补上缺少的标题。
format-lookalike =
    { $count ->
        [one] “{ $key }”含有 { $found }（{ $code }），形似 { $meant }，却是另一个字符。
       *[other] “{ $key }”含有 { $found }（{ $code }），形似 { $meant }，却是另一个字符；此类字符共 { $count } 个。
    }
format-lookalike-hint = 若原件并非如此，请改为 { $meant }；两种写法都能搜到。
format-hidden-character = “{ $key }”含有不显示的字符 { $code }。
format-hidden-character-hint = 若原件并非如此，请删去；程序会保留它。
format-line-break = “{ $key }”跨了几行。
format-line-break-hint = 若原件并非如此，请写成一行；分段用 [[paragraph.subparagraph]]，表格用 rows = [["…", "…"]]。

format-language = “{ $language }”不是语文代码。
format-language-hint = 请写两三个小写字母：ar、en、es、fr、ru、zh……
format-symbol-spaced = 文号“{ $symbol }”的开头或末尾有空格。
format-symbol-spaced-hint = 请删去空格。
format-symbol-hidden = 文号“{ $symbol }”含有不显示的字符 { $code }。
format-symbol-hidden-hint = 请重新输入文号。
format-symbol-scripts = 文号“{ $symbol }”中的“{ $letter }”看似拉丁字母，其实不是（{ $code }）。
format-symbol-scripts-hint = 请用拉丁字母键盘重新输入文号。
format-id-twice = 有两个 { $table } 的 id 都是“{ $id }”；前一个在第 { $line } 行。
format-id-twice-hint = 请给其中一个换一个 id。
format-number-stop = 段号“{ $number }”带有句点。
format-number-stop-hint = 请去掉句点：number = "{ $number }"
format-number-twice = 第 { $number } 段出现两次；前一个在第 { $line } 行。
format-number-twice-hint = 如果原件就印了两次，无须改动：这一段的标识是“{ $label }”。如果段号从这里重新编起，请在标题下加一行：series = "annex I"
format-number-order = 第 { $number } 段排在第 { $before } 段之后。
format-number-order-hint = 请改正段号或顺序，除非原件如此。
format-number-hidden = 第 { $number } 段的段号里有一个看不见的字符 { $code }。
format-number-hidden-hint = 请把它删除。查找这一段时不计该字符。
format-empty-number-hint = 请删去这一行：没有编号的段落不需要它。
format-label-twice = 标识“{ $label }”出现两次；前一个在第 { $line } 行。
format-label-twice-hint = 请把其中一个改成别的标识：批注和审阅状态按标识保存。
format-unknown-label = 文件中没有单元“{ $label }”。
format-unknown-parent = 此前没有标识为“{ $label }”的段落。
format-facts-twice = “{ $label }”有两个 [[recommendation]] 表。
format-facts-twice-hint = 请合并为一个。
format-no-symbol = 文件既没有文号，也没有 id。对它的批注以“{ $id }”为名保存，该名取自标题。
format-no-symbol-hint = 请在 [masthead] 下加一行，以便标题改动后仍能找到批注：id = "{ $id }"
format-level-hint = 请在其下加一行：level = 1 表示最外层标题，最内层可到 9。
format-missing-word-hint = 请在其下加一行：{ $key } = …… 可以是{ $words }。
format-want-emphasis = “emphasis”中的每一项都必须是花括号里的表。
format-want-emphasis-hint = 请这样写：emphasis = [{"{"} style = "bold", start = 0, end = 25 {"}"}]
format-emphasis-range = 这段文字共有 { $length } 个字符：从 { $start } 到 { $end } 之间没有文字。
format-emphasis-range-hint = 请从 0 起数这段文字的字符；“end”是第一个不再强调的字符。
format-mark-range = 这段文字共有 { $length } 个字符：{ $at } 之后没有可放注码的位置。
format-mark-range-hint = 请数这段文字中注码之前的字符数。
format-empty-rows-hint = 每一行写成单元格的列表：rows = [["国家", "2024"], ["缅甸", "3"]]
format-not-beside = “{ $key }”不能与“{ $beside }”并列。
format-not-beside-hint = 请把它放进前面或后面单独的一段。
format-unknown-section = 没有章节“{ $id }”。
format-define-section = 请在各段之前定义：[[section]]，写明 id = "{ $id }"、title 和 level。
format-section-order = 这一段属于章节“{ $id }”，前面却有一段属于排在后面的“{ $later }”。
format-section-order-hint = 请按章节的次序排列各段，或改正所属章节。
format-unknown-speaker = 没有发言者“{ $id }”。
format-define-speaker = 请定义该发言者：[[speaker]]，写明 id = "{ $id }"、name、role 和 kind。
format-speaker-twice = “{ $id }”在这一段列了两次。
format-speaker-twice-hint = 请删去其中一个。

## export: the Markdown page of notes and statuses. Every sentence is escaped whole: no Markdown in here.
export-title = { $symbol } · { $title }
export-organ = 机关：{ $value }
export-body = 机构：{ $value }
export-session = 届会：{ $value }
export-dates = 日期：{ $value }
export-place = 地点：{ $value }
export-part = 部分：{ $value }
export-agenda-item = 议程项目：{ $value }
export-rapporteur = 报告员：{ $value }
export-of-part = { $label } · { $said }
export-language = 语文：{ $value }
export-reviewers = { $n ->
   *[other] 审阅人：{ $names }
}
export-undecided = 待定：{ $what }
other-text = 另一方的{ $field }（{ $from }）：
other-value = 另一方的{ $field }：{ $value }（{ $from }）
field-body = 文字
field-kind = 种类
field-settled = 处理情况
field-deleted = 存废
field-paragraph = 段落
field-anchor = 所引文字
field-status = 状态
field-recommendation = 建议标记
value-text = { $text }
value-empty = 无文字
value-whole-paragraph = 整段
value-deleted = 已删除
value-kept = 未删除
value-as-document = 依文件本身
whence-time = { $day } { $time }
whence-side = { $name }，{ $day } { $time }
whence-unknown = 别处
export-exported = 导出时间：{ $day } { $clock }
export-drafts = { $n ->
   *[other] 另有 { $n } 条批注仍是草稿，未列入本次导出。
}
export-progress = 审阅进度
export-progress-of = 审阅进度：{ $reviewer }
export-section = 章节
export-reviewed = 已审
export-notes-column = 批注
export-all = 整份文件
export-notes = 批注和状态
export-nothing = 没有批注，也没有标注状态的段落。
export-strays = 本版本所没有的段落
export-paragraph = 第 { $number } 段
export-paragraph-in = { $paragraph } · { $heading }
export-status = 状态：{ $status }
export-status-of = 状态：{ $status }（{ $reviewer }）
export-run = { $numbers }：{ $status }
export-run-of = { $numbers }：{ $status }（{ $reviewer }）
export-marked = 标记：{ $word }
export-marked-of = 标记：{ $word }（{ $reviewer }）
export-note = { $kind } · { $reviewer } · { $day } { $clock } · { $settled }
export-other-language = 引文出自{ $language }本：
export-passage-check = 此后案文有变动：请核对引文是否仍是这一处。
export-passage-gone = 案文中已没有这段引文。
export-tags = 标签：{ $tags }

## format: review files

review-anchor-backwards = 这段引文的末尾在开头之前。
review-anchor-backwards-hint = “end”不得小于“start”。
review-entry-twice = 文件中已有 { $table }“{ $name }”。请把两处合为一处，或给其中一条换一个名称。
review-problem-hint = 在能读懂此文件之前，不显示其内容，也不向其写入。{ $hint }
review-sides-hint = 打开文件不会丢失内容：程序两方都读。
review-two-sides = 此处留有合并的两方内容。两方均已读入：不一致之处由您取舍，下次改动时写成一份。
review-unreadable = 无法读懂此文件。
review-unreadable-hint = 请与备份比较，或查找其中的笔误。

## store: files

store-busy = 另一 Rapporteur 正在保存，占用着 { $path }。请稍候；若并没有另一程序在运行，请重试
store-cannot-confirm = { $path } 已写入，但系统不能确认断电后仍会保留：{ $reason }
store-cannot-lock = 无法锁定 { $path }：{ $reason }
store-cannot-make-folder = 无法建立文件夹 { $path }：{ $reason }
store-cannot-read = 无法读取 { $path }：{ $reason }
store-cannot-remove = 无法删除 { $path }：{ $reason }
store-cannot-write = 无法写入 { $path }：{ $reason }。原有内容未变
store-dangling-link = { $path } 是链接，所指的文件不存在。请删除链接，或建立该文件
store-journal-line = 日志 { $path } 无法记下这项改动：{ $reason }。这是程序的错误，请报告
store-draft-damaged = 无法读懂草稿 { $path }：{ $reason }。草稿保持原样，可用编辑器阅读
store-exists = { $path } 已存在。请换一个名称，或用 --force 覆盖
store-network = { $path } 似乎在另一台计算机上（{ $kind }）。锁在那里可能无效，请勿由两人同时保存同一份审阅文件
store-no-document = { $path }：{ $kind }，未予列入，因为文件须是 TOML 格式。如何处理见 rapporteur check { $path }
store-no-backup = { $path } 没有写入：未能先作备份。{ $why }
store-not-a-file = { $path } 不是普通文件。请给出文件的路径
store-not-as-meant = { $path } 没有写入：新内容读回来与本意不符。原有内容未变；请报告这一故障
store-not-text = { $path } 第 { $line } 行第 { $column } 列：不是 UTF-8 文本。请在该处改正；如果整个文件用的是其他编码，请转换，例如用 iconv -f GB18030 -t UTF-8
store-other-format = { $path }：{ $kind }，不是应有的 TOML 文件
store-other-review = { $path } 存的是 { $reviewer } 对 { $symbol } 的批注，不该用这个文件名。请改名或移走
store-review-broken = { $path } 第 { $line } 行第 { $column } 列：{ $problem }{ $hint }
store-review-foreign = 审阅文件 { $path } 属于他人。保存后，原处将换成您名下的文件
store-review-linked = 审阅文件 { $path } 另有名称（硬链接）。保存后与其分开：另外的名称仍指向旧内容
store-too-large = { $path } 太大：最多读写 { $limit } MiB。请拆分
store-why-file-too-large = 文件会超过系统允许的大小
store-why-folder = 它是文件夹
store-why-full = 磁盘已满，请腾出空间
store-why-name = 系统不允许这样的名称
store-why-not-folder = 路径中间有一级是文件，不是文件夹
store-why-not-found = 它不存在
store-why-other = { $reason }
store-why-permission = 没有权限。如要允许，请执行：{ $command }
store-why-foreign = 没有权限，而 { $path } 属于他人：只有其所有者才能更改权限
store-why-quota = 磁盘配额已用完，请腾出空间
store-why-read-only = 文件系统只读
store-workspace-foreign = 文件夹 { $path } 属于他人。信任对方才可使用
store-workspace-open = 本机任何人都可写入文件夹 { $path }。请加以限制，例如用 chmod o-w
store-write-protected = { $path } 为只读。如要允许写入，请执行：{ $command }

## check: a whole workspace (store)

check-anchor-gone = “{ $passage }”已不在第 { $number } 段（{ $language }）中
check-anchor-gone-hint = 批注显示在整段上。请看它是否仍然恰当。
check-anchor-moved = “{ $passage }”在第 { $number } 段（{ $language }）中的位置已与写批注时不同
check-anchor-moved-hint = 其前后文字已有改动。请看批注是否仍然合适。
check-document-twice = { $other } 也是 { $symbol } 的“{ $language }”文本。
check-document-twice-hint = 两者只显示其一。请移走一个，或更正其文号或语文。
check-folder-others-write = 本机其他人可写入此文件夹。
check-folder-others-write-hint = 他们可以用别的文件换掉您的文件。请加以限制，例如用 chmod go-w。
check-found = { $errors ->
    [0] 没有错误
   *[other] { $errors } 个错误
}，{ $warnings ->
    [0] 没有警告。
   *[other] { $warnings } 个警告。
}
check-good = 没有问题。
check-left = 某个被终止的程序留下了这个文件。
check-left-hint = 其内容并无用处。打开此工作区的文件时会将其删除。
check-linked = 此审阅文件另有名称（硬链接）。
check-linked-hint = 保存后与其分开：另外的名称仍指向旧内容。请删除另外的名称。
check-no-paragraph = { $symbol } 的各语文本都没有第“{ $number }”段。
check-no-paragraph-hint = 这一条无处显示。请更正段号；现有段号为 { $first } 至 { $last }。
check-no-paragraphs-hint = 这一条无处显示。该文件没有段落。
check-no-review = 此文件不作为审阅文件读取：文件名不是审阅人的，或不在任何文件的文件夹内。
check-no-review-hint = 如果是抢救副本，请取出所缺内容，然后移走。
check-note-twice = 批注 id“{ $id }”也出现在 { $other } 中。
check-note-twice-hint = 一个 id 只属于一条批注，永久有效。请给其中一条换一个 id。
check-others-read = 本机其他人可读取此审阅文件。
check-others-read-hint = 如不宜公开，请加以限制，例如用 chmod go-r。
check-others-write = 本机其他人可写入此审阅文件。
check-others-write-hint = 他们可以改动您的批注。请加以限制，例如用 chmod go-w。
check-outside = 这是通往工作区之外的链接，指向 { $target }。
check-outside-hint = 随工作区共享或复制的只是链接。若非本意，请把文件本身放在这里。
check-review-misplaced = 此文件存的是 { $reviewer } 对 { $symbol } 的审阅文件，不该用这个文件名。
check-review-misplaced-hint = 在此处不会读取。请改名为 { $path }，或移走。
check-review-no-document = 此工作区没有文号为 { $symbol } 的文件。
check-review-no-document-hint = 此审阅文件的内容全不显示。请把该文件放入 documents/，或更正文号。
check-summary = { $path }：{ $documents } 份文件，{ $reviews } 份审阅文件：{ $found }
check-undecided = "{ $field }" 保留了两个值，尚无人决定取舍。
check-undecided-hint = 请打开文件作出选择；或在文件中保留一个值，并删去 conflict 表。
check-unread = { $found }此外，{ $count } 个文件无法读取。
check-unwritable-hint = 在解决之前，您对此文件的批注无法保存。

## config: settings

config-a-language = 下列语文之一：{ $languages }
config-a-choice = 下列词之一：{ $words }
config-a-number = { $least } 至 { $most } 之间的整数
config-a-path = 绝对路径，或以 ~/ 开头的路径
config-a-text = 加引号的非空文字
config-a-truth = true 或 false
config-at = { $path } 第 { $line } 行：{ $problem }
config-cannot-read = 未采用设置文件，改用默认设置：{ $why }
config-more = 设置另有 { $count } 个问题
config-not-toml = { $path } 第 { $line } 行：这不是有效的 TOML：{ $reason }。采用默认设置
config-several = { $first }（另有 { $more } 处，见 rapporteur check）
config-unknown = 没有“{ $key }”这项设置。设置有：{ $known }
config-unknown-near = 没有“{ $key }”这项设置。是否要用“{ $near }”？
config-wrong = “{ $key }”应为：{ $expected }；现为 { $written }。采用默认值
keys-committed = “{ $key }”由输入法写出，或代表另一个键：请用键盘上的键。
keys-digits = 数字键在此输入数字，不能改作他用。
keys-elsewhere = “{ $action }”应写在 [keys.{ $other }] 中。
keys-fixed = { $key } 在任何地方都用来离开，不能改作他用。
keys-last = { $key } 是“{ $action }”（{ $does }）仅有的键：请同时给它另一个键。
keys-no-action = 没有“{ $action }”这一动作。rapporteur keys --config 列出全部动作。
keys-no-action-near = 没有“{ $action }”这一动作。是否要用“{ $near }”？
keys-no-key = 没有“{ $key }”这个键。键的写法如："j"、"J"、"ctrl-j"、"alt-j"、"enter"、"pgdn"、"f2"。
keys-no-place = 没有“{ $place }”这个按键位置。位置有：{ $places }
keys-no-place-near = 没有“{ $place }”这个按键位置。是否要用“{ $near }”？
keys-no-table = 按键应写成表：先写 [keys.browse]，再逐行写 "ctrl-j" = "next-paragraph" 之类。
keys-no-text = { $key } 之后应为加引号的动作名，或 "none"。
keys-nothing = { $key } 在 [keys.{ $scope }] 中本无作用，无可取消。
keys-refused = { $why }此行不予采用。
keys-same = 终端把 { $key } 作为 { $other } 发送：请改设 { $other }。
keys-twice = { $key } 在 [keys.{ $scope }] 中写了两次。
keys-typed = { $key } 在 [keys.{ $scope }] 中是文字：请用带 ctrl 或 alt 的键。
setting-a-text = 任何非空文字
setting-ambiguous-width = 终端给“①”之类宽度不定的字符几列：一列（narrow）或两列（wide）
setting-at-once = 更改立即生效。
setting-by-default = 默认值
setting-by-environment = 取自环境变量
setting-by-file = config.toml 第 { $line } 行
setting-by-option = 本次由 { $option } 指定
setting-default = { $setting }：{ $value }（config.toml 未设置）。
setting-kept = { $setting }：{ $value }。已写入 config.toml。
setting-kept-later = { $setting }：{ $value }，下次启动时生效。config.toml 已写好。
setting-kept-option = config.toml 已写好；本次仍以 { $option } 为准。
setting-language = 程序界面的语文：en English、zh 中文
setting-measure = 正文最多占多少列；行太长读来费力
setting-mouse = 在程序中点击、拖动、滚动；false 则把鼠标留给终端
setting-next-start = 更改在下次启动时生效。
setting-refused = { $setting } 应为：{ $expected }。未作更改。
setting-reviewer = 批注归谁：以此名义保存
setting-theme = 配色：auto 用终端自己的十六色，none 不用颜色
setting-workspace = 未指明时打开的文件夹，内有 documents/ 和 reviews/
settings-no-home = 没有主文件夹，config.toml 无处存放。未作更改。
settings-not-toml = { $path } 第 { $line } 行：这不是有效的 TOML：{ $reason }。未写入任何内容：请先更正。
settings-not-written = 未作更改：{ $why }
settings-title = 设置
## Documents, saving, the editor (runtime)

library-problem = { $name }:{ $line }:{ $column }: { $problem }（rapporteur check 显示{ $count ->
   *[other] 全部 { $count } 个问题
}）
library-unreadable = 无法把 { $name } 作为文件读取。原因见 rapporteur check。
library-unknown = { $workspace } 中没有“{ $name }”，也没有这一文号。请给出文件路径，或印在文件上的文号。
library-near = { $unknown }是否要用“{ $near }”？
library-folder = { $path } 是文件夹，不是一份文件。要打开其中的文件：rapporteur --workspace { $path }
library-other = { $name }：{ $kind }。Rapporteur 只能打开 TOML 格式的文件，尚不能转换其他格式：请把文字放进这样的文件；可仿照源代码中 data/documents 里的一份，并用 rapporteur check 检查还有什么问题。
draft-left = { $count ->
   *[other] 有 { $count } 份草稿因中断而留在第 { $numbers } 段：到该处按 a 接着写。
}
save-left = 以前未能保存的内容留在 { $path }：请阅读，取走所需，然后删除。
decide-title = 待定：第 { $number } 项，共 { $count } 项
decide-gone = { $count ->
   *[other] 有 { $count } 项在 Rapporteur 之外被删除：请按 ! 取舍
}
decide-differ = { $count ->
   *[other] 有 { $count } 处两方不一致：按 ! 取舍
}
decide-reverted = { $count ->
   *[other] 有 { $count } 项在 Rapporteur 之外被退回到较早的内容：按 ! 取舍
}
decide-several = { $what }：按 ! 取舍
decide-part-gone = { $count } 项在外被删除
decide-part-reverted = { $count } 项在外被退回
decide-part-differ = { $count } 处两方不一致
decide-note = { $number } ∙ 批注（{ $kind }）∙ { $what }
decide-mark = { $number } ∙ 状态 ∙ { $what }
decide-vanished = 在 Rapporteur 之外被删除
decide-went-back = 被退回到较早的内容
decide-between-note = { $number } ∙ 批注（{ $kind }）∙ { $field }有两种内容 ∙ { $from }
decide-between-mark = { $number } ∙ { $field }有两种内容 ∙ { $from }
decide-mine = 我方
decide-other = 另一方
decide-was = 原为
decide-now = 现为
decide-nothing-there = 已不存在
decide-nothing = 没有待定事项：没有内容在外被删除或退回，也没有两方不一致之处。
decide-later = 尚未取舍：一切照旧，取舍之前会一直提示。按 ! 可再打开。
decide-not-here = 文件的这一版本没有第 { $number } 段。
decide-kept = { $count ->
   *[other] 以您的内容为准，共 { $count } 项。按 u 可撤销。
}
decide-taken = { $count ->
   *[other] 以另一方为准，共 { $count } 项。按 u 可撤销。
}
save-busy = 另一 Rapporteur 正在保存这份审阅文件；每秒重试一次
save-set-aside = 有 { $count } 项更改无法保存，已放在一旁：其中的文字已成为草稿，rapporteur recover 列有其内容。{ $why }
save-refused = 有 { $count } 项更改所涉的批注已被另一程序删除。
save-conflicts = 有 { $count } 个字段在别处也改过：以这里的值为准，另一值留在文件中。
save-no-backup = 已保存，但没有备份此前的内容：{ $why }
save-two-sides = 审阅文件中留有合并的两方内容，两方均已读入；{ $count ->
    [0] 没有需要取舍之处。
   *[other] 有 { $count } 处内容待您取舍。
}
save-lost = 在 Rapporteur 之外被删除：{ $gone }。在程序中按 ! 可恢复或接受删除；rapporteur recover restore lost 亦可恢复。
save-reverted = 在 Rapporteur 之外被退回到较早的内容：{ $reverted }。在程序中按 ! 可恢复您的内容或接受较早的内容；rapporteur recover restore lost 亦可恢复。
save-lost-and-reverted = 在 Rapporteur 之外被删除：{ $gone }；被退回到较早的内容：{ $reverted }。在程序中按 ! 可恢复或接受；rapporteur recover restore lost 亦可恢复。
lost-notes = { $count } 条批注
lost-statuses = { $count } 个状态
lost-notes-and-statuses = { $notes }、{ $statuses }
save-in-journal = { $why }。您的改动已记入日志；一旦可行即自动保存。
save-rescued = { $why }。您的改动保存在 { $path }；可用 rapporteur recover 恢复。
save-nowhere = { $why }。日志也无法写入：{ $journal }。请勿关闭此窗口，直到显示“已存”。
save-file-unusable = { $why }。该文件保持原样。所见为最后已知的内容；您的改动存在旁边。可用 rapporteur recover 恢复较早状态。
journal-not-kept = 已保存；但日志无法写入，重新启动后不能撤销：{ $why }
journal-not-read = 无法读取日志：{ $why }
journal-damaged = 日志 { $path } 第 { $lines } 行（共 { $count } 行）无法读懂，可能因断电而残缺。撤销和 recover 中缺少这些行所记的改动；审阅文件和日志的其余各行不受影响。如发现缺少批注，其文字可能仍在这些行中，可用 less 等程序查看；否则无须处理
journal-arrived = 上次程序结束时有 { $count } 项改动尚未写入审阅文件。现已保存。
quit-not-saved = 还有内容未存入磁盘，正在重试；存好后按两次 q 退出
editor-below = 自虚线起的各行仅供阅读，不计入批注；此外所写的内容，写在其下的也在内，都是批注。批注所指的文字：
editor-not-set = 没有设置 $VISUAL 或 $EDITOR：可在此接着写，或设置一个（export EDITOR=vim）。
editor-not-started = 编辑器（{ $command }）无法启动：{ $reason }。文字仍在此处。
editor-failed = 编辑器（{ $command }）出错结束：{ $how }。文字仍在此处。
editor-beside = { $why }编辑器所写的内容另存为草稿：关闭此框后，按 a 接着写。
editor-and-file = { $why }{ $file }
editor-emptied = 编辑器交回的文字是空的。原来的文字仍在此处：按 Ctrl-c 可放弃。
editor-removed = 编辑器删除了文件。原来的文字仍在此处。
editor-at-once = 编辑器立即结束，什么也没有改动。如果编辑器另开窗口，须加上等待的选项（export VISUAL="code --wait"）。此后写入的内容会成为草稿。
editor-large = 编辑器所写的内容超过 1 MiB，批注不能这么长。内容保存在 { $path }
editor-unreadable = 无法读取编辑器所写的内容：{ $why }。内容原样保存在 { $path }
editor-stray = 编辑器留下了一个文件：{ $path }。请在那里阅读，然后删除。
draft-from-editor = 编辑器另外所写的内容已成为第 { $number } 段的草稿：按 a 接着写。

place-first = 初次使用？a 写批注，s 标注状态，? 显示全部按键。k 向上到“关于本文件”。

## cli: help of the command line. A command's is cli-<command>-about; an argument's cli-arg-<name>, or
## cli-<command>-arg-<name> where it means something else there.

cli-usage = 用法：
# 帮助中标题后的冒号。
cli-colon = ：
cli-command = 命令
cli-commands = 命令
cli-arguments = 参数
cli-options = 选项
cli-everywhere = 各命令通用
cli-about =
    在终端里逐段审阅报告草稿。

    不给命令则打开屏幕界面：审阅所列文件；未列文件时，审阅工作区的文件和内置文件。
cli-after =
    退出码：0 完成；1 发现问题，或没有结果；2 用法有误，包括所指段落、引文或批注不存在；
    3 有内容无法读写，包括文件已存在而未用 --force。
cli-show-about = 打印文件：正文、发言者、自己标注的状态、批注
cli-search-about = 搜索正文、标题、发言者和批注
cli-note-about = 写、改、删批注，或标为已处理
cli-note-add-about = 给某段或其中一处写批注；打印批注的 id
cli-note-edit-about = 改批注的文字或种类
cli-note-delete-about = 删除批注
cli-note-settle-about = 把批注标为已处理
cli-notes-about = 列出文件的批注，包括其他审阅人的
cli-status-about = 说明审阅进度，或标注审阅状态
cli-status-set-about = 标注一段或几段的审阅状态
cli-export-about = 把批注和状态写成 Markdown
cli-check-about = 逐一列出文件、审阅文件或整个工作区的问题，附行、列和处理办法
cli-recover-about = 找回丢失的内容：从日志、草稿、备份和前一版文件
cli-recover-list-about = 列出可以恢复的内容
cli-recover-show-about = 显示恢复某项会改动什么
cli-recover-restore-about = 恢复某项；现有内容先存入备份
cli-recover-list-arg-all = 日志的全部操作，不只是最近的
cli-recover-show-arg-item = 列表中的项目名称
cli-recover-restore-arg-item = 列表中的项目名称
cli-recover-restore-arg-keep = 只找回现在缺少的内容；不改动现有的内容
cli-keys-about = 打印屏幕界面的按键
cli-completions-about = 打印 bash、zsh、fish、powershell 或 elvish 的补全脚本
cli-man-about = 打印手册页：本程序的，或一个命令的
cli-man-arg-words = 要说明的命令：如 note 或 note add（不给：说明本程序）
cli-man-files = 文件位置
cli-man-file-documents = 工作区中的各份文件。只读取，从不改动。
cli-man-file-reviews = 一位审阅人对一份文件的批注和状态，TOML 格式：可阅读、手工编辑、纳入 git。其他审阅人的也会读取。
cli-man-file-data = 未指明工作区时所用的工作区。
cli-man-file-config = 各项设置（见下文）和您自己的按键（rapporteur keys --config）。
cli-man-file-state = 草稿、日志、备份，以及上次停下的位置。
cli-man-file-cache = 大型工作区的搜索索引。可随时删除。
cli-man-environment = 环境变量
cli-man-env-home = 上述各文件夹所在的主文件夹。
cli-man-env-xdg = 绝对路径，分别取代 ~/.local/share、~/.config、~/.local/state 和 ~/.cache。
cli-man-env-temporary = 没有主文件夹时，暂存各种文件的位置。
cli-man-env-user = 批注是谁的；--reviewer 和 config.toml 优先。
cli-man-env-editor = E 和 Ctrl-e 打开的编辑器；图形界面的编辑器须带等待选项（code --wait）。
cli-man-env-language = 程序的语言；--language 和 config.toml 优先。
cli-man-env-color = 使用哪些颜色。设置 NO_COLOR 则不用颜色。
cli-man-env-size = 屏幕的大小，仅在终端没有给出时使用。
cli-man-env-zone = 显示时间所用的时区。
cli-man-exit = 退出码
cli-man-see = 另见

cli-arg-documents = 文件，用路径或文号指明
cli-search-arg-documents = 要搜索的文件，用路径或文号指明（不给：工作区的全部文件）
cli-status-arg-documents = 文件，用路径或文号指明（不给：工作区的全部文件）
cli-arg-named = 文件，用路径或文号指明（不给：仅有的那一份）
cli-arg-document = 要处理的文件，用路径或文号指明
cli-arg-workspace = 含有 documents/ 和 reviews/ 的文件夹（否则用 config.toml 所设，再否则用数据文件夹）
cli-arg-reviewer = 批注的审阅人（否则用 config.toml 所设，再否则用 $USER）
cli-arg-text = 文件的语文本：ar、en、es、fr、ru、zh……
cli-arg-language = 程序界面的语文：en 或 zh（否则用 config.toml 所设，再否则用 LC_ALL、LC_MESSAGES、LANG）
cli-arg-no-mouse = 把鼠标留给终端
cli-completions-arg-shell = 哪一种 shell
cli-arg-color = 颜色：auto、always 或 never（auto：在终端上使用，设有 NO_COLOR 时除外）
cli-arg-help = 打印帮助
cli-arg-version = 打印版本
cli-arg-json = 打印一个 JSON 对象
cli-arg-paragraph = 段号：18，或以 18b 表示 18 bis
cli-show-arg-paragraph = 只打印这一段，段号：18，或以 18b 表示 18 bis
cli-arg-query = 要找的文字：各词须全部出现；'照原样，^开头，末尾$，!不含
cli-arg-limit = 最多打印多少条结果（100）
cli-arg-body = 批注的文字；写 - 或不写则从标准输入读取
cli-note-edit-arg-body = 批注的新文字；写 - 则从标准输入读取
cli-arg-quote = 批注所指的引文，与段中文字完全一致；有几处相同时取第一处
cli-arg-kind = comment（评论，不写即此）、question（问题）、point（发言要点）或 editorial（编辑意见）
cli-note-edit-arg-kind = 改为何种：comment、question、point 或 editorial
cli-arg-id = 批注的 id，或其首尾任一端的至少 4 个字母
cli-arg-reopen = 重新打开批注
cli-arg-range = 段号，或首尾两个段号：18、1-15
cli-arg-status = accept（可接受）、query（存疑）、amend（拟修改）、reserve（保留），或 unreviewed（清除）
cli-arg-output = 写入此文件，名称以 .md 结尾（不给，或写 -：标准输出）
cli-arg-force = 文件已存在时覆盖
cli-arg-all = 所有审阅人的批注和状态，不限于自己的
cli-arg-files = 文件或审阅文件，或作为工作区检查的文件夹（不给出则为您的工作区）
cli-arg-markdown = 印成 Markdown 表格
cli-keys-arg-config = 写成 config.toml 的形式，供修改

## cli: what commands say

cli-keys-key = 按键
cli-keys-does = 作用
cli-keys-in-config = 要改的行请写入 { $path }。凡能用某动作之处都可给它加键；"none" 取消一个键。"0-9"、Ctrl-c 和输入文字的字母不能更改。
cli-keys-no-key = 本无按键
cli-no-notes = 没有批注。
cli-status-all = 共 { $count } 份文件
cli-status-text-changed = 其中 { $count } 段在给出状态后文本已改
show-image = ［图片：{ $caption }］
cli-status-by-parts = 已按其分段审阅
cli-no-hit = 正文、标题、发言者和批注中都没有“{ $query }”。少给几个字，结果更多。
cli-syntax-heading = 搜索
cli-syntax-typed = 输入
cli-syntax-finds = 查找
cli-syntax-signs = 各词都须出现，先后不论；不区分大小写、重音、全角半角、繁体简体和标点形式。词前后可加符号（a、b 代表词）；各种引号（“…”、«…»、‹…›、„…“、「…」）内为短语：
cli-syntax-fields = 字段限定搜索范围，如 status:accept；值中有空格时加引号，前加 ! 表示排除：
cli-syntax-loose = 拼音相符（miandian、md）和仅近似（govt、缅防腐）的结果列在后面，另有标题。同一文件只搜索一种语文的文本；该文本中没有，或用 lang: 指定时，才搜索其他语文的文本。
cli-settings-heading = 设置
cli-settings-name = 设置
cli-settings-does = 作用
cli-settings-may = 可取的值
cli-settings-else = 未设置时
cli-settings-keys = 您自己的按键写在 [keys.browse] 之类的表中，一行一个，如 "ctrl-j" = "next-paragraph"。rapporteur keys --config 按此形式列出全部按键。
cli-elsewhere-hits = 仅见于{ $languages }文本：
cli-pinyin-hits = 拼音相符：
cli-loose-hits = 仅与所给文字近似：
cli-more-hits = 共 { $count } 条结果，显示 { $shown } 条；--limit 可显示更多。
cli-note-edited = 已更改：{ $unit }的批注 { $id }
cli-note-deleted = 已删除：{ $unit }的批注 { $id }
cli-note-settled = 已处理：{ $unit }的批注 { $id }
cli-note-reopened = 已重新打开：{ $unit }的批注 { $id }
cli-check-good = { $name }：没有问题。
cli-check-review-good = { $name }：这份审阅文件没有问题。
cli-check-problems = { $name }：{ $count ->
   *[other] { $count } 个问题。
}
cli-recover-counts = { $notes } 条批注、{ $marks } 个状态
cli-recover-now = 现在：{ $counts }。
cli-recover-nothing = 这份审阅文件尚无其他留存。
cli-recover-hint = rapporteur recover show ITEM 显示恢复会改动什么；rapporteur recover restore ITEM 予以恢复。
cli-recover-journal = 日志，共 { $count } 项，列出最近 { $shown } 项；每项均可使审阅文件回到该操作之后的状态：
cli-recover-lost = 日志中有，而文件中缺少或只有较早的内容：{ $counts }
cli-recover-known = 最后已知的审阅内容：{ $counts }
cli-recover-previous = 上次保存之前的文件：{ $counts }
cli-recover-backup = 世界时 { $when }，{ $why }：{ $counts }
cli-recover-why-day = 当日首次保存
cli-recover-why-merge = 合并之前
cli-recover-why-bulk = 成批改动之前
cli-recover-why-restore = 恢复之前
cli-recover-why-migration = 改用新格式之前
cli-recover-rescue = 未能保存的内容，在 { $path }：{ $counts }
cli-recover-draft = 第 { $number } 段的草稿，{ $when }：{ $words }
cli-recover-draft-open = 第 { $number } 段的草稿，{ $when }，正在另一窗口中书写：{ $words }
cli-recover-did = { $when }，{ $number }：{ $what }
cli-recover-undid = { $when }，{ $number }：撤销，{ $what }
cli-recover-redid = { $when }，{ $number }：重做，{ $what }
cli-recover-outside = { $when }，{ $number }：在 Rapporteur 之外改动，{ $what }
cli-recover-what-it-did = 该操作：
cli-recover-would = 恢复会对现有内容作如下改动：
cli-recover-same = 现有内容与之相同：无需恢复。
cli-recover-no-item = 没有“{ $item }”这一项。rapporteur recover 列出现有项目。
cli-recover-lost-unread = 审阅文件无法读取，因而无法得知其中缺少什么。{ $why }。rapporteur recover 列出其他可恢复的项目。
cli-recover-lost-unread-known = 审阅文件无法读取，因而无法得知其中缺少什么。{ $why }。如要以最后已知的全部内容取代该文件，请执行：rapporteur recover restore known
cli-recover-lost-nothing = { $path } 中没有缺少任何内容：日志所知的它都有。
cli-recover-known-readable = { $path } 可以正常读取；只有无法使用的文件才会由最后已知的内容取代。rapporteur recover 列出现有项目。
cli-recover-editor = 编辑器留下的文字，第 { $number } 段，{ $when }：{ $words }
cli-recover-editor-open = 另一窗口的编辑器正在书写，第 { $number } 段，{ $when }：{ $words }
cli-recover-draft-in-use = { $item } 正在另一窗口中书写：请先关闭该窗口。
cli-recover-draft-saved = 草稿现已成为第 { $number } 段的批注。
cli-recover-put-back = { $path } 已存入备份并重新写成：{ $counts }。
cli-recover-restored = 已从 { $item } 恢复 { $count } 项；原有内容在备份中。按 u 可撤销。

cli-no-home = 没有可存放批注的主文件夹。请把 HOME 设为自己的文件夹，或用 --workspace 指定一个文件夹。
cli-stand-in = 没有可写入的主文件夹。批注和草稿存放在 { $path }，系统可能会清空该处：请设置 HOME，或导出所需内容。
cli-stand-in-drafts = 没有可写入的主文件夹。草稿和日志存放在 { $path }，系统可能会清空该处：请设置 HOME。
cli-no-language = 没有“{ $language }”界面。--language 可用：{ $known }。
cli-no-terminal = 屏幕界面的输入和输出都须是终端。打印文件请用：rapporteur show
cli-dumb-terminal = 此终端无法显示屏幕界面（TERM 为 { $term }）。打印文件请用：rapporteur show
cli-screen-failed = 无法使用终端：{ $reason }。打印文件请用：rapporteur show
cli-usage-unknown = 无法识别的参数“{ $argument }”。可用的参数见 rapporteur --help。
cli-usage-unknown-meant = 无法识别的参数“{ $argument }”。是否要用“{ $meant }”？
cli-usage-meant = { $sentence }是否要用“{ $meant }”？
cli-usage-too-many = “{ $argument }”是多出的一个词。用法：{ $usage }
cli-usage-value = { $argument } 的值不能是“{ $value }”，可用：{ $known }。
cli-usage-no-value = { $argument } 需要一个值。用法见 rapporteur --help。
cli-usage-wrong = { $argument } 的值不能是“{ $value }”。用法见 rapporteur --help。
cli-usage-missing = 缺少 { $argument }。
cli-usage-missing-how = 缺少 { $argument }。用法：{ $usage }
cli-unknown-meant = 没有名为“{ $name }”的文件。是否要用“{ $meant }”？
cli-usage-conflict = { $argument } 不能与 { $other } 同时使用，也不能重复。
cli-usage-other = 无法理解。用法见 rapporteur --help。
cli-cannot-print = 无法输出：{ $reason }。
cli-document-twice = 文件给出了两次。请写在命令之后，或用 --document，不要两者并用。
cli-document-before-command = “{ $document }”写在了命令之前。请写在命令之后，或用 --document 给出。
cli-which = 共有 { $count } 份文件，不清楚指的是哪一份。请用 --document 选择：{ $names }
cli-no-document = { $workspace } 中没有文件。请用 --document 给出一份。
cli-no-version = { $symbol } 没有“{ $language }”语文本。--text 可用：{ $known }。
cli-no-paragraph = { $symbol } 没有第“{ $typed }”段。段号为 { $first } 至 { $last }。
cli-no-paragraph-series = { $symbol } 没有第“{ $typed }”段。段号为 { $ranges }。
cli-label-range = { $first } 至 { $last }
cli-no-unit = { $symbol } 没有“{ $typed }”。最接近的是：{ $labels }。
cli-no-range = “{ $first }”至“{ $last }”不成范围：范围须从一个编号段到同一序列的另一个编号段。
cli-heading-no-status = 标题没有审阅状态。请给出一段，或标题下的首段和末段：N-M。
cli-quote-empty = 引文是空的。请给出段中的文字；若批注针对整段，则不写 --quote。
cli-quote-heading = 对标题的批注针对整个标题：请不写 --quote。
cli-no-quote = { $symbol } 第 { $number } 段没有“{ $quote }”。请照原文抄录；{ $command } 可打印该段。
cli-quote-several = 引文在第 { $number } 段出现 { $count } 次：取第一处。较长的引文可指明是哪一处。
cli-no-text = 没有批注的文字。请写在选项之后，或用管道输入。
cli-empty-note = 没有写入：批注不能为空。请给出文字。
cli-input-failed = 无法读取标准输入：{ $reason }。
note-large = 批注有 { $size }，而批注最多 1 MiB：请删短，或分成两条。在此之前，文字存为草稿。
cli-note-large = 批注最多 1 MiB。没有写入。
cli-input-large = 标准输入超过 1 MiB。没有写入：批注不会这么长。
cli-input-not-text = 标准输入不是 UTF-8 文本。没有写入：请先转换，例如用 iconv -f GB18030 -t UTF-8。
cli-input-other = 标准输入的格式不符：{ $kind }。没有写入：请以文本给出批注的文字。
cli-no-note = { $reviewer } 在 { $symbol } 上没有批注“{ $id }”。rapporteur notes 列出全部批注。
cli-note-short = “{ $id }”太短，不足以指明批注。请至少给出 4 个字母；rapporteur notes 列出全部批注。
cli-note-ambiguous = “{ $id }”可指 { $count } 条批注。请多给几个字母；rapporteur notes --json 打印完整的 id。
cli-note-gone = 批注“{ $id }”已删除。
cli-note-of-other = 批注“{ $id }”是 { $reviewer } 的。只能更改自己的批注；--reviewer 指明审阅人。
cli-refused = 没有保存：另一程序此间在 { $path } 中更改了这条批注。请查看后重试。
cli-empty-query = 没有要找的内容。请给出正文中的词、发言者或标签。
cli-set-json = “status set”没有 --json。请去掉；status --json 列出全部状态。
cli-set-several = 一次只能标注一份文件的状态。请只写一份。
cli-force-alone = --force 表示可以覆盖文件：请用 -o 给出文件。
cli-not-markdown = { $name } 将名不副实：写出的是 Markdown。请给出以 .md 结尾的名称：{ $markdown }
