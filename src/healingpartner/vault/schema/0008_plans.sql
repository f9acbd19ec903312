CREATE TABLE plan (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL,
    review_on TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_by_person ON plan (person_id);

CREATE TABLE plan_goal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_goal_by_person ON plan_goal (person_id);

CREATE INDEX plan_goal_by_plan ON plan_goal (plan_id, n);

CREATE TABLE plan_goal_rating (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_goal_rating_by_person ON plan_goal_rating (person_id);

CREATE INDEX plan_goal_rating_by_plan ON plan_goal_rating (plan_id, n);

CREATE TABLE plan_decision (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_decision_by_person ON plan_decision (person_id);

CREATE INDEX plan_decision_by_plan ON plan_decision (plan_id, n);

CREATE TABLE plan_option (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_option_by_person ON plan_option (person_id);

CREATE INDEX plan_option_by_plan ON plan_option (plan_id, n);

CREATE TABLE plan_part (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_part_by_person ON plan_part (person_id);

CREATE INDEX plan_part_by_plan ON plan_part (plan_id, n);

CREATE TABLE plan_going_on (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_going_on_by_person ON plan_going_on (person_id);

CREATE INDEX plan_going_on_by_plan ON plan_going_on (plan_id, n);

CREATE TABLE plan_dissent (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_dissent_by_person ON plan_dissent (person_id);

CREATE INDEX plan_dissent_by_plan ON plan_dissent (plan_id, n);

CREATE TABLE plan_alternative (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_alternative_by_person ON plan_alternative (person_id);

CREATE INDEX plan_alternative_by_plan ON plan_alternative (plan_id, n);

CREATE TABLE plan_step (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_step_by_person ON plan_step (person_id);

CREATE INDEX plan_step_by_plan ON plan_step (plan_id, n);

CREATE TABLE plan_check_in (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_check_in_by_person ON plan_check_in (person_id);

CREATE INDEX plan_check_in_by_plan ON plan_check_in (plan_id, n);

CREATE TABLE plan_consent (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_consent_by_person ON plan_consent (person_id);

CREATE INDEX plan_consent_by_plan ON plan_consent (plan_id, n);

CREATE TABLE plan_consent_withdrawal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    consent_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_consent_withdrawal_by_person ON plan_consent_withdrawal (person_id);

CREATE INDEX plan_consent_withdrawal_by_plan ON plan_consent_withdrawal (plan_id, n);

CREATE TABLE plan_acknowledgement (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_acknowledgement_by_person ON plan_acknowledgement (person_id);

CREATE INDEX plan_acknowledgement_by_plan ON plan_acknowledgement (plan_id, n);

CREATE TABLE plan_version (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    contents_sha256 TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_version_by_person ON plan_version (person_id);

CREATE INDEX plan_version_by_plan ON plan_version (plan_id, n);

CREATE TABLE plan_version_copy (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    version_id TEXT NOT NULL UNIQUE,
    attachment_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX plan_version_copy_by_person ON plan_version_copy (person_id);

CREATE INDEX plan_version_copy_by_plan ON plan_version_copy (plan_id, n);

CREATE TABLE plan_template (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX plan_version_by_number ON plan_version (plan_id, number);

CREATE TRIGGER plan_goal_rating_keeps BEFORE UPDATE ON plan_goal_rating
BEGIN
    SELECT raise(ABORT, 'kept: a rating is never changed');
END;

CREATE TRIGGER plan_goal_rating_stays BEFORE DELETE ON plan_goal_rating
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a rating is never removed');
END;

CREATE TRIGGER plan_goal_rating_is_not_replaced BEFORE INSERT ON plan_goal_rating
WHEN EXISTS (SELECT 1 FROM plan_goal_rating WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a rating is never replaced');
END;

CREATE TRIGGER plan_going_on_keeps BEFORE UPDATE ON plan_going_on
BEGIN
    SELECT raise(ABORT, 'kept: a word of going on is never changed');
END;

CREATE TRIGGER plan_going_on_stays BEFORE DELETE ON plan_going_on
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a word of going on is never removed');
END;

CREATE TRIGGER plan_going_on_is_not_replaced BEFORE INSERT ON plan_going_on
WHEN EXISTS (SELECT 1 FROM plan_going_on WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a word of going on is never replaced');
END;

CREATE TRIGGER plan_check_in_keeps BEFORE UPDATE ON plan_check_in
BEGIN
    SELECT raise(ABORT, 'kept: a check-in is never changed');
END;

CREATE TRIGGER plan_check_in_stays BEFORE DELETE ON plan_check_in
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a check-in is never removed');
END;

CREATE TRIGGER plan_check_in_is_not_replaced BEFORE INSERT ON plan_check_in
WHEN EXISTS (SELECT 1 FROM plan_check_in WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a check-in is never replaced');
END;

CREATE TRIGGER plan_consent_keeps BEFORE UPDATE ON plan_consent
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never changed');
END;

CREATE TRIGGER plan_consent_stays BEFORE DELETE ON plan_consent
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never removed');
END;

CREATE TRIGGER plan_consent_is_not_replaced BEFORE INSERT ON plan_consent
WHEN EXISTS (SELECT 1 FROM plan_consent WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a consent is never replaced');
END;

CREATE TRIGGER plan_consent_withdrawal_keeps BEFORE UPDATE ON plan_consent_withdrawal
BEGIN
    SELECT raise(ABORT, 'kept: a withdrawal of a consent is never changed');
END;

CREATE TRIGGER plan_consent_withdrawal_stays BEFORE DELETE ON plan_consent_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a withdrawal of a consent is never removed');
END;

CREATE TRIGGER plan_consent_withdrawal_is_not_replaced BEFORE INSERT ON plan_consent_withdrawal
WHEN EXISTS (SELECT 1 FROM plan_consent_withdrawal WHERE id = NEW.id OR n = NEW.n OR consent_id = NEW.consent_id)
BEGIN
    SELECT raise(ABORT, 'kept: a withdrawal of a consent is never replaced');
END;

CREATE TRIGGER plan_acknowledgement_keeps BEFORE UPDATE ON plan_acknowledgement
BEGIN
    SELECT raise(ABORT, 'kept: an acknowledgement is never changed');
END;

CREATE TRIGGER plan_acknowledgement_stays BEFORE DELETE ON plan_acknowledgement
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an acknowledgement is never removed');
END;

CREATE TRIGGER plan_acknowledgement_is_not_replaced BEFORE INSERT ON plan_acknowledgement
WHEN EXISTS (SELECT 1 FROM plan_acknowledgement WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: an acknowledgement is never replaced');
END;

CREATE TRIGGER plan_version_keeps BEFORE UPDATE ON plan_version
BEGIN
    SELECT raise(ABORT, 'kept: an agreed version is never changed');
END;

CREATE TRIGGER plan_version_stays BEFORE DELETE ON plan_version
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an agreed version is never removed');
END;

CREATE TRIGGER plan_version_is_not_replaced BEFORE INSERT ON plan_version
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = NEW.id OR n = NEW.n OR (plan_id = NEW.plan_id AND number = NEW.number))
BEGIN
    SELECT raise(ABORT, 'kept: an agreed version is never replaced');
END;

CREATE TRIGGER plan_version_copy_keeps BEFORE UPDATE ON plan_version_copy
BEGIN
    SELECT raise(ABORT, 'kept: the printed copy of an agreed version is never changed');
END;

CREATE TRIGGER plan_version_copy_stays BEFORE DELETE ON plan_version_copy
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: the printed copy of an agreed version is never removed');
END;

CREATE TRIGGER plan_version_copy_is_not_replaced BEFORE INSERT ON plan_version_copy
WHEN EXISTS (SELECT 1 FROM plan_version_copy WHERE id = NEW.id OR n = NEW.n OR version_id = NEW.version_id OR attachment_id = NEW.attachment_id)
BEGIN
    SELECT raise(ABORT, 'kept: the printed copy of an agreed version is never replaced');
END;

CREATE TRIGGER plan_dissent_stays BEFORE DELETE ON plan_dissent
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a dissent is never removed');
END;

CREATE TRIGGER plan_dissent_is_not_replaced BEFORE INSERT ON plan_dissent
WHEN EXISTS (SELECT 1 FROM plan_dissent WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a dissent is never replaced');
END;
