step-assignment-confirmed = 确认到岗服务

state-in-force = 在任

course-nothing-to-renew = 这项派驻没有约定期限，不用续期。
course-nothing-to-renew-remedy = 要定期限的，请更正派驻；不再派驻的，请登记结束。
