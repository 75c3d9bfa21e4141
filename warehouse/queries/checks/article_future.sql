-- core.article | warning | an article is not published after it was received.
select id, published, first_seen from core.article where try_cast(left(published, 10) as date) > first_seen + 2
