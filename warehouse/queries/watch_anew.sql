-- What is there of what must be judged anew.
select kind, subject from watch_moved where inputs is not null order by kind, subject;
