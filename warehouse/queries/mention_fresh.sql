-- What was read since institutions and organisations were last made: reports of meetings and participations that wait
-- for linking; $held and $named are the first of their days.
create or replace temp table fresh_meeting as
select parties, organisations, day from core.meeting_report where day >= date '$held' and meeting_id is null;
create or replace temp table fresh_participation as
select id, party, portfolio, institution, day from core.participation where day >= date '$named' and person_id is null;
