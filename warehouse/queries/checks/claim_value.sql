-- core.claim | warning | a figure is not negative.
select id, value, quote from core.claim where value < 0
