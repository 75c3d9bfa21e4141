-- Append the staged items that say something new. One that says what another of its source at the same address said is
-- that one, whatever its id: some feeds give their items new ids each time.
insert into raw.item
select distinct on (source, coalesce(url, id), version) * from $staged s
where not exists (
    select 1 from raw.item t
    where t.version = s.version and t.source = s.source and (t.id = s.id or t.url = s.url)
)
order by source, coalesce(url, id), version, received_at, id;
