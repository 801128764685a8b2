# The PDF of an annual review.
pdf-no-typeface = This machine has no Chinese typeface. Every Chinese character of the PDF would be an empty box, so none was made.
pdf-no-typeface-remedy = Install one (on Debian: fonts-noto-cjk and fonts-arphic-ukai) and try again, or use the Word file.
pdf-untitled = Annual review
pdf-written = Written to { $path }.
pages-review-pdf = Download the PDF
