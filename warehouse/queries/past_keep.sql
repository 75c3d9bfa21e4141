-- Keep what is touched of this kind, for those who name it.
create or replace temp table touched_$kind as from touched;
