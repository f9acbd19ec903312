CREATE TABLE journal_entry (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    voice TEXT NOT NULL,
    shared_us INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX journal_entry_by_person ON journal_entry (person_id, n);

CREATE INDEX journal_entry_by_time ON journal_entry (person_id, shared_us DESC, n DESC);

CREATE TABLE journal_reply (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    voice TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX journal_reply_by_person ON journal_reply (person_id, n);

CREATE INDEX journal_reply_by_entry ON journal_reply (entry_id, n);

CREATE TABLE journal_taken_back (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    entry_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX journal_taken_back_by_person ON journal_taken_back (person_id, n);

CREATE TABLE journal_hard_offer (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX journal_hard_offer_by_person ON journal_hard_offer (person_id, n);

CREATE TABLE reflection (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX reflection_by_person ON reflection (person_id, n);

CREATE TABLE reflection_patient_side (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    reflection_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX reflection_patient_side_by_person ON reflection_patient_side (person_id, n);

CREATE TABLE reflection_practitioner_side (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    reflection_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX reflection_practitioner_side_by_person ON reflection_practitioner_side (person_id, n);

CREATE TABLE reflection_opened (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    reflection_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX reflection_opened_by_person ON reflection_opened (person_id, n);

CREATE TABLE repair (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX repair_by_person ON repair (person_id, n);

CREATE TRIGGER journal_entry_keeps BEFORE UPDATE ON journal_entry
BEGIN
    SELECT raise(ABORT, 'kept: a shared entry is never changed');
END;

CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a shared entry is never removed');
END;

CREATE TRIGGER journal_entry_is_not_replaced BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a shared entry is never replaced');
END;

CREATE TRIGGER journal_reply_keeps BEFORE UPDATE ON journal_reply
BEGIN
    SELECT raise(ABORT, 'kept: a reply is never changed');
END;

CREATE TRIGGER journal_reply_stays BEFORE DELETE ON journal_reply
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a reply is never removed');
END;

CREATE TRIGGER journal_reply_is_not_replaced BEFORE INSERT ON journal_reply
WHEN EXISTS (SELECT 1 FROM journal_reply WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a reply is never replaced');
END;

CREATE TRIGGER journal_taken_back_keeps BEFORE UPDATE ON journal_taken_back
BEGIN
    SELECT raise(ABORT, 'kept: a taking back is never changed');
END;

CREATE TRIGGER journal_taken_back_stays BEFORE DELETE ON journal_taken_back
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a taking back is never removed');
END;

CREATE TRIGGER journal_taken_back_is_not_replaced BEFORE INSERT ON journal_taken_back
WHEN EXISTS (SELECT 1 FROM journal_taken_back WHERE id = NEW.id OR n = NEW.n OR entry_id = NEW.entry_id)
BEGIN
    SELECT raise(ABORT, 'kept: a taking back is never replaced');
END;

CREATE TRIGGER reflection_patient_side_keeps BEFORE UPDATE ON reflection_patient_side
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never changed');
END;

CREATE TRIGGER reflection_patient_side_stays BEFORE DELETE ON reflection_patient_side
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never removed');
END;

CREATE TRIGGER reflection_patient_side_is_not_replaced BEFORE INSERT ON reflection_patient_side
WHEN EXISTS (SELECT 1 FROM reflection_patient_side WHERE id = NEW.id OR n = NEW.n OR reflection_id = NEW.reflection_id)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never replaced');
END;

CREATE TRIGGER reflection_practitioner_side_keeps BEFORE UPDATE ON reflection_practitioner_side
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never changed');
END;

CREATE TRIGGER reflection_practitioner_side_stays BEFORE DELETE ON reflection_practitioner_side
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never removed');
END;

CREATE TRIGGER reflection_practitioner_side_is_not_replaced BEFORE INSERT ON reflection_practitioner_side
WHEN EXISTS (SELECT 1 FROM reflection_practitioner_side WHERE id = NEW.id OR n = NEW.n OR reflection_id = NEW.reflection_id)
BEGIN
    SELECT raise(ABORT, 'kept: a sealed side is never replaced');
END;

CREATE TRIGGER reflection_opened_keeps BEFORE UPDATE ON reflection_opened
BEGIN
    SELECT raise(ABORT, 'kept: an opened reflection is never changed');
END;

CREATE TRIGGER reflection_opened_stays BEFORE DELETE ON reflection_opened
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an opened reflection is never removed');
END;

CREATE TRIGGER reflection_opened_is_not_replaced BEFORE INSERT ON reflection_opened
WHEN EXISTS (SELECT 1 FROM reflection_opened WHERE id = NEW.id OR n = NEW.n OR reflection_id = NEW.reflection_id)
BEGIN
    SELECT raise(ABORT, 'kept: an opened reflection is never replaced');
END;
