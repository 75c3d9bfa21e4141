-- What the reports belonged to is made anew.
delete from $table;
