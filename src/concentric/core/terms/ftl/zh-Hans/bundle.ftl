# The bundle of a review that outsiders check offline.
bundle-not-public = { $number } 是内部版，不对外提供证据包。
bundle-not-public-remedy = 请先定稿一个公开版，再打包。
bundle-no-checkpoint = 还没有一个签名检查点包含 { $number }。
bundle-no-checkpoint-remedy = 请运行“concentric checkpoint”，再打包。
bundle-too-large = { $number } 的数字背后有超过 { $most } 条记录，放不进一个要传给别人的文件。
bundle-too-large-remedy = 请用 --figure 一次只取一个数字。
bundle-no-figure = { $number } 里没有印“{ $reference }”这个数字。
bundle-no-figure-remedy = 请写指标代码，或照正文里的写法写出整个引用。
bundle-written = 已写入 { $path }：{ $count } 个数字附有记录，检查点 { $size } 条。
bundle-how = 对方解开后运行 python3 check.py 即可校验；公钥请另行告知：{ $key }
bundle-column-reference = 引用
bundle-column-printed = 文中所印
bundle-column-value = 数值
bundle-column-unit = 单位
bundle-column-strength = 强度
bundle-column-rows = 记录数
bundle-column-digest = 证据摘要
bundle-readme = 这是年度述评 { $number } 的证据包，可以离线校验。
bundle-readme-one = 这是年度述评 { $number } 中一个数字（{ $reference }）的证据包，可以离线校验。
bundle-readme-how = 校验：安装 Python 3.11 或更新的版本，在这个文件夹里运行  python3 check.py
    check.py 很短，不联网，不用别的软件，可以先读一遍。最好另从报纸、伙伴单位或印刷的述评得到公钥，
    再运行  python3 check.py --key 公钥
    review.txt 是正文；figures.csv 是全部数字；rows/ 是每个数字背后的记录（只含可公开的列）；
    proof.json 是带证明的记录；checkpoint.txt 是签过名的账本大小和根。
    rows/ 里的表校验的是列出的恰是这些记录，其余各列供阅读；记录的内容以 proof.json 里经证明的为准。
    证明的是：数了哪些记录，它们录入之后没有改动。不证明录入的内容为真，也不证明没有漏记。
pages-review-bundle = 下载证据包，离线校验
pages-card-proof = 带走这个数字的证据
