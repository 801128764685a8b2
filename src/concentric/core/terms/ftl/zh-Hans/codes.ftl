code-uscc-length = 统一社会信用代码应为 18 位，“{ $code }”有 { $length } 位。
code-uscc-length-remedy = 请对照营业执照或登记证书核对；确实如此可以保留。
code-uscc-letter = 统一社会信用代码“{ $code }”含有不会使用的字符：{ $letters }。
code-uscc-letter-remedy = 请核对是否把 0 写成了 O、把 1 写成了 I、把 2 写成了 Z。
code-uscc-check = 统一社会信用代码“{ $code }”的校验位不符。
code-uscc-check-remedy = 请对照证照核对；早期试点发放的代码可能本就不符，确实如此可以保留。
code-uscc-person = 统一社会信用代码一栏填的是居民身份证号。
code-uscc-person-remedy = 请删去该号码，改填单位的统一社会信用代码；没有的请留空。
