CREATE TABLE person (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL CHECK (person_id = id),
  legal_name TEXT NOT NULL,
  preferred_name TEXT NOT NULL,
  called TEXT NOT NULL,
  pronouns TEXT NOT NULL,
  birth_date TEXT,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  shown TEXT NOT NULL,
  folded TEXT NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  merged_into TEXT
) STRICT;
CREATE INDEX person_list ON person (folded, id, shown, birth_date, archived, merged_into);
CREATE INDEX person_merged ON person (merged_into, id) WHERE merged_into IS NOT NULL;

CREATE TABLE person_contact (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  digits TEXT NOT NULL
) STRICT;
CREATE INDEX person_contact_of ON person_contact (person_id, position);
CREATE INDEX person_contact_digits ON person_contact (digits, person_id) WHERE digits <> '';

CREATE TABLE person_link (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  relation TEXT NOT NULL,
  name TEXT NOT NULL,
  other_id TEXT,
  reach TEXT NOT NULL,
  basis TEXT NOT NULL
) STRICT;
CREATE INDEX person_link_of ON person_link (person_id, position);
CREATE INDEX person_link_to ON person_link (other_id, person_id) WHERE other_id IS NOT NULL;

CREATE TABLE person_identifier (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  system TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX person_identifier_of ON person_identifier (person_id, position);

CREATE TABLE person_answer (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  question TEXT NOT NULL,
  said TEXT NOT NULL,
  choice TEXT NOT NULL,
  words TEXT NOT NULL,
  amount_minor INTEGER,
  amount_currency TEXT,
  UNIQUE (person_id, question)
) STRICT;

CREATE TABLE partnership (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  partners_since TEXT,
  moved_us INTEGER NOT NULL,
  moved_offset INTEGER NOT NULL,
  moved_zone TEXT NOT NULL
) STRICT;
CREATE INDEX partnership_list ON partnership (person_id, state, partners_since);

CREATE TABLE practitioner (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  one INTEGER NOT NULL UNIQUE CHECK (one = 1),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  called TEXT NOT NULL,
  practice_name TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  licence TEXT NOT NULL
) STRICT;

CREATE TABLE practitioner_answer (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  question TEXT NOT NULL UNIQUE,
  said TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
