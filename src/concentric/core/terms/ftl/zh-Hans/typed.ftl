# 述评里手写的数字
typed-unsettled = 文稿里有 { $count } 处手写的数字同账本对不上，或没说清是哪一项。
typed-unsettled-remedy = 请改用账本的数字（用 concentric check 或校核页看），或用 --typed-reason 写明为什么照登。
typed-number = 手写的“{ $text }”：{ $verdict }。{ $why }
typed-number-remedy = 请改正、改用数字引用，或写明为什么照登。
typed-title = { $count } 处手写的数字未获账本支持
typed-what = 这些数字不是从账本里取的；定稿时对过，对不上或说不清，编者写明了照登的理由。
typed-because = 理由：{ $reason }
