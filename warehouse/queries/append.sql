-- Append all staged rows.
insert into $target from $staged;
