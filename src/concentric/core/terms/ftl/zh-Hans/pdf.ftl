# The PDF of an annual review.
pdf-no-typeface = 这台机器没有中文字体，PDF 里的汉字会全是空框，没有生成。
pdf-no-typeface-remedy = 请安装中文字体（Debian 上为 fonts-noto-cjk 和 fonts-arphic-ukai），再生成一次；也可以先用 Word 文件。
pdf-untitled = 年度述评
pdf-written = 已写入 { $path }。
pages-review-pdf = 下载 PDF 文件
