-- What is set aside and has not come back.
select * from quality.quarantine where released is null;
