-- What each version of the extractor scored on each gold set, the latest first.
select gold, extractor, lang, slot, precision_score, recall_score, f1, gold_values, evaluated_on
from quality.evaluation
order by evaluated_on desc, extractor desc, gold, lang, slot;
