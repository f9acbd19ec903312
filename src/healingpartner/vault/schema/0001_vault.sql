CREATE TABLE practice (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    applied_us INTEGER NOT NULL
) STRICT;

CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY,
    act_id TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    voice TEXT NOT NULL,
    hand TEXT NOT NULL,
    act TEXT NOT NULL,
    room TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    person_id TEXT,
    commitment BLOB,
    chain BLOB NOT NULL
) STRICT;

CREATE INDEX ledger_by_subject ON ledger (subject_id, seq);

CREATE INDEX ledger_by_person ON ledger (person_id, seq) WHERE person_id IS NOT NULL;

CREATE TABLE ledger_body (
    seq INTEGER PRIMARY KEY REFERENCES ledger (seq),
    salt BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE erasure (
    n INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE REFERENCES ledger (seq),
    person_id TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT;

CREATE TABLE erased (
    seq INTEGER PRIMARY KEY REFERENCES ledger (seq),
    erasure_seq INTEGER NOT NULL REFERENCES erasure (seq)
) STRICT;

CREATE TRIGGER ledger_line_follows BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
BEGIN
    SELECT raise(ABORT, 'kept: a ledger line follows the last one');
END;

CREATE TRIGGER ledger_line_stays BEFORE UPDATE ON ledger
BEGIN
    SELECT raise(ABORT, 'kept: a ledger line is never changed');
END;

CREATE TRIGGER ledger_line_remains BEFORE DELETE ON ledger
BEGIN
    SELECT raise(ABORT, 'kept: a ledger line is never removed');
END;

CREATE TRIGGER ledger_body_comes_with_its_line BEFORE INSERT ON ledger_body
WHEN NEW.seq IS NOT (SELECT max(seq) FROM ledger) OR EXISTS (SELECT 1 FROM ledger_body WHERE seq = NEW.seq)
BEGIN
    SELECT raise(ABORT, 'kept: a ledger body comes with its line');
END;

CREATE TRIGGER ledger_body_stays BEFORE UPDATE ON ledger_body
BEGIN
    SELECT raise(ABORT, 'kept: a ledger body is never changed');
END;

CREATE TRIGGER ledger_body_goes_only_by_erasure BEFORE DELETE ON ledger_body
WHEN NOT EXISTS (
    SELECT 1 FROM erased JOIN erasure ON erasure.seq = erased.erasure_seq
    WHERE erased.seq = OLD.seq AND erasure.open = 1
)
BEGIN
    SELECT raise(ABORT, 'kept: a ledger body goes only under an erasure line');
END;

CREATE TRIGGER erased_needs_its_person BEFORE INSERT ON erased
WHEN NOT EXISTS (
    SELECT 1 FROM erasure JOIN ledger ON ledger.person_id = erasure.person_id
    WHERE erasure.seq = NEW.erasure_seq AND erasure.open = 1 AND ledger.seq = NEW.seq
)
BEGIN
    SELECT raise(ABORT, 'kept: an erasure reaches one person only');
END;

CREATE TRIGGER erased_stays BEFORE DELETE ON erased
BEGIN
    SELECT raise(ABORT, 'kept: an erasure is never hidden');
END;

CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure
BEGIN
    SELECT raise(ABORT, 'kept: an erasure is never hidden');
END;

CREATE TRIGGER erasure_only_closes BEFORE UPDATE ON erasure
WHEN NOT (OLD.open = 1 AND NEW.open = 0 AND NEW.seq = OLD.seq AND NEW.person_id = OLD.person_id)
BEGIN
    SELECT raise(ABORT, 'kept: an erasure only closes');
END;

CREATE TABLE draft (
    n INTEGER PRIMARY KEY,
    subject_id TEXT NOT NULL,
    form TEXT NOT NULL,
    voice TEXT NOT NULL,
    began_from INTEGER NOT NULL,
    body TEXT NOT NULL,
    saved_us INTEGER NOT NULL,
    saved_offset INTEGER NOT NULL,
    saved_zone TEXT NOT NULL,
    UNIQUE (subject_id, form, voice)
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE file_key (
    n INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL UNIQUE,
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    stored_as TEXT NOT NULL UNIQUE,
    made_us INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    made_zone TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_by_person ON attachment (person_id);

CREATE TABLE released (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT,
    what TEXT NOT NULL,
    to_whom TEXT NOT NULL,
    why TEXT NOT NULL,
    way TEXT NOT NULL,
    outcome TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    at_zone TEXT NOT NULL
) STRICT;

CREATE INDEX released_by_person ON released (person_id);

CREATE TABLE found (
    n INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    person_id TEXT,
    at_us INTEGER NOT NULL,
    title TEXT NOT NULL,
    preview TEXT NOT NULL,
    folded TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2))
) STRICT;

CREATE UNIQUE INDEX found_standing ON found (subject_id, kind) WHERE state < 2;

CREATE INDEX found_waiting ON found (state, n) WHERE state <> 1;

CREATE VIRTUAL TABLE found_index USING fts5(
    folded, content='found', content_rowid='n', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

INSERT INTO found_index (found_index, rank) VALUES ('pgsz', 3900);

INSERT INTO found_index (found_index, rank) VALUES ('secure-delete', 1);
