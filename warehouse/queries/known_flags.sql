-- Flags ever raised.
select * from quality.flag;
