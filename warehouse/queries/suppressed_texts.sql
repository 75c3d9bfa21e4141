-- Every wording of an article.
select title, text from core.article_text where article_id = $article;
