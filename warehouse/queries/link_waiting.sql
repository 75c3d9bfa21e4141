-- Reports of one kind that wait for linking, new ones and those let go, with their days.
create or replace temp table reach as select id, day from $table where $column is null;
create or replace temp view affected as select id from reach;
