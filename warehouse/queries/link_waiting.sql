-- Reports of one kind that wait for linking, new ones and those let go, with their days; $first is the first of these.
create or replace temp table reach as
select id, day from $table where day >= date '$first' and $column is null;
create or replace temp view affected as select id from reach;
