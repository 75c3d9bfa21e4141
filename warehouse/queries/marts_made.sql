-- Remember which text the views were made from.
delete from quality.marts;
insert into quality.marts values ($digest);
