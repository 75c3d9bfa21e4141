-- Words are in normal form already; of English ones the stem counts.
pragma create_fts_index(
    'search.sentence', 'id', 'words', stemmer = 'porter', stopwords = 'none', ignore = '\s+', overwrite = 1
);
