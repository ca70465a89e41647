-- The tables of version 1.
--
-- Moments are milliseconds since 1970 in UTC (…_ms) with the offset of the place in minutes (…_offset). Sets of answers
-- are bits in the order of app/domain/answers.h; NULL is "not asked", 0 is "asked, none".
--
-- What every record carries:
--   clock     its revision: a hybrid logical clock (milliseconds << 16, plus a counter), never the same twice in a file
--   device    who wrote that revision
--   state     the clock of the command that gave it this content; an undo brings an earlier state back under a new clock
--   checksum  64 bits (XXH3) over all columns before it: storage/logbook/row.h

CREATE TABLE meta (
    key TEXT PRIMARY KEY,  -- file_id, device, oldest_reader (the first version that understands this file)
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('oldest_reader', '1');

CREATE TABLE device (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    area TEXT NOT NULL,
    side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 3),
    started_ms INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    pressure INTEGER NOT NULL CHECK (pressure BETWEEN 1 AND 5),
    duration_s INTEGER CHECK (duration_s BETWEEN 1 AND 14400),
    soreness_before INTEGER CHECK (soreness_before BETWEEN 0 AND 10),
    sensations INTEGER CHECK (sensations BETWEEN 0 AND 127),
    screening INTEGER CHECK (screening BETWEEN 0 AND 7),
    tool TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_ms INTEGER,
    entered_offset INTEGER,
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    state INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    CHECK ((entered_ms IS NULL) = (entered_offset IS NULL))
) STRICT;
CREATE INDEX session_by_area ON session (area);
CREATE INDEX session_by_state ON session (state);

CREATE TABLE checkin (
    id TEXT NOT NULL PRIMARY KEY,
    area TEXT NOT NULL,
    side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 3),
    at_ms INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    soreness INTEGER CHECK (soreness BETWEEN 0 AND 10),
    symptoms INTEGER CHECK (symptoms BETWEEN 0 AND 255),
    note TEXT NOT NULL,
    entered_ms INTEGER,
    entered_offset INTEGER,
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    state INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    CHECK ((entered_ms IS NULL) = (entered_offset IS NULL))
) STRICT;
CREATE INDEX checkin_by_area ON checkin (area);
CREATE INDEX checkin_by_state ON checkin (state);

CREATE TABLE own_area (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    sides INTEGER NOT NULL CHECK (sides BETWEEN 1 AND 7),  -- left 1, right 2, center 4
    front INTEGER NOT NULL CHECK (front BETWEEN 0 AND 1),
    back INTEGER NOT NULL CHECK (back BETWEEN 0 AND 1),
    retired INTEGER NOT NULL CHECK (retired BETWEEN 0 AND 1),
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    state INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- No row: the health questions have not been asked.
CREATE TABLE profile (
    id TEXT NOT NULL PRIMARY KEY CHECK (id = ''),
    conditions INTEGER NOT NULL CHECK (conditions BETWEEN 0 AND 15),
    denied INTEGER NOT NULL CHECK (denied BETWEEN 0 AND 15),
    cleared INTEGER NOT NULL CHECK (cleared BETWEEN 0 AND 15),
    cleared_ms INTEGER,
    cleared_offset INTEGER,
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    state INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    CHECK ((cleared_ms IS NULL) = (cleared_offset IS NULL))
) STRICT;

-- A record that is gone, so that another machine's copy of it does not come back in a merge. No word of its content.
CREATE TABLE tombstone (
    id TEXT NOT NULL PRIMARY KEY,
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    checksum INTEGER NOT NULL
) STRICT;

-- What was deleted, whole, for 90 days.
CREATE TABLE trash (
    id TEXT NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),  -- session, checkin
    content TEXT NOT NULL,                               -- storage/logbook/image.h
    deleted_ms INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX trash_by_age ON trash (deleted_ms);

-- The clock of the last change of each area's records, and of everything else under the empty name: another process reads
-- again just what is newer than what it has.
CREATE TABLE area_change (area TEXT PRIMARY KEY, clock INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- One command that can be taken back. What it added is found by its clock, which is the added records' state.
CREATE TABLE undo_step (
    number INTEGER PRIMARY KEY,
    clock INTEGER NOT NULL,
    token TEXT NOT NULL,  -- random, to recognise a commit that reported an error and is there all the same
    origin TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    what INTEGER NOT NULL,
    count INTEGER NOT NULL,
    added INTEGER NOT NULL,
    first_id TEXT NOT NULL,  -- of the first record it touched, with its place and time, for the sentence that says it
    area TEXT NOT NULL,
    side INTEGER NOT NULL,
    about_ms INTEGER,
    about_offset INTEGER
) STRICT;

-- What a step replaced or deleted, as it was before; content is NULL where an own area or the profile was not there.
CREATE TABLE undo_change (
    step INTEGER NOT NULL REFERENCES undo_step (number) ON DELETE CASCADE,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),  -- session, checkin, own_area, profile
    id TEXT NOT NULL,
    content TEXT,
    state INTEGER,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (step, kind, id)
) STRICT, WITHOUT ROWID;
