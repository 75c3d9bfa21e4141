-- raw.item | warning | an item was not received before 2000.
select id, version, received_at from raw.item where received_at < '2000-01-01'::timestamptz
