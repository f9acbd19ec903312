CREATE TABLE appointment (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    series_id TEXT NOT NULL,
    moved_by TEXT,
    cancelled_by TEXT,
    words TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    starts_us INTEGER NOT NULL,
    starts_offset INTEGER NOT NULL,
    starts_zone TEXT NOT NULL,
    made_us INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    made_zone TEXT NOT NULL,
    moved_from_us INTEGER,
    moved_from_offset INTEGER,
    moved_from_zone TEXT,
    cancelled_us INTEGER,
    cancelled_offset INTEGER,
    cancelled_zone TEXT
) STRICT;

CREATE INDEX appointment_by_start ON appointment (starts_us);

CREATE INDEX appointment_by_person ON appointment (person_id, starts_us);

CREATE INDEX appointment_by_series ON appointment (series_id) WHERE series_id <> '';

CREATE TABLE appointment_waiting (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    suits TEXT NOT NULL,
    until TEXT,
    appointment_id TEXT NOT NULL,
    since_us INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    since_zone TEXT NOT NULL,
    let_go_us INTEGER,
    let_go_offset INTEGER,
    let_go_zone TEXT
) STRICT;

CREATE INDEX appointment_waiting_by_person ON appointment_waiting (person_id);
