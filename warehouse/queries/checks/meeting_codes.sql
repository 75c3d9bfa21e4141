-- core.meeting_party | critical | a party is a two-letter code or an organisation's.
select meeting_id, party from core.meeting_party where not regexp_full_match(party, '[A-Z]{2}|[A-Z]{3,8}')
