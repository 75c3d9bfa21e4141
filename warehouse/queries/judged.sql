-- Note the day that is judged as of, in place of the last one.
delete from quality.judged;
insert into quality.judged values ($as_of);
