-- Reports that stand in a suppressed sentence.
delete from $table where article_id = ? and anchor = ?;
