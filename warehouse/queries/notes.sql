-- Notes of the archive's journal whose rows are here.
select name from raw.note
