step-activity-confirmed = 确认举办

state-reported = 已上报
