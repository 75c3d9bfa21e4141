-- Sources that fail or asked us to wait, with the moment from which they may be asked again.
select source, next_try from quality.source_health where next_try is not null
