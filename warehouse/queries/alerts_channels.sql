-- Channels known so far.
select name, since, until from quality.alert_channel;
