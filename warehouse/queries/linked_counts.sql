-- What there is after linking.
select
    (select count(*) from core.meeting) as meetings,
    (select count(*) from core.person) as people,
    (select count(*) from core.agreement) as agreements,
    (select count(*) from core.follow_up) as follow_ups;
