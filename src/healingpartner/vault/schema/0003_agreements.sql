CREATE TABLE agreement (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    version_id TEXT NOT NULL,
    offered_us INTEGER NOT NULL,
    offered_offset INTEGER NOT NULL,
    offered_zone TEXT NOT NULL,
    talked_over_us INTEGER,
    talked_over_offset INTEGER,
    talked_over_zone TEXT,
    thinking_us INTEGER,
    thinking_offset INTEGER,
    thinking_zone TEXT,
    ask_again_on TEXT,
    withdrawn_us INTEGER,
    withdrawn_offset INTEGER,
    withdrawn_zone TEXT,
    signed_us INTEGER,
    signed_offset INTEGER,
    signed_zone TEXT
) STRICT;

CREATE INDEX agreement_by_person ON agreement (person_id, n);

CREATE TABLE agreement_version (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    wording TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    made_us INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    made_zone TEXT NOT NULL,
    UNIQUE (agreement_id, number)
) STRICT;

CREATE TABLE agreement_signature (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    role TEXT NOT NULL,
    envelope TEXT NOT NULL,
    envelope_sha256 TEXT NOT NULL UNIQUE,
    drawing TEXT
) STRICT;

CREATE UNIQUE INDEX agreement_signature_once ON agreement_signature (version_id, role)
WHERE role IN ('patient', 'practitioner');

CREATE INDEX agreement_signature_by_agreement ON agreement_signature (agreement_id, n);

CREATE TRIGGER agreement_version_keeps_its_text BEFORE UPDATE ON agreement_version
BEGIN
    SELECT raise(ABORT, 'kept: the text of an agreement is never changed');
END;

CREATE TRIGGER agreement_version_stays BEFORE DELETE ON agreement_version
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: the text of an agreement is never removed');
END;

CREATE TRIGGER agreement_version_is_not_replaced BEFORE INSERT ON agreement_version
WHEN EXISTS (
    SELECT 1 FROM agreement_version
    WHERE id = NEW.id OR n = NEW.n OR (agreement_id = NEW.agreement_id AND number = NEW.number)
)
BEGIN
    SELECT raise(ABORT, 'kept: the text of an agreement is never replaced');
END;

CREATE TRIGGER agreement_signature_keeps BEFORE UPDATE ON agreement_signature
BEGIN
    SELECT raise(ABORT, 'kept: a signature is never changed');
END;

CREATE TRIGGER agreement_signature_stays BEFORE DELETE ON agreement_signature
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a signature is never removed');
END;

CREATE TRIGGER agreement_signature_is_not_replaced BEFORE INSERT ON agreement_signature
WHEN EXISTS (
    SELECT 1 FROM agreement_signature
    WHERE id = NEW.id OR n = NEW.n OR envelope_sha256 = NEW.envelope_sha256
        OR (version_id = NEW.version_id AND role = NEW.role AND NEW.role IN ('patient', 'practitioner'))
)
BEGIN
    SELECT raise(ABORT, 'kept: a signature is never replaced');
END;

CREATE TRIGGER agreement_keeps_its_place BEFORE UPDATE ON agreement
WHEN OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
BEGIN
    SELECT raise(ABORT, 'kept: an agreement keeps its id and its person');
END;

CREATE TRIGGER agreement_signed_keeps BEFORE UPDATE ON agreement
WHEN OLD.signed_us IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'kept: a signed agreement is never changed');
END;

CREATE TRIGGER agreement_signed_stays BEFORE DELETE ON agreement
WHEN OLD.signed_us IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a signed agreement is never removed');
END;

CREATE TRIGGER agreement_signed_is_not_replaced BEFORE INSERT ON agreement
WHEN EXISTS (SELECT 1 FROM agreement WHERE (id = NEW.id OR n = NEW.n) AND signed_us IS NOT NULL)
BEGIN
    SELECT raise(ABORT, 'kept: a signed agreement is never replaced');
END;
