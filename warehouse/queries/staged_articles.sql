-- The articles of this batch that are in the warehouse already, with the hash of what was read in them, and by what.
select id, digest, version, extractor from core.article where id in (from batch_before);
