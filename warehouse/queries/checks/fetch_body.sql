-- raw.fetch | critical | a fetch with a body names its bytes.
select id, url from raw.fetch where bytes > 0 and sha256 is null
