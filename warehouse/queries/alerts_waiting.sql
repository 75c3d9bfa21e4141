-- Alerts that a channel has not taken yet, the oldest first.
select a.key, a.kind, a.subject, a.event, a.as_of, coalesce(d.tries, 0) as tries
from quality.alert a
join quality.alert_channel c on c.name = $channel and a.as_of >= c.since
left join quality.alert_delivery d on d.alert = a.key and d.channel = c.name
where d.sent_at is null
order by a.as_of, a.key;
