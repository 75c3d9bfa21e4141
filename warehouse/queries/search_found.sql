-- The best sentence of each article for these words, the best article first.
select a.id, s.day as date, a.source, a.title, s.sentence, a.url, round(s.score, 3) as score
from (
    select *, fts_search_sentence.match_bm25(id, $words) as score from search.sentence where day <= $day
) s
join core.article a on a.id = s.article_id
where s.score is not null
qualify row_number() over (partition by s.article_id order by s.score desc, s.id) = 1
order by s.score desc, s.day desc, a.id
limit $most;
