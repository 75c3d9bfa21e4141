-- quality.flag | critical | a flag was first seen before it was last seen, and resolved after that.
select id, first_seen, last_seen, resolved from quality.flag
where last_seen < first_seen or resolved < first_seen
