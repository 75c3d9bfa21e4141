"""One defect for each check that is written as a query: the statement that plants it in a good warehouse."""

_REPORT = "update core.meeting_report set {} where id = (select min(id) from core.meeting_report)"
_PROMISE = (
    "update core.follow_up_report set {} where id ="
    " (select min(id) from core.follow_up_report where window_start is not null)"
)
_ARTICLE = "update core.article set {} where id = (select min(id) from core.article)"
_PERSON = "update core.participation set {} where id = (select min(id) from core.participation)"

DEFECTS = {
    "agreement_future": "update core.agreement_report set date = '2027-01-01'",
    "agreement_linked": "update core.agreement_report set agreement_id = null",
    "agreement_parties": "update core.agreement_report set parties = ['SA', 'KZ']",
    "article_date": _ARTICLE.format("published = null"),
    "article_future": _ARTICLE.format("published = '2031-01-01'"),
    "article_language": _ARTICLE.format("lang = 'fr'"),
    "article_text_there": "delete from core.article_text where article_id = (select min(id) from core.article)",
    "call_has_no_place": _REPORT.format("form = 'call'"),
    "claim_value": "insert into core.claim by name select 'c1' as id, date '2026-01-01' as day, -5.0 as value",
    "claim_year": "insert into core.claim by name select 'c2' as id, date '2026-01-01' as day, 1492 as year",
    "evaluation_floor": (
        "insert into quality.evaluation by name select 'gold' as gold, (select max(extractor) from quality.run) as"
        " extractor, 'ar' as lang, 'composite' as slot, 0.41 as f1"
    ),
    "evidence_inside": "update core.evidence set span_end = 100000",
    "evidence_of_meetings": "delete from core.evidence where starts_with(path, '/meetings/')",
    "evidence_of_promises": "delete from core.evidence where starts_with(path, '/follow_ups/')",
    "fetch_body": "update raw.fetch set sha256 = null",
    "flag_days": "update quality.flag set last_seen = first_seen - 5",
    "follow_up_due": "update quality.follow_up_state set status = 'due'",
    "follow_up_has_state": "delete from quality.follow_up_state where status = 'overdue'",
    "follow_up_linked": _PROMISE.format("follow_up_id = null"),
    "follow_up_overdue": "update quality.follow_up_state set status = 'overdue'",
    "follow_up_parties": _PROMISE.format("parties = ['KZ']"),
    "follow_up_quote": _PROMISE.format("quote = 'words of nobody'"),
    "follow_up_window": _PROMISE.format("window_start = window_end + 1"),
    "follow_up_window_far": _PROMISE.format("window_end = date '2066-01-01'"),
    "follow_up_window_past": _PROMISE.format("window_start = date '2020-01-01', window_end = date '2020-02-01'"),
    "fulfilment_order": (
        "insert into core.fulfilment by name select id as promise_report_id, 'r' as report_id, day - 3 as day,"
        " 1.7 as score, 'fulfils' as decision from core.follow_up_report"
    ),
    "item_received": "update raw.item set received_at = '1970-01-01'",
    "link_order": "insert into core.report_link by name select 'meeting' as kind, 'b' as a, 'a' as b, 1.5 as score",
    "meeting_after_publication": _REPORT.format("first_day = day + 10, last_day = day + 10"),
    "meeting_codes": "update core.meeting_party set party = 'Saudi Arabia' where party = 'SA'",
    "meeting_counts": "update core.meeting set reports = 7",
    "meeting_country": _REPORT.format("country = 'Saudi Arabia'"),
    "meeting_days": _REPORT.format("first_day = null"),
    "meeting_format": _REPORT.format("parties = ['EG', 'KZ', 'SA']"),
    "meeting_linked": _REPORT.format("meeting_id = null"),
    "meeting_long": _REPORT.format("end_date = '2026-12-31', last_day = date '2026-12-31'"),
    "meeting_old": _REPORT.format("first_day = date '1999-01-01', last_day = date '1999-01-01'"),
    "meeting_parties": _REPORT.format("parties = ['SA', 'SA']"),
    "participant_name": _PERSON.format("name = ' '"),
    "participant_party": _PERSON.format("party = 'FR'"),
    "person_linked": _PERSON.format("person_id = null"),
    "portfolio_office": _PERSON.format("office = 'ambassador'"),
    "run_finished": "insert into quality.run by name select 'r0' as id, '2020-01-01'::timestamptz as started_at",
    "signal_weekday": "update core.signal set code = 'date_conflict'",
    "source_failing": "update quality.source_health set state = 'failing'",
    "source_yield": (
        "insert into core.article by name select 'y' || n as id, 'agency' as source, date '2026-05-18' as day"
        " from range(1, 40) t(n) union all select 'o' || n, 'agency', date '2026-01-05' from range(1, 80) t(n);"
        " insert into core.meeting_report by name select 'ym' || n as id, 'o' || n as article_id,"
        " date '2026-01-05' as day, ['KZ', 'SA'] as parties from range(1, 80) t(n)"
    ),
    "source_volume": (
        "insert into core.article by name select 'v' || n || '-' || k as id, 'agency' as source,"
        " date '2026-05-18' - (7 * n)::integer as day"
        " from range(1, 10) w(n), range(1, 30) r(k) union all select 'w', 'agency', date '2026-05-18'"
    ),
    "status_steps": (
        "insert into quality.follow_up_status by name select follow_up_id, as_of + 1 as as_of, 'met' as before,"
        " 'open' as status from quality.follow_up_status"
    ),
}
