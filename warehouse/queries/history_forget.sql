-- What was noted of rows that are told of anew.
delete from quality.noted
where table_name = '$table' and row_key in (select concat_ws(chr(31), $key) from $staged t);
