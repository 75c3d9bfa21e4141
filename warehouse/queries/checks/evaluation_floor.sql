-- quality.evaluation | warning | the extractor in use scores 0.70 at least on every gold set that it was tried on.
select gold, extractor, lang, slot, f1 from quality.evaluation
where slot = 'composite' and f1 < 0.70
  and extractor = (select arg_max(extractor, started_at) from quality.run where extractor is not null)
