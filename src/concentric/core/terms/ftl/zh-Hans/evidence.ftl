command-evidence = 保存佐证文件，检查文件是否齐全

evidence-kept = 佐证 { $number } 已保存：{ $digest }
evidence-all-there = 文件齐全，都没有变动。
evidence-no-such-record = 没有记录 { $about }；请写成类别代码、英文冒号、编号，例如 commitment-step:D12。

evidence-gone = 文件 { $digest } 不在文件库里。
evidence-gone-remedy = 请从 evidence 文件夹的备份里恢复。
evidence-changed = 文件 { $digest } 已经不是当初保存的内容。
evidence-changed-remedy = 请从 evidence 文件夹的备份里恢复；账本知道它应当是什么。
evidence-file-gone = 佐证 { $number } 的文件不见了：{ $digest }
evidence-file-gone-remedy = 请从 evidence 文件夹的备份里恢复，或作废这份佐证并写明原因。
evidence-file-changed = 佐证 { $number } 的文件被改动了：{ $digest }
evidence-file-changed-remedy = 请从 evidence 文件夹的备份里恢复；账本知道它应当是什么。
evidence-nothing-backed = 佐证 { $number } 所说的记录不是本单位的，或已经作废。
evidence-nothing-backed-remedy = 请核对所佐证记录的类别和编号。

media-empty = 文件是空的。
media-empty-remedy = 请重新保存或扫描。
media-too-large = 文件有 { $size } 字节，最多保存 { $largest } 字节。
media-too-large-remedy = 请降低扫描精度，或只留有关的几页。
media-unknown = 不管文件名是什么，这个文件不属于可以保存的类型。
media-unknown-remedy = 请保存这些类型：{ $known }。网页和图纸请先打印成 PDF。
media-has-macros = 文档里带有程序（宏），或加了密码。
media-has-macros-remedy = 请另存为不带宏、不加密码的文档，或存成 PDF。
