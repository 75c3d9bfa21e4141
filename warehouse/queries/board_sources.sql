-- Sources that do not do well, or give less than they declare, as last judged, on or before a day.
select source as name, state, since, lacking
from quality.source_health
where as_of <= $as_of and (state <> 'healthy' or lacking is not null)
order by source;
