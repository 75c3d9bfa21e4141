-- Sources that do not do well, as last judged, on or before a day.
select source, state, since from quality.source_health where as_of <= $as_of and state <> 'healthy' order by source;
