CREATE TABLE own_lens_words (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    folded TEXT NOT NULL,
    set_aside INTEGER NOT NULL,
    body TEXT NOT NULL,
    kept_us INTEGER NOT NULL,
    kept_offset INTEGER NOT NULL,
    kept_zone TEXT NOT NULL
) STRICT;
