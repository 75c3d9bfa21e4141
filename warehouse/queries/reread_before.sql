-- Reports as they stand in articles that are to be read anew, as JSON.
select 'meeting' as kind, r.id, r.article_id, to_json(r)::varchar as said from core.meeting_report r
where r.article_id in (select unnest($articles))
union all
select 'agreement', r.id, r.article_id, to_json(r)::varchar from core.agreement_report r
where r.article_id in (select unnest($articles))
union all
select 'follow_up', r.id, r.article_id, to_json(r)::varchar from core.follow_up_report r
where r.article_id in (select unnest($articles));
