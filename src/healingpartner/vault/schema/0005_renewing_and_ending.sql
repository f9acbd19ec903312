CREATE TABLE renewal_date (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL UNIQUE,
    renew_on TEXT NOT NULL,
    moved_by TEXT NOT NULL,
    moved_us INTEGER NOT NULL,
    moved_offset INTEGER NOT NULL,
    moved_zone TEXT NOT NULL
) STRICT;

CREATE INDEX renewal_date_by_person ON renewal_date (person_id);

CREATE TABLE renewal_review (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    begun_us INTEGER NOT NULL,
    begun_offset INTEGER NOT NULL,
    begun_zone TEXT NOT NULL,
    outcome TEXT,
    finished_us INTEGER,
    finished_offset INTEGER,
    finished_zone TEXT
) STRICT;

CREATE INDEX renewal_review_by_agreement ON renewal_review (agreement_id, n);

CREATE INDEX renewal_review_by_person ON renewal_review (person_id);

CREATE TABLE renewal_answer (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    review_id TEXT NOT NULL,
    commitment_id TEXT NOT NULL,
    voice TEXT NOT NULL,
    choice TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (review_id, commitment_id, voice)
) STRICT;

CREATE INDEX renewal_answer_by_person ON renewal_answer (person_id);

CREATE TABLE ending (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    agreement_id TEXT,
    begun_by TEXT NOT NULL,
    leads_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_words TEXT NOT NULL,
    patient_words TEXT NOT NULL,
    practitioner_words TEXT NOT NULL,
    last_day TEXT NOT NULL,
    why_then TEXT NOT NULL,
    begun_us INTEGER NOT NULL,
    begun_offset INTEGER NOT NULL,
    begun_zone TEXT NOT NULL,
    ended_us INTEGER,
    ended_offset INTEGER,
    ended_zone TEXT,
    taken_back_us INTEGER,
    taken_back_offset INTEGER,
    taken_back_zone TEXT
) STRICT;

CREATE INDEX ending_by_person ON ending (person_id, n);

CREATE TABLE ending_step (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    ending_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    done_us INTEGER,
    done_offset INTEGER,
    done_zone TEXT
) STRICT;

CREATE INDEX ending_step_by_ending ON ending_step (ending_id, position);

CREATE INDEX ending_step_by_person ON ending_step (person_id);

CREATE TABLE resuming (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    ending_id TEXT NOT NULL UNIQUE,
    begun_by TEXT NOT NULL,
    patient_words TEXT NOT NULL,
    practitioner_words TEXT NOT NULL,
    resumed_us INTEGER NOT NULL,
    resumed_offset INTEGER NOT NULL,
    resumed_zone TEXT NOT NULL
) STRICT;

CREATE INDEX resuming_by_person ON resuming (person_id);

CREATE TABLE hand_on_letter (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    to_whom TEXT NOT NULL,
    opening TEXT NOT NULL,
    helped TEXT NOT NULL,
    strengths TEXT NOT NULL,
    questions TEXT NOT NULL,
    asked_for TEXT NOT NULL,
    closing TEXT NOT NULL,
    written_us INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    written_zone TEXT NOT NULL
) STRICT;

CREATE INDEX hand_on_letter_by_person ON hand_on_letter (person_id, n);

CREATE TABLE consent (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    wording TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    way TEXT NOT NULL,
    given_us INTEGER NOT NULL,
    given_offset INTEGER NOT NULL,
    given_zone TEXT NOT NULL
) STRICT;

CREATE INDEX consent_by_person ON consent (person_id, n);

CREATE TABLE consent_withdrawal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    consent_id TEXT NOT NULL UNIQUE,
    way TEXT NOT NULL,
    withdrawn_us INTEGER NOT NULL,
    withdrawn_offset INTEGER NOT NULL,
    withdrawn_zone TEXT NOT NULL
) STRICT;

CREATE INDEX consent_withdrawal_by_person ON consent_withdrawal (person_id);

CREATE TRIGGER renewal_review_keeps BEFORE UPDATE ON renewal_review
WHEN OLD.finished_us IS NOT NULL OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
BEGIN
    SELECT raise(ABORT, 'kept: a finished review is never changed');
END;

CREATE TRIGGER renewal_review_stays BEFORE DELETE ON renewal_review
WHEN OLD.finished_us IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a finished review is never removed');
END;

CREATE TRIGGER renewal_review_is_not_replaced BEFORE INSERT ON renewal_review
WHEN EXISTS (SELECT 1 FROM renewal_review WHERE (id = NEW.id OR n = NEW.n) AND finished_us IS NOT NULL)
BEGIN
    SELECT raise(ABORT, 'kept: a finished review is never replaced');
END;

CREATE TRIGGER renewal_answer_keeps BEFORE UPDATE ON renewal_answer
WHEN OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
    OR OLD.commitment_id IS NOT NEW.commitment_id OR OLD.voice IS NOT NEW.voice OR EXISTS (
    SELECT 1 FROM renewal_review WHERE id IN (OLD.review_id, NEW.review_id) AND finished_us IS NOT NULL
)
BEGIN
    SELECT raise(ABORT, 'kept: an answer of a finished review is never changed');
END;

CREATE TRIGGER renewal_answer_stays BEFORE DELETE ON renewal_answer
WHEN EXISTS (SELECT 1 FROM renewal_review WHERE id = OLD.review_id AND finished_us IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an answer of a finished review is never removed');
END;

CREATE TRIGGER renewal_answer_is_not_added BEFORE INSERT ON renewal_answer
WHEN EXISTS (SELECT 1 FROM renewal_review WHERE id = NEW.review_id AND finished_us IS NOT NULL)
    OR EXISTS (
        SELECT 1 FROM renewal_answer a JOIN renewal_review r ON r.id = a.review_id
        WHERE (a.id = NEW.id OR a.n = NEW.n) AND r.finished_us IS NOT NULL
    )
BEGIN
    SELECT raise(ABORT, 'kept: a finished review takes no more answers');
END;

CREATE TRIGGER ending_keeps BEFORE UPDATE ON ending
WHEN OLD.ended_us IS NOT NULL OR OLD.taken_back_us IS NOT NULL
    OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
BEGIN
    SELECT raise(ABORT, 'kept: an ending is never changed');
END;

CREATE TRIGGER ending_stays BEFORE DELETE ON ending
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an ending is never removed');
END;

CREATE TRIGGER ending_is_not_replaced BEFORE INSERT ON ending
WHEN EXISTS (
    SELECT 1 FROM ending
    WHERE (id = NEW.id AND (ended_us IS NOT NULL OR taken_back_us IS NOT NULL)) OR n = NEW.n
)
BEGIN
    SELECT raise(ABORT, 'kept: an ending is never replaced');
END;

CREATE TRIGGER resuming_keeps BEFORE UPDATE ON resuming
BEGIN
    SELECT raise(ABORT, 'kept: a new beginning is never changed');
END;

CREATE TRIGGER resuming_stays BEFORE DELETE ON resuming
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a new beginning is never removed');
END;

CREATE TRIGGER resuming_is_not_replaced BEFORE INSERT ON resuming
WHEN EXISTS (SELECT 1 FROM resuming WHERE id = NEW.id OR n = NEW.n OR ending_id = NEW.ending_id)
BEGIN
    SELECT raise(ABORT, 'kept: a new beginning is never replaced');
END;

CREATE TRIGGER consent_keeps BEFORE UPDATE ON consent
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never changed');
END;

CREATE TRIGGER consent_stays BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never removed');
END;

CREATE TRIGGER consent_is_not_replaced BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never replaced');
END;

CREATE TRIGGER consent_withdrawal_keeps BEFORE UPDATE ON consent_withdrawal
BEGIN
    SELECT raise(ABORT, 'kept: a consent taken back stays taken back');
END;

CREATE TRIGGER consent_withdrawal_stays BEFORE DELETE ON consent_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a consent taken back stays taken back');
END;

CREATE TRIGGER consent_withdrawal_is_not_replaced BEFORE INSERT ON consent_withdrawal
WHEN EXISTS (SELECT 1 FROM consent_withdrawal WHERE id = NEW.id OR n = NEW.n OR consent_id = NEW.consent_id)
BEGIN
    SELECT raise(ABORT, 'kept: a consent taken back stays taken back');
END;
