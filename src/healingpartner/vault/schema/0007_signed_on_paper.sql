CREATE TABLE agreement_paper_scan (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    attachment_id TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    brought_us INTEGER NOT NULL,
    brought_offset INTEGER NOT NULL,
    brought_zone TEXT NOT NULL,
    UNIQUE (version_id, sha256)
) STRICT;

CREATE INDEX agreement_paper_scan_by_person ON agreement_paper_scan (person_id);

CREATE INDEX agreement_paper_scan_by_agreement ON agreement_paper_scan (agreement_id, n);

CREATE TRIGGER agreement_paper_scan_keeps BEFORE UPDATE ON agreement_paper_scan
BEGIN
    SELECT raise(ABORT, 'kept: the scan of a signed paper is never changed');
END;

CREATE TRIGGER agreement_paper_scan_stays BEFORE DELETE ON agreement_paper_scan
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: the scan of a signed paper is never removed');
END;

CREATE TRIGGER agreement_paper_scan_is_not_replaced BEFORE INSERT ON agreement_paper_scan
WHEN EXISTS (
    SELECT 1 FROM agreement_paper_scan
    WHERE id = NEW.id OR n = NEW.n OR attachment_id = NEW.attachment_id
        OR (version_id = NEW.version_id AND sha256 = NEW.sha256)
)
BEGIN
    SELECT raise(ABORT, 'kept: the scan of a signed paper is never replaced');
END;

CREATE TABLE agreement_thinking (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL UNIQUE,
    since_us INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    since_zone TEXT NOT NULL,
    ask_again_on TEXT
) STRICT;

CREATE INDEX agreement_thinking_by_person ON agreement_thinking (person_id);
