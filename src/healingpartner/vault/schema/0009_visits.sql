CREATE TABLE visit (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    planned_us INTEGER,
    planned_offset INTEGER,
    planned_zone TEXT,
    patient_arrived_us INTEGER,
    patient_arrived_offset INTEGER,
    patient_arrived_zone TEXT,
    practitioner_ready_us INTEGER,
    practitioner_ready_offset INTEGER,
    practitioner_ready_zone TEXT,
    begun_us INTEGER,
    begun_offset INTEGER,
    begun_zone TEXT,
    ended_us INTEGER,
    ended_offset INTEGER,
    ended_zone TEXT,
    phones_away TEXT NOT NULL,
    opened_us INTEGER NOT NULL,
    opened_offset INTEGER NOT NULL,
    opened_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_by_person ON visit (person_id, n);

CREATE TABLE visit_word (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    voice TEXT NOT NULL,
    speaker TEXT NOT NULL,
    words TEXT NOT NULL,
    in_place_of TEXT UNIQUE,
    said_us INTEGER NOT NULL,
    said_offset INTEGER NOT NULL,
    said_zone TEXT NOT NULL,
    done_us INTEGER,
    done_offset INTEGER,
    done_zone TEXT
) STRICT;

CREATE INDEX visit_word_by_visit ON visit_word (visit_id, n);

CREATE INDEX visit_word_by_person ON visit_word (person_id, n);

CREATE TABLE visit_check_in (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    voice TEXT NOT NULL,
    moment TEXT NOT NULL,
    felt TEXT NOT NULL,
    level INTEGER,
    told_us INTEGER NOT NULL,
    told_offset INTEGER NOT NULL,
    told_zone TEXT NOT NULL,
    UNIQUE (visit_id, voice, moment)
) STRICT;

CREATE INDEX visit_check_in_by_person ON visit_check_in (person_id);

CREATE TABLE visit_heard (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    by_voice TEXT NOT NULL,
    words TEXT NOT NULL,
    said_us INTEGER NOT NULL,
    said_offset INTEGER NOT NULL,
    said_zone TEXT NOT NULL,
    answer TEXT,
    mended TEXT NOT NULL,
    answered_us INTEGER,
    answered_offset INTEGER,
    answered_zone TEXT
) STRICT;

CREATE INDEX visit_heard_by_visit ON visit_heard (visit_id, n);

CREATE INDEX visit_heard_by_person ON visit_heard (person_id, n);

CREATE TABLE visit_question (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    words TEXT NOT NULL,
    asked_us INTEGER NOT NULL,
    asked_offset INTEGER NOT NULL,
    asked_zone TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by TEXT,
    answered_us INTEGER,
    answered_offset INTEGER,
    answered_zone TEXT
) STRICT;

CREATE INDEX visit_question_by_person ON visit_question (person_id, n);

CREATE TABLE visit_owed (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    words TEXT NOT NULL,
    owed_us INTEGER NOT NULL,
    owed_offset INTEGER NOT NULL,
    owed_zone TEXT NOT NULL,
    came_of_it TEXT NOT NULL,
    done_us INTEGER,
    done_offset INTEGER,
    done_zone TEXT,
    let_go_us INTEGER,
    let_go_offset INTEGER,
    let_go_zone TEXT
) STRICT;

CREATE INDEX visit_owed_by_person ON visit_owed (person_id, n);

CREATE INDEX visit_owed_by_due ON visit_owed (due_on);

CREATE TABLE visit_note (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT,
    kind TEXT NOT NULL,
    template TEXT NOT NULL,
    title TEXT NOT NULL,
    sections TEXT NOT NULL,
    from_note_id TEXT,
    about_us INTEGER NOT NULL,
    about_offset INTEGER NOT NULL,
    about_zone TEXT NOT NULL,
    written_us INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    written_zone TEXT NOT NULL,
    signed_us INTEGER,
    signed_offset INTEGER,
    signed_zone TEXT,
    locked_us INTEGER,
    locked_offset INTEGER,
    locked_zone TEXT
) STRICT;

CREATE INDEX visit_note_by_person ON visit_note (person_id, n);

CREATE INDEX visit_note_by_visit ON visit_note (visit_id);

CREATE TABLE visit_note_addendum (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    note_id TEXT NOT NULL,
    voice TEXT NOT NULL,
    words TEXT NOT NULL,
    added_us INTEGER NOT NULL,
    added_offset INTEGER NOT NULL,
    added_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_note_addendum_by_note ON visit_note_addendum (note_id, n);

CREATE INDEX visit_note_addendum_by_person ON visit_note_addendum (person_id);

CREATE TABLE visit_note_reading (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    note_id TEXT NOT NULL,
    voice TEXT NOT NULL,
    way TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    seen_us INTEGER NOT NULL,
    seen_offset INTEGER NOT NULL,
    seen_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_note_reading_by_note ON visit_note_reading (note_id, n);

CREATE INDEX visit_note_reading_by_person ON visit_note_reading (person_id);

CREATE TABLE visit_private (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT,
    words TEXT NOT NULL,
    written_us INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    written_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_private_by_person ON visit_private (person_id, n);

CREATE TABLE note_template (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sections TEXT NOT NULL,
    made_us INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    made_zone TEXT NOT NULL,
    set_aside_us INTEGER,
    set_aside_offset INTEGER,
    set_aside_zone TEXT
) STRICT;

CREATE TABLE note_snippet (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    made_us INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    made_zone TEXT NOT NULL,
    set_aside_us INTEGER,
    set_aside_offset INTEGER,
    set_aside_zone TEXT
) STRICT;

CREATE TABLE visit_examination (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    what TEXT NOT NULL,
    where_on TEXT NOT NULL,
    why TEXT NOT NULL,
    chaperone TEXT NOT NULL,
    stop_signal TEXT NOT NULL,
    agreed INTEGER,
    answered_us INTEGER,
    answered_offset INTEGER,
    answered_zone TEXT,
    found TEXT NOT NULL,
    asked_us INTEGER NOT NULL,
    asked_offset INTEGER NOT NULL,
    asked_zone TEXT NOT NULL,
    stopped_us INTEGER,
    stopped_offset INTEGER,
    stopped_zone TEXT,
    ended_us INTEGER,
    ended_offset INTEGER,
    ended_zone TEXT
) STRICT;

CREATE INDEX visit_examination_by_visit ON visit_examination (visit_id, n);

CREATE INDEX visit_examination_by_person ON visit_examination (person_id);

CREATE TABLE visit_examination_step (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    examination_id TEXT NOT NULL,
    step TEXT NOT NULL,
    reached_us INTEGER NOT NULL,
    reached_offset INTEGER NOT NULL,
    reached_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_examination_step_by_examination ON visit_examination_step (examination_id, n);

CREATE INDEX visit_examination_step_by_person ON visit_examination_step (person_id);

CREATE TABLE writing_choice (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    choice TEXT NOT NULL,
    words TEXT NOT NULL,
    shown TEXT NOT NULL,
    way TEXT NOT NULL,
    chosen_us INTEGER NOT NULL,
    chosen_offset INTEGER NOT NULL,
    chosen_zone TEXT NOT NULL
) STRICT;

CREATE INDEX writing_choice_by_person ON writing_choice (person_id, n);

CREATE TABLE visit_sharing (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    who TEXT NOT NULL,
    reach TEXT NOT NULL,
    words TEXT NOT NULL,
    way TEXT NOT NULL,
    chosen_us INTEGER NOT NULL,
    chosen_offset INTEGER NOT NULL,
    chosen_zone TEXT NOT NULL
) STRICT;

CREATE INDEX visit_sharing_by_person ON visit_sharing (person_id, n);

CREATE TABLE measurement (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT,
    what TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    words TEXT NOT NULL,
    voice TEXT NOT NULL,
    measured_us INTEGER NOT NULL,
    measured_offset INTEGER NOT NULL,
    measured_zone TEXT NOT NULL,
    set_aside_us INTEGER,
    set_aside_offset INTEGER,
    set_aside_zone TEXT
) STRICT;

CREATE INDEX measurement_by_person ON measurement (person_id, n);

CREATE TABLE body_drawing (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    visit_id TEXT,
    voice TEXT NOT NULL,
    side TEXT NOT NULL,
    regions TEXT NOT NULL,
    strokes TEXT NOT NULL,
    words TEXT NOT NULL,
    drawn_us INTEGER NOT NULL,
    drawn_offset INTEGER NOT NULL,
    drawn_zone TEXT NOT NULL
) STRICT;

CREATE INDEX body_drawing_by_person ON body_drawing (person_id, n);

CREATE TRIGGER visit_word_keeps BEFORE UPDATE ON visit_word
WHEN OLD.words IS NOT NEW.words OR OLD.voice IS NOT NEW.voice OR OLD.speaker IS NOT NEW.speaker
    OR OLD.kind IS NOT NEW.kind OR OLD.visit_id IS NOT NEW.visit_id
    OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id OR OLD.said_us IS NOT NEW.said_us
BEGIN
    SELECT raise(ABORT, 'kept: what was said is never changed');
END;

CREATE TRIGGER visit_word_stays BEFORE DELETE ON visit_word
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: what was said is never removed');
END;

CREATE TRIGGER visit_word_is_not_replaced BEFORE INSERT ON visit_word
WHEN EXISTS (SELECT 1 FROM visit_word WHERE id = NEW.id OR n = NEW.n OR in_place_of = NEW.in_place_of)
BEGIN
    SELECT raise(ABORT, 'kept: what was said is never replaced');
END;

CREATE TRIGGER visit_heard_keeps BEFORE UPDATE ON visit_heard
WHEN OLD.answered_us IS NOT NULL OR OLD.words IS NOT NEW.words OR OLD.by_voice IS NOT NEW.by_voice
    OR OLD.visit_id IS NOT NEW.visit_id OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
BEGIN
    SELECT raise(ABORT, 'kept: what was heard and answered is never changed');
END;

CREATE TRIGGER visit_heard_stays BEFORE DELETE ON visit_heard
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: what was heard and answered is never removed');
END;

CREATE TRIGGER visit_heard_is_not_replaced BEFORE INSERT ON visit_heard
WHEN EXISTS (SELECT 1 FROM visit_heard WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: what was heard and answered is never replaced');
END;

CREATE TRIGGER visit_note_keeps BEFORE UPDATE ON visit_note
WHEN OLD.locked_us IS NOT NULL OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
    OR (OLD.signed_us IS NOT NULL AND NEW.signed_us IS NOT NULL AND (
        OLD.signed_us IS NOT NEW.signed_us OR OLD.sections IS NOT NEW.sections OR OLD.title IS NOT NEW.title
        OR OLD.about_us IS NOT NEW.about_us OR OLD.written_us IS NOT NEW.written_us
    ))
BEGIN
    SELECT raise(ABORT, 'kept: a locked note is never changed');
END;

CREATE TRIGGER visit_note_stays BEFORE DELETE ON visit_note
WHEN OLD.locked_us IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a locked note is never removed');
END;

CREATE TRIGGER visit_note_is_not_replaced BEFORE INSERT ON visit_note
WHEN EXISTS (SELECT 1 FROM visit_note WHERE n = NEW.n OR (id = NEW.id AND locked_us IS NOT NULL))
BEGIN
    SELECT raise(ABORT, 'kept: a locked note is never replaced');
END;

CREATE TRIGGER visit_note_addendum_keeps BEFORE UPDATE ON visit_note_addendum
BEGIN
    SELECT raise(ABORT, 'kept: an addendum is never changed');
END;

CREATE TRIGGER visit_note_addendum_stays BEFORE DELETE ON visit_note_addendum
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an addendum is never removed');
END;

CREATE TRIGGER visit_note_addendum_is_not_replaced BEFORE INSERT ON visit_note_addendum
WHEN EXISTS (SELECT 1 FROM visit_note_addendum WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: an addendum is never replaced');
END;

CREATE TRIGGER visit_note_reading_keeps BEFORE UPDATE ON visit_note_reading
BEGIN
    SELECT raise(ABORT, 'kept: what was seen is never changed');
END;

CREATE TRIGGER visit_note_reading_stays BEFORE DELETE ON visit_note_reading
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: what was seen is never removed');
END;

CREATE TRIGGER visit_note_reading_is_not_replaced BEFORE INSERT ON visit_note_reading
WHEN EXISTS (SELECT 1 FROM visit_note_reading WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: what was seen is never replaced');
END;

CREATE TRIGGER writing_choice_keeps BEFORE UPDATE ON writing_choice
BEGIN
    SELECT raise(ABORT, 'kept: a choice about the record is never changed');
END;

CREATE TRIGGER writing_choice_stays BEFORE DELETE ON writing_choice
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a choice about the record is never removed');
END;

CREATE TRIGGER writing_choice_is_not_replaced BEFORE INSERT ON writing_choice
WHEN EXISTS (SELECT 1 FROM writing_choice WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a choice about the record is never replaced');
END;

CREATE TRIGGER visit_sharing_keeps BEFORE UPDATE ON visit_sharing
BEGIN
    SELECT raise(ABORT, 'kept: a choice about who may see is never changed');
END;

CREATE TRIGGER visit_sharing_stays BEFORE DELETE ON visit_sharing
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a choice about who may see is never removed');
END;

CREATE TRIGGER visit_sharing_is_not_replaced BEFORE INSERT ON visit_sharing
WHEN EXISTS (SELECT 1 FROM visit_sharing WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a choice about who may see is never replaced');
END;

CREATE TRIGGER body_drawing_keeps BEFORE UPDATE ON body_drawing
BEGIN
    SELECT raise(ABORT, 'kept: a drawing is never changed');
END;

CREATE TRIGGER body_drawing_stays BEFORE DELETE ON body_drawing
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a drawing is never removed');
END;

CREATE TRIGGER body_drawing_is_not_replaced BEFORE INSERT ON body_drawing
WHEN EXISTS (SELECT 1 FROM body_drawing WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a drawing is never replaced');
END;

CREATE TRIGGER visit_examination_step_keeps BEFORE UPDATE ON visit_examination_step
BEGIN
    SELECT raise(ABORT, 'kept: a step of an examination is never changed');
END;

CREATE TRIGGER visit_examination_step_stays BEFORE DELETE ON visit_examination_step
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: a step of an examination is never removed');
END;

CREATE TRIGGER visit_examination_step_is_not_replaced BEFORE INSERT ON visit_examination_step
WHEN EXISTS (SELECT 1 FROM visit_examination_step WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: a step of an examination is never replaced');
END;

CREATE TRIGGER visit_examination_keeps BEFORE UPDATE ON visit_examination
WHEN OLD.stopped_us IS NOT NULL OR OLD.ended_us IS NOT NULL OR OLD.n IS NOT NEW.n OR OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id
    OR (OLD.agreed IS NOT NULL AND OLD.agreed IS NOT NEW.agreed)
BEGIN
    SELECT raise(ABORT, 'kept: an examination that was stopped or ended is never changed');
END;

CREATE TRIGGER visit_examination_stays BEFORE DELETE ON visit_examination
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE person_id = OLD.person_id AND open = 1)
BEGIN
    SELECT raise(ABORT, 'kept: an examination that was stopped or ended is never removed');
END;

CREATE TRIGGER visit_examination_is_not_replaced BEFORE INSERT ON visit_examination
WHEN EXISTS (SELECT 1 FROM visit_examination WHERE id = NEW.id OR n = NEW.n)
BEGIN
    SELECT raise(ABORT, 'kept: an examination that was stopped or ended is never replaced');
END;
