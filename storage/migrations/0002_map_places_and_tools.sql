-- The tables of version 2: where an own area is marked on the map, and which tools are offered no more.
--
-- A table of its own for the places: every row's checksum covers its columns, and SQL cannot compute it anew.

CREATE TABLE area_place (
    id TEXT NOT NULL PRIMARY KEY,                      -- the own area's
    view INTEGER NOT NULL CHECK (view BETWEEN 0 AND 1),  -- front, back
    x INTEGER NOT NULL CHECK (x BETWEEN 0 AND 1000),     -- thousandths of the drawing's width, from the left
    y INTEGER NOT NULL CHECK (y BETWEEN 0 AND 1000),     -- thousandths of its height, from the top
    clock INTEGER NOT NULL,                              -- of the own area's row that it belongs to
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE tool (
    id TEXT NOT NULL PRIMARY KEY,  -- its name
    retired INTEGER NOT NULL CHECK (retired BETWEEN 0 AND 1),
    clock INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    state INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- Undo knows tools too. SQLite cannot change a CHECK, so the table is made again, with its rows.
CREATE TABLE kept_change AS SELECT * FROM undo_change;
DROP TABLE undo_change;
CREATE TABLE undo_change (
    step INTEGER NOT NULL REFERENCES undo_step (number) ON DELETE CASCADE,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),  -- session, checkin, own_area, profile, tool
    id TEXT NOT NULL,
    content TEXT,
    state INTEGER,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (step, kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO undo_change SELECT * FROM kept_change;
DROP TABLE kept_change;
