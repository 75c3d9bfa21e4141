-- Rows given as one JSON text, in the shape given beside it.
insert into $staged select unnest(from_json(?::json, ?), max_depth := 2);
