-- Keep what was linked of this kind, for those who name it.
create or replace temp table linked_$kind as from affected;
