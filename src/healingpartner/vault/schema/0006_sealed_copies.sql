CREATE TABLE agreement_sealed_copy (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    version_id TEXT NOT NULL UNIQUE,
    attachment_id TEXT NOT NULL UNIQUE,
    twin_id TEXT UNIQUE,
    pdf_sha256 TEXT NOT NULL,
    certificate_sha256 TEXT NOT NULL,
    ledger_seq INTEGER NOT NULL,
    ledger_head TEXT NOT NULL,
    sealed_us INTEGER NOT NULL,
    sealed_offset INTEGER NOT NULL,
    sealed_zone TEXT NOT NULL
) STRICT;

CREATE INDEX agreement_sealed_copy_by_person ON agreement_sealed_copy (person_id);

CREATE INDEX agreement_sealed_copy_by_agreement ON agreement_sealed_copy (agreement_id, n);

CREATE TABLE agreement_envelope_signature (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    envelope_sha256 TEXT NOT NULL UNIQUE,
    signature TEXT NOT NULL
) STRICT;

CREATE INDEX agreement_envelope_signature_by_person ON agreement_envelope_signature (person_id);

CREATE TRIGGER agreement_sealed_copy_keeps BEFORE UPDATE ON agreement_sealed_copy
BEGIN
    SELECT raise(ABORT, 'kept: a sealed copy is never changed');
END;

CREATE TRIGGER agreement_sealed_copy_stays BEFORE DELETE ON agreement_sealed_copy
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed copy is never removed');
END;

CREATE TRIGGER agreement_sealed_copy_is_not_replaced BEFORE INSERT ON agreement_sealed_copy
WHEN EXISTS (
    SELECT 1 FROM agreement_sealed_copy
    WHERE id = NEW.id OR n = NEW.n OR version_id = NEW.version_id OR attachment_id = NEW.attachment_id
        OR twin_id = NEW.twin_id
)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed copy is never replaced');
END;

CREATE TRIGGER agreement_envelope_signature_keeps BEFORE UPDATE ON agreement_envelope_signature
BEGIN
    SELECT raise(ABORT, 'kept: a signature under an envelope is never changed');
END;

CREATE TRIGGER agreement_envelope_signature_stays BEFORE DELETE ON agreement_envelope_signature
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a signature under an envelope is never removed');
END;

CREATE TRIGGER agreement_envelope_signature_is_not_replaced BEFORE INSERT ON agreement_envelope_signature
WHEN EXISTS (
    SELECT 1 FROM agreement_envelope_signature
    WHERE id = NEW.id OR n = NEW.n OR envelope_sha256 = NEW.envelope_sha256
)
BEGIN
    SELECT raise(ABORT, 'kept: a signature under an envelope is never replaced');
END;
