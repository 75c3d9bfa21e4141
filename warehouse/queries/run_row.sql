-- A run as it ended.
select * from quality.run where id = $id
