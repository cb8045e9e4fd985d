-- Groundwork's journal, schema 1.
--
-- Read it with any sqlite3 from 3.37 on:
--   SELECT day, kind, title, tags, people, body FROM entries ORDER BY day, created_ms, n;
--
-- An empty text means "not given" everywhere. Days are YYYY-MM-DD, instants are
-- RFC 3339 with their offset, yes and no are 1 and 0. `extra` holds, as JSON,
-- what another version of the journal's file format knew and this one does not.

PRAGMA application_id = 1196575316; -- "GRNT"

-- One row is one piece of writing with the parts of every kind it ever was.
-- tags, people, stages, evidence and attachments repeat, for reading and for
-- the search, the text of the tables that bear these names, one to a line.
-- title_folded and mentions are made of title and body, to find them by.
CREATE TABLE entries (
  n                        INTEGER PRIMARY KEY,
  id                       TEXT    NOT NULL UNIQUE,
  kind                     TEXT    NOT NULL, -- reflection, moment, feedback, application
  day                      TEXT    NOT NULL,
  created_ms               INTEGER NOT NULL, -- the instant of created, for the order within a day
  private                  INTEGER NOT NULL,
  starred                  INTEGER NOT NULL,
  precision                TEXT    NOT NULL, -- day, month, quarter
  created                  TEXT    NOT NULL,
  updated                  TEXT    NOT NULL,
  revision                 INTEGER NOT NULL, -- how often it was saved
  lists_hash               TEXT    NOT NULL, -- of its rows in the tables below; empty when it has none
  text_hash                TEXT    NOT NULL, -- of all its text; the deep check compares it
  title                    TEXT    NOT NULL,
  title_folded             TEXT    NOT NULL, -- without regard to case and accents
  tags                     TEXT    NOT NULL,
  people                   TEXT    NOT NULL, -- names
  body                     TEXT    NOT NULL, -- Markdown
  prompted                 INTEGER NOT NULL, -- 1: it answers a prompt
  prompt_key               TEXT    NOT NULL,
  prompt_text              TEXT    NOT NULL,
  prompt_extra             TEXT    NOT NULL,
  moment                   INTEGER NOT NULL, -- 1: it has this part
  moment_situation         TEXT    NOT NULL,
  moment_task              TEXT    NOT NULL,
  moment_action            TEXT    NOT NULL,
  moment_result            TEXT    NOT NULL,
  moment_has_impact        INTEGER NOT NULL,
  moment_impact            TEXT    NOT NULL,
  moment_impact_value      REAL,
  moment_impact_unit       TEXT    NOT NULL,
  moment_impact_extra      TEXT    NOT NULL,
  moment_outcome           TEXT    NOT NULL,
  moment_change            TEXT    NOT NULL,
  moment_extra             TEXT    NOT NULL,
  feedback                 INTEGER NOT NULL, -- 1: it has this part
  feedback_giver           TEXT    NOT NULL, -- people.id, or a name
  feedback_relationship    TEXT    NOT NULL,
  feedback_channel         TEXT    NOT NULL,
  feedback_quote           TEXT    NOT NULL,
  feedback_stance          TEXT    NOT NULL,
  feedback_requested       INTEGER,          -- NULL: not known
  feedback_situation       TEXT    NOT NULL,
  feedback_behaviour       TEXT    NOT NULL,
  feedback_impact          TEXT    NOT NULL,
  feedback_follow_up_on    TEXT    NOT NULL,
  feedback_state           TEXT    NOT NULL,
  feedback_extra           TEXT    NOT NULL,
  application              INTEGER NOT NULL, -- 1: it has this part
  application_position     TEXT    NOT NULL,
  application_organisation TEXT    NOT NULL,
  application_route        TEXT    NOT NULL,
  application_next_step    TEXT    NOT NULL,
  application_next_step_on TEXT    NOT NULL,
  application_looks_for    TEXT    NOT NULL,
  application_lessons      TEXT    NOT NULL,
  application_extra        TEXT    NOT NULL,
  stages                   TEXT    NOT NULL, -- notes and lessons
  evidence                 TEXT    NOT NULL, -- notes
  attachments              TEXT    NOT NULL, -- names and addresses
  mentions                 TEXT    NOT NULL, -- a JSON list of the titles that body names as [[title]], folded
  extra                    TEXT    NOT NULL
) STRICT;

CREATE INDEX entries_by_day ON entries (day, created_ms, n, kind, private, starred);
CREATE INDEX entries_by_kind ON entries (kind, day, created_ms, n, private, starred);
CREATE INDEX entries_starred ON entries (day, created_ms, n, kind, private) WHERE starred = 1;
CREATE INDEX entries_by_giver ON entries (feedback_giver, kind, day) WHERE feedback_giver <> '';
CREATE INDEX entries_by_title ON entries (title_folded, day, created_ms, n) WHERE title_folded <> '';
CREATE INDEX entries_follow_ups ON entries (feedback_follow_up_on)
  WHERE kind = 'feedback' AND feedback_follow_up_on <> '' AND feedback_state <> 'followed-up';
CREATE INDEX entries_next_steps ON entries (application_next_step_on)
  WHERE kind = 'application' AND application_next_step_on <> '';
CREATE INDEX entries_feedback ON entries (kind, day, feedback_state, feedback_stance, feedback_follow_up_on, feedback_giver, feedback_quote <> '', private)
  WHERE kind = 'feedback';
CREATE INDEX entries_moments ON entries (moment_change, moment_outcome, day, private, moment_impact_value) WHERE kind = 'moment';
CREATE INDEX entries_private ON entries (private) WHERE private = 1;
CREATE INDEX entries_by_prompt ON entries (prompt_key, day, created_ms, n) WHERE prompt_key <> '';

CREATE TABLE entry_tags (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT    NOT NULL,
  folded   TEXT    NOT NULL, -- without regard to case
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tags_by_tag ON entry_tags (folded, entry, tag);

-- day is the entry's, so that one index answers for a person.
CREATE TABLE entry_people (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  person   TEXT    NOT NULL, -- people.id, or a name
  role     TEXT    NOT NULL,
  extra    TEXT    NOT NULL,
  day      TEXT    NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_people_by_person ON entry_people (person, entry, day);

CREATE TABLE entry_links (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   TEXT    NOT NULL, -- entries.id
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_links_by_target ON entry_links (target, entry);

-- The titles that an entry's body names. The triggers below keep it.
CREATE TABLE entry_mentions (
  folded TEXT    NOT NULL, -- as entries.title_folded
  entry  INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  PRIMARY KEY (folded, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_mentions_by_entry ON entry_mentions (entry);

-- The entries in which feedback was acted on.
CREATE TABLE acted_on (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   TEXT    NOT NULL, -- entries.id
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX acted_on_by_target ON acted_on (target, entry);

-- The stages of an application.
CREATE TABLE stages (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  stage    TEXT    NOT NULL,
  day      TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  lesson   TEXT    NOT NULL,
  extra    TEXT    NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- day and kind are the entry's, so that one index answers for a month.
CREATE TABLE evidence (
  entry       INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  expectation TEXT    NOT NULL, -- expectations.id, or a name
  strength    TEXT    NOT NULL, -- own-word, number, quote, artefact
  chosen      INTEGER NOT NULL,
  note        TEXT    NOT NULL,
  extra       TEXT    NOT NULL,
  day         TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  strength_rank INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE strength WHEN 'own-word' THEN 1 WHEN 'number' THEN 2 WHEN 'quote' THEN 3 WHEN 'artefact' THEN 4 ELSE 0 END) STORED,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_month ON evidence (kind, day, expectation, strength_rank, entry);
CREATE INDEX evidence_by_expectation ON evidence (expectation, day, entry);

CREATE TABLE attachments (
  entry    INTEGER NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  type     TEXT    NOT NULL,
  sha256   TEXT    NOT NULL, -- of a file in the folder attachments/
  url      TEXT    NOT NULL,
  extra    TEXT    NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_by_content ON attachments (sha256) WHERE sha256 <> '';

CREATE TABLE people (
  n            INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  name         TEXT    NOT NULL,
  folded       TEXT    NOT NULL, -- name without regard to case
  relationship TEXT    NOT NULL,
  matters      TEXT    NOT NULL,
  support      TEXT    NOT NULL,
  last_contact TEXT    NOT NULL,
  notes        TEXT    NOT NULL,
  leading_up   INTEGER NOT NULL, -- 1: it has this sheet
  needs        TEXT    NOT NULL, -- a JSON list of texts
  offered      TEXT    NOT NULL,
  received     TEXT    NOT NULL,
  step_back    TEXT    NOT NULL,
  leading_up_extra TEXT NOT NULL,
  extra        TEXT    NOT NULL
) STRICT;
CREATE INDEX people_by_name ON people (folded);

CREATE TABLE expectations (
  n        INTEGER PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  name     TEXT    NOT NULL,
  folded   TEXT    NOT NULL, -- name without regard to case
  text     TEXT    NOT NULL,
  area     TEXT    NOT NULL,
  position INTEGER NOT NULL,
  source   TEXT    NOT NULL,
  retired  INTEGER NOT NULL,
  extra    TEXT    NOT NULL
) STRICT;
CREATE INDEX expectations_by_name ON expectations (folded);

-- The plan: one row here, its lists below.
CREATE TABLE plan (
  n            INTEGER PRIMARY KEY CHECK (n = 1),
  review_from  TEXT NOT NULL,
  review_until TEXT NOT NULL,
  next_round   TEXT NOT NULL,
  extra        TEXT NOT NULL
) STRICT;

CREATE TABLE purposes (
  position   INTEGER PRIMARY KEY,
  stand_for  TEXT NOT NULL,
  life_goals TEXT NOT NULL,
  why_follow TEXT NOT NULL,
  why_lead   TEXT NOT NULL,
  since      TEXT NOT NULL,
  extra      TEXT NOT NULL
) STRICT;

CREATE TABLE roles (
  role             TEXT PRIMARY KEY, -- current, target
  title            TEXT NOT NULL,
  responsibilities TEXT NOT NULL,
  expectations     TEXT NOT NULL,
  execution        TEXT NOT NULL,
  processes        TEXT NOT NULL,
  systems          TEXT NOT NULL,
  simpler          TEXT NOT NULL,
  extra            TEXT NOT NULL
) STRICT;

CREATE TABLE goals (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  text     TEXT NOT NULL,
  notes    TEXT NOT NULL,
  person   TEXT NOT NULL, -- people.id, or a name
  element  TEXT NOT NULL,
  due      TEXT NOT NULL,
  state    TEXT NOT NULL,
  result   TEXT NOT NULL,
  extra    TEXT NOT NULL
) STRICT;

CREATE TABLE goal_entries (
  goal     INTEGER NOT NULL REFERENCES goals (position) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entry    TEXT    NOT NULL, -- entries.id
  PRIMARY KEY (goal, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE metrics (
  position INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  unit     TEXT NOT NULL,
  extra    TEXT NOT NULL
) STRICT;

CREATE TABLE metric_values (
  metric   INTEGER NOT NULL REFERENCES metrics (position) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  day      TEXT    NOT NULL,
  value    REAL    NOT NULL,
  extra    TEXT    NOT NULL,
  PRIMARY KEY (metric, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dismissed_prompts (
  position INTEGER PRIMARY KEY,
  key      TEXT NOT NULL
) STRICT;

CREATE TABLE own_prompts (
  n       INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  text    TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  element TEXT    NOT NULL,
  paused  INTEGER NOT NULL,
  extra   TEXT    NOT NULL
) STRICT;

-- What was deleted, until the user empties the trash.
CREATE TABLE trash (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  what    TEXT NOT NULL, -- entry, person, expectation, prompt, pack
  deleted TEXT NOT NULL,
  content TEXT NOT NULL  -- the whole thing, as JSON
) STRICT;

-- What entries were before they were saved again. The newest version of an
-- entry is whole; each older one tells only what was different from the next
-- newer one: a JSON list of texts, and of stretches [from, to) of the base's
-- text, counted in bytes, which put together are the text.
CREATE TABLE versions (
  n         INTEGER PRIMARY KEY,
  entry     TEXT    NOT NULL, -- entries.id, also of one that lies in the trash
  saved     TEXT    NOT NULL, -- when the entry was written that way
  saved_ms  INTEGER NOT NULL, -- that instant, but never before that of an older version of the entry
  base      INTEGER NOT NULL, -- versions.n; 0: the content is whole
  content   TEXT    NOT NULL, -- the entry as JSON, or how it is made of the base's
  text_hash TEXT    NOT NULL, -- of the whole text
  bytes     INTEGER NOT NULL GENERATED ALWAYS AS (length(CAST(content AS BLOB))) STORED
) STRICT;
CREATE INDEX versions_by_entry ON versions (entry, saved_ms);
CREATE INDEX versions_by_age ON versions (saved_ms, bytes);

-- The files of what was deleted for good, until they are removed or found to
-- be named by something else.
CREATE TABLE unwanted_files (
  sha256  TEXT PRIMARY KEY,
  deleted TEXT NOT NULL -- when what named it was put into the trash
) STRICT, WITHOUT ROWID;

CREATE TABLE packs (
  n                 INTEGER PRIMARY KEY,
  id                TEXT    NOT NULL UNIQUE,
  title             TEXT    NOT NULL,
  audience          TEXT    NOT NULL,
  made              TEXT    NOT NULL,
  made_ms           INTEGER NOT NULL,
  given             INTEGER NOT NULL, -- 1: it was given to somebody
  given_to          TEXT    NOT NULL,
  given_on          TEXT    NOT NULL,
  given_answer      TEXT    NOT NULL,
  given_next_on     TEXT    NOT NULL,
  given_application TEXT    NOT NULL, -- entries.id
  given_extra       TEXT    NOT NULL,
  extra             TEXT    NOT NULL
) STRICT;

CREATE TABLE pack_sections (
  pack     INTEGER NOT NULL REFERENCES packs (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key      TEXT    NOT NULL,
  title    TEXT    NOT NULL,
  extra    TEXT    NOT NULL,
  PRIMARY KEY (pack, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_bullets (
  pack     INTEGER NOT NULL REFERENCES packs (n) ON DELETE CASCADE,
  section  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text     TEXT    NOT NULL,
  edited   INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  entries  TEXT    NOT NULL, -- a JSON list of entries.id
  extra    TEXT    NOT NULL,
  PRIMARY KEY (pack, section, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which journal this is, wherever it lies: its backups say so, too.
INSERT INTO settings (key, value) VALUES ('journal', lower(hex(randomblob(16))));

-- When each prompt was last shown.
CREATE TABLE shown_prompts (
  key TEXT PRIMARY KEY,
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The imports, each with what it added and what it changed, as it was.
CREATE TABLE batches (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  format       TEXT NOT NULL,
  made         TEXT NOT NULL,
  before_extra TEXT NOT NULL
) STRICT;

CREATE TABLE batch_items (
  batch    INTEGER NOT NULL REFERENCES batches (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  what     TEXT    NOT NULL, -- entry, person, expectation, prompt, pack, plan
  id       TEXT    NOT NULL,
  revision INTEGER NOT NULL, -- of an entry that was changed
  before   TEXT    NOT NULL, -- as JSON; empty: it was added
  PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;

-- The summary: for each month, kind and expectation, how many entries there
-- are, their strongest evidence and the newest day. An empty expectation
-- stands for every entry of the month and kind. The triggers below keep it.
CREATE TABLE summary (
  month       TEXT    NOT NULL, -- YYYY-MM
  kind        TEXT    NOT NULL,
  expectation TEXT    NOT NULL,
  count       INTEGER NOT NULL,
  strongest   TEXT    NOT NULL,
  newest      TEXT    NOT NULL,
  PRIMARY KEY (month, kind, expectation)
) STRICT, WITHOUT ROWID;

-- While many entries change at once one row lies here. Then the entries after
-- after_n, or with everything = 1 all of them, go into the search index and the
-- summary together, at the end.
CREATE TABLE bulk (after_n INTEGER NOT NULL, everything INTEGER NOT NULL) STRICT;

-- To insert a cell's name here is to count that cell again.
CREATE VIEW recount AS SELECT month, kind, expectation FROM summary;

CREATE TRIGGER recount_cell INSTEAD OF INSERT ON recount BEGIN
  DELETE FROM summary WHERE month = new.month AND kind = new.kind AND expectation = new.expectation;
  INSERT INTO summary (month, kind, expectation, count, strongest, newest)
    SELECT new.month, new.kind, '', counted,
      (SELECT CASE max(strength_rank) WHEN 1 THEN 'own-word' WHEN 2 THEN 'number' WHEN 3 THEN 'quote' WHEN 4 THEN 'artefact' ELSE '' END
         FROM evidence WHERE kind = new.kind AND day BETWEEN new.month || '-01' AND new.month || '-31'),
      newest
    FROM (SELECT count(*) AS counted, max(day) AS newest FROM entries
           WHERE new.expectation = '' AND kind = new.kind AND day BETWEEN new.month || '-01' AND new.month || '-31')
    WHERE counted > 0;
  INSERT INTO summary (month, kind, expectation, count, strongest, newest)
    SELECT new.month, new.kind, new.expectation, counted,
      CASE strongest WHEN 1 THEN 'own-word' WHEN 2 THEN 'number' WHEN 3 THEN 'quote' WHEN 4 THEN 'artefact' ELSE '' END,
      newest
    FROM (SELECT count(DISTINCT entry) AS counted, max(strength_rank) AS strongest, max(day) AS newest FROM evidence
           WHERE new.expectation <> '' AND kind = new.kind AND day BETWEEN new.month || '-01' AND new.month || '-31'
             AND expectation = new.expectation)
    WHERE counted > 0;
END;

CREATE TRIGGER summary_entry_added AFTER INSERT ON entries
WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
  INSERT INTO summary (month, kind, expectation, count, strongest, newest)
    VALUES (substr(new.day, 1, 7), new.kind, '', 1, '', new.day)
    ON CONFLICT (month, kind, expectation) DO UPDATE SET count = count + 1, newest = max(newest, excluded.newest);
END;

CREATE TRIGGER evidence_moves_with_its_entry AFTER UPDATE OF day, kind ON entries
WHEN old.day IS NOT new.day OR old.kind IS NOT new.kind BEGIN
  UPDATE evidence SET day = new.day, kind = new.kind WHERE entry = new.n;
END;

CREATE TRIGGER people_move_with_their_entry AFTER UPDATE OF day ON entries WHEN old.day IS NOT new.day BEGIN
  UPDATE entry_people SET day = new.day WHERE entry = new.n;
END;

CREATE TRIGGER summary_entry_moved AFTER UPDATE OF day, kind ON entries
WHEN (old.day IS NOT new.day OR old.kind IS NOT new.kind) AND NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) BEGIN
  INSERT INTO recount VALUES (substr(old.day, 1, 7), old.kind, '');
  INSERT INTO recount VALUES (substr(new.day, 1, 7), new.kind, '');
END;

CREATE TRIGGER summary_entry_removed AFTER DELETE ON entries
WHEN NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) BEGIN
  INSERT INTO recount VALUES (substr(old.day, 1, 7), old.kind, '');
END;

CREATE TRIGGER summary_evidence_added AFTER INSERT ON evidence
WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
  INSERT INTO recount VALUES (substr(new.day, 1, 7), new.kind, new.expectation);
  INSERT INTO recount SELECT substr(new.day, 1, 7), new.kind, '' WHERE new.expectation <> '';
END;

CREATE TRIGGER summary_evidence_moved AFTER UPDATE OF day, kind, expectation, strength ON evidence
WHEN NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) BEGIN
  INSERT INTO recount VALUES (substr(old.day, 1, 7), old.kind, old.expectation);
  INSERT INTO recount SELECT substr(old.day, 1, 7), old.kind, '' WHERE old.expectation <> '';
  INSERT INTO recount VALUES (substr(new.day, 1, 7), new.kind, new.expectation);
  INSERT INTO recount SELECT substr(new.day, 1, 7), new.kind, '' WHERE new.expectation <> '';
END;

CREATE TRIGGER summary_evidence_removed AFTER DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) BEGIN
  INSERT INTO recount VALUES (substr(old.day, 1, 7), old.kind, old.expectation);
  INSERT INTO recount SELECT substr(old.day, 1, 7), old.kind, '' WHERE old.expectation <> '';
END;

CREATE TRIGGER mentions_added AFTER INSERT ON entries WHEN new.mentions <> '' BEGIN
  INSERT INTO entry_mentions (folded, entry) SELECT value, new.n FROM json_each(new.mentions);
END;

CREATE TRIGGER mentions_changed AFTER UPDATE OF mentions ON entries WHEN old.mentions IS NOT new.mentions BEGIN
  DELETE FROM entry_mentions WHERE entry = new.n;
  INSERT INTO entry_mentions (folded, entry) SELECT value, new.n FROM json_each(new.mentions) WHERE new.mentions <> '';
END;

-- A person's name stands in every entry that names the person by id.
CREATE VIEW people_of_entries AS
  SELECT e.n AS entry,
    (SELECT coalesce(group_concat(coalesce(p.name, w.person), char(10)), '')
       FROM (SELECT person FROM (
               SELECT -1 AS position, e.feedback_giver AS person WHERE e.feedback_giver <> ''
               UNION ALL SELECT position, person FROM entry_people WHERE entry = e.n)
             ORDER BY position) AS w
       LEFT JOIN people AS p ON p.id = w.person) AS names
  FROM entries AS e;

CREATE TRIGGER people_added AFTER INSERT ON people BEGIN
  UPDATE entries SET people = (SELECT names FROM people_of_entries WHERE entry = entries.n)
  WHERE n IN (SELECT entry FROM entry_people WHERE person = new.id
              UNION SELECT n FROM entries WHERE feedback_giver = new.id AND feedback_giver <> '');
END;

CREATE TRIGGER people_renamed AFTER UPDATE OF name ON people WHEN old.name IS NOT new.name BEGIN
  UPDATE entries SET people = (SELECT names FROM people_of_entries WHERE entry = entries.n)
  WHERE n IN (SELECT entry FROM entry_people WHERE person = new.id
              UNION SELECT n FROM entries WHERE feedback_giver = new.id AND feedback_giver <> '');
END;

CREATE TRIGGER people_removed AFTER DELETE ON people BEGIN
  UPDATE entries SET people = (SELECT names FROM people_of_entries WHERE entry = entries.n)
  WHERE n IN (SELECT entry FROM entry_people WHERE person = old.id
              UNION SELECT n FROM entries WHERE feedback_giver = old.id AND feedback_giver <> '');
END;

-- The search index: every text field of an entry. The text itself lies only in
-- entries. Deleted words leave the index at once ('secure-delete'; because of
-- it the index needs sqlite3 3.42 or newer, the tables do not).
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments,
    content = 'entries', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO entries_fts (entries_fts, rank) VALUES ('secure-delete', 1);
INSERT INTO entries_fts (entries_fts, rank) VALUES ('rank', 'bm25(10.0, 1.0, 5.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)');

CREATE TRIGGER fts_entry_added AFTER INSERT ON entries
WHEN NOT EXISTS (SELECT 1 FROM bulk) BEGIN
  INSERT INTO entries_fts (rowid,
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments)
  VALUES (new.n,
    new.title, new.body, new.tags, new.people, new.prompt_text, new.moment_situation, new.moment_task,
    new.moment_action, new.moment_result, new.moment_impact, new.moment_impact_unit, new.feedback_quote,
    new.feedback_situation, new.feedback_behaviour, new.feedback_impact, new.application_position,
    new.application_organisation, new.application_next_step, new.application_looks_for, new.application_lessons,
    new.stages, new.evidence, new.attachments);
END;

CREATE TRIGGER fts_entry_removed AFTER DELETE ON entries
WHEN NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) BEGIN
  INSERT INTO entries_fts (entries_fts, rowid,
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments)
  VALUES ('delete', old.n,
    old.title, old.body, old.tags, old.people, old.prompt_text, old.moment_situation, old.moment_task,
    old.moment_action, old.moment_result, old.moment_impact, old.moment_impact_unit, old.feedback_quote,
    old.feedback_situation, old.feedback_behaviour, old.feedback_impact, old.application_position,
    old.application_organisation, old.application_next_step, old.application_looks_for, old.application_lessons,
    old.stages, old.evidence, old.attachments);
END;

-- An autosave that changed no text leaves the index alone. Between taking the
-- old words out and putting the new ones in, 'flush' has SQLite write the index:
-- up to 3.53 at least it reads the mark of a deleted row from the first byte of a
-- number that has two where a word stands in a row 64 times or more, so that one
-- that is deleted and put in at once may stay in the index for good.
CREATE TRIGGER fts_entry_changed AFTER UPDATE OF
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments
  ON entries WHEN NOT EXISTS (SELECT 1 FROM bulk WHERE everything = 1) AND (
    old.title IS NOT new.title OR old.body IS NOT new.body OR old.tags IS NOT new.tags OR old.people IS NOT new.people
    OR old.prompt_text IS NOT new.prompt_text OR old.moment_situation IS NOT new.moment_situation OR old.moment_task
    IS NOT new.moment_task OR old.moment_action IS NOT new.moment_action OR old.moment_result IS NOT new.moment_result
    OR old.moment_impact IS NOT new.moment_impact OR old.moment_impact_unit IS NOT new.moment_impact_unit OR
    old.feedback_quote IS NOT new.feedback_quote OR old.feedback_situation IS NOT new.feedback_situation OR
    old.feedback_behaviour IS NOT new.feedback_behaviour OR old.feedback_impact IS NOT new.feedback_impact OR
    old.application_position IS NOT new.application_position OR old.application_organisation IS NOT
    new.application_organisation OR old.application_next_step IS NOT new.application_next_step OR
    old.application_looks_for IS NOT new.application_looks_for OR old.application_lessons IS NOT
    new.application_lessons OR old.stages IS NOT new.stages OR old.evidence IS NOT new.evidence OR old.attachments IS
    NOT new.attachments)
BEGIN
  INSERT INTO entries_fts (entries_fts, rowid,
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments)
  VALUES ('delete', old.n,
    old.title, old.body, old.tags, old.people, old.prompt_text, old.moment_situation, old.moment_task,
    old.moment_action, old.moment_result, old.moment_impact, old.moment_impact_unit, old.feedback_quote,
    old.feedback_situation, old.feedback_behaviour, old.feedback_impact, old.application_position,
    old.application_organisation, old.application_next_step, old.application_looks_for, old.application_lessons,
    old.stages, old.evidence, old.attachments);
  INSERT INTO entries_fts (entries_fts) VALUES ('flush');
  INSERT INTO entries_fts (rowid,
    title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
    moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
    application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
    stages, evidence, attachments)
  VALUES (new.n,
    new.title, new.body, new.tags, new.people, new.prompt_text, new.moment_situation, new.moment_task,
    new.moment_action, new.moment_result, new.moment_impact, new.moment_impact_unit, new.feedback_quote,
    new.feedback_situation, new.feedback_behaviour, new.feedback_impact, new.application_position,
    new.application_organisation, new.application_next_step, new.application_looks_for, new.application_lessons,
    new.stages, new.evidence, new.attachments);
END;
