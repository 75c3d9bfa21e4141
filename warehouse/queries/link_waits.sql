-- Those that wait, before others are taken in.
create or replace temp table waiting as from affected;
