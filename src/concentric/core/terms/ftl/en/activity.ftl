step-activity-confirmed = confirmed as held

state-reported = reported
