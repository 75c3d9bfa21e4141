-- How sources were last judged.
select source, state, since from quality.source_health;
