-- Exchanges that brought some bytes, the first of them first.
select * from raw.fetch where sha256 = $sha256 and kind in ('feed', 'part') order by started_at
