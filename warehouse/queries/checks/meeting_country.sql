-- core.meeting_report | critical | a country is a two-letter code.
select id, country from core.meeting_report where not regexp_full_match(country, '[A-Z]{2}')
