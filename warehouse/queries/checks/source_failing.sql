-- quality.source_health | warning | no source is failing, stale or gone.
select source, state, since, error from quality.source_health where state in ('failing', 'stale', 'gone')
