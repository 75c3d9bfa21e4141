-- The last day up to which alerts were looked for.
select max(until) as day from quality.alert_channel;
