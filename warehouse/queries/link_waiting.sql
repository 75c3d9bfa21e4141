-- Reports of one kind that wait for linking.
create or replace temp table affected as select id from $table where $column is null;
create or replace temp table waiting as from affected;
