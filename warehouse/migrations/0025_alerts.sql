-- Alerts: what is to be told, to whom, and what has been told.

create table quality.alert (
    key VARCHAR,
    kind VARCHAR,
    subject VARCHAR,
    event VARCHAR,
    as_of DATE
);
comment on table quality.alert is 'What readers are to be told, once each. Key: key.';
comment on column quality.alert.key is 'Subject, event and what tells this change from another of the same kind.';
comment on column quality.alert.kind is 'follow_up or flag.';
comment on column quality.alert.subject is 'Id of the promise, or of the flag.';
comment on column quality.alert.event is 'New state of the promise, or code of the flag.';
comment on column quality.alert.as_of is 'Day as of which it was found.';

create table quality.alert_delivery (
    alert VARCHAR,
    channel VARCHAR,
    tries INTEGER,
    tried_at TIMESTAMPTZ,
    sent_at TIMESTAMPTZ,
    error VARCHAR
);
comment on table quality.alert_delivery is 'The outbox: how each alert fared on each channel. Key: alert, channel.';
comment on column quality.alert_delivery.alert is 'Alert. Refers to quality.alert.key.';
comment on column quality.alert_delivery.channel is 'Channel.';
comment on column quality.alert_delivery.tries is 'Runs that tried to send it.';
comment on column quality.alert_delivery.tried_at is 'Beginning of the last try.';
comment on column quality.alert_delivery.sent_at is 'When the receiver took it; null: not yet, or broken off before that was noted.';
comment on column quality.alert_delivery.error is 'Why the last try failed; null: it did not.';

create table quality.alert_channel (
    name VARCHAR,
    since DATE,
    until DATE
);
comment on table quality.alert_channel is 'Where alerts go. Key: name.';
comment on column quality.alert_channel.name is 'Channel: prefect, file, webhook or mail.';
comment on column quality.alert_channel.since is 'Day of the first run that had it: what was found before is not told to it.';
comment on column quality.alert_channel.until is 'Day of the last run that had it.';
