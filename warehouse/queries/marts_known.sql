-- Whether the views stand as a text has them.
select exists (select 1 from quality.marts where digest = $digest) as known;
