-- Let go of everything that rests on the reports of the articles in stage_core_article: their pairs, and the meetings,
-- instruments and promises that they belong to. The other reports of these wait for linking again.
create or replace temp table leaving_report as
select id from core.meeting_report where article_id in (select id from stage_core_article)
union all select id from core.agreement_report where article_id in (select id from stage_core_article)
union all select id from core.follow_up_report where article_id in (select id from stage_core_article)
union all select id from core.prior_event where article_id in (select id from stage_core_article);

create or replace temp table leaving_follow_up as
select distinct r.follow_up_id as id
from core.follow_up_report r
where r.follow_up_id is not null and (
    r.article_id in (select id from stage_core_article)
    or r.id in (
        select promise_report_id from core.fulfilment
        where decision = 'fulfils' and report_id in (from leaving_report)
    )
);

delete from core.report_link where a in (from leaving_report) or b in (from leaving_report);
delete from core.fulfilment where promise_report_id in (from leaving_report) or report_id in (from leaving_report);

create or replace temp table leaving_meeting as
select distinct meeting_id as id from core.meeting_report
where article_id in (select id from stage_core_article) and meeting_id is not null;
update core.meeting_report set meeting_id = null where meeting_id in (from leaving_meeting);
delete from core.meeting where id in (from leaving_meeting);
delete from core.meeting_party where meeting_id in (from leaving_meeting);
delete from core.meeting_topic where meeting_id in (from leaving_meeting);

create or replace temp table leaving_agreement as
select distinct agreement_id as id from core.agreement_report
where article_id in (select id from stage_core_article) and agreement_id is not null;
update core.agreement_report set agreement_id = null where agreement_id in (from leaving_agreement);
delete from core.agreement where id in (from leaving_agreement);
delete from core.agreement_party where agreement_id in (from leaving_agreement);
delete from core.signatory where agreement_id in (from leaving_agreement);
delete from core.agreement_step where agreement_id in (from leaving_agreement);

update core.follow_up_report set follow_up_id = null where follow_up_id in (from leaving_follow_up);
delete from core.follow_up where id in (from leaving_follow_up);
delete from core.follow_up_party where follow_up_id in (from leaving_follow_up);

update core.participation set meeting_id = null where meeting_id in (from leaving_meeting);
create or replace temp table leaving_name as
select distinct name_id as id from core.participation where article_id in (select id from stage_core_article);
create or replace temp table leaving_person as
select distinct person_id as id from core.person_name where id in (from leaving_name) and person_id is not null;
delete from core.report_link where kind = 'person' and (a in (from leaving_name) or b in (from leaving_name));
delete from core.person_name where id in (from leaving_name);
update core.person_name set person_id = null where person_id in (from leaving_person);
update core.participation set person_id = null where name_id in (from leaving_name);
delete from core.person where id in (from leaving_person);
