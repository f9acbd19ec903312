CREATE TABLE agreement_stance (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    commitment_id TEXT NOT NULL,
    side TEXT NOT NULL,
    stance TEXT NOT NULL,
    practitioner_words TEXT NOT NULL,
    patient_words TEXT NOT NULL,
    help TEXT NOT NULL,
    said_us INTEGER NOT NULL,
    said_offset INTEGER NOT NULL,
    said_zone TEXT NOT NULL,
    reply TEXT NOT NULL,
    reason TEXT NOT NULL,
    replied_us INTEGER,
    replied_offset INTEGER,
    replied_zone TEXT
) STRICT;

CREATE UNIQUE INDEX agreement_stance_once ON agreement_stance (agreement_id, commitment_id, side);

CREATE TRIGGER agreement_stance_keeps BEFORE UPDATE ON agreement_stance
WHEN EXISTS (SELECT 1 FROM agreement WHERE id = OLD.agreement_id AND signed_us IS NOT NULL)
BEGIN
    SELECT raise(ABORT, 'kept: what was said before both signed is never changed');
END;

CREATE TRIGGER agreement_stance_stays BEFORE DELETE ON agreement_stance
WHEN EXISTS (SELECT 1 FROM agreement WHERE id = OLD.agreement_id AND signed_us IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: what was said before both signed is never removed');
END;

CREATE TABLE agreement_succession (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL UNIQUE,
    former_id TEXT NOT NULL
) STRICT;

CREATE INDEX agreement_succession_by_former ON agreement_succession (former_id);

CREATE INDEX agreement_standing ON agreement (person_id, n) WHERE state <> 'withdrawn';

CREATE TABLE practice_adoption (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    commitment_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    since_us INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    since_zone TEXT NOT NULL
) STRICT;

CREATE TABLE own_wording (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    edition INTEGER NOT NULL,
    wording TEXT NOT NULL,
    set_aside INTEGER NOT NULL,
    kept_us INTEGER NOT NULL,
    kept_offset INTEGER NOT NULL,
    kept_zone TEXT NOT NULL
) STRICT;
