-- Take back rejections, so that what they refused is tried again.
delete from raw.rejection where id in (select unnest($ids))
