-- Background has no link of its own to wait for.
update core.prior_event set judged = true where judged is null;
