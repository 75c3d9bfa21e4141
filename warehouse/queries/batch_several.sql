-- Likewise those that this batch itself gives in several wordings.
insert into batch_before
select article_id from stage_core_article_text
where article_id not in (from batch_before)
group by article_id
having count(distinct version) > 1;
