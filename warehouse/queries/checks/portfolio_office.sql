-- core.participation | warning | only ministers and their deputies have a portfolio, and they do.
select id, name, office, portfolio
from core.participation
where (office in ('minister', 'deputy_minister')) <> (portfolio is not null)
