#pragma once

#include <cstdint>
#include <string_view>

namespace unknot::storage {

/// "Unkn" as a number: says that a SQLite file is a log of this program.
constexpr std::int64_t application_id = 0x556E6B6E;

/// The version of the tables below, kept as user_version.
constexpr std::int64_t schema_version = 1;

/// The tables of version 1. Every record carries its revision (hybrid logical clock and device) and a
/// checksum of its content; a deleted one leaves a tombstone without its text. A step is one undoable command
/// of one origin.
constexpr std::string_view schema_1 = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE session (
    id TEXT PRIMARY KEY, area TEXT NOT NULL, side INTEGER NOT NULL, at_ms INTEGER NOT NULL, at_offset INTEGER NOT NULL,
    pressure INTEGER NOT NULL CHECK (pressure BETWEEN 1 AND 5), duration_s INTEGER CHECK (duration_s BETWEEN 1 AND 14400),
    soreness_before INTEGER CHECK (soreness_before BETWEEN 0 AND 10), sensations INTEGER, screening INTEGER,
    tool TEXT NOT NULL, note TEXT NOT NULL, entered_ms INTEGER, entered_offset INTEGER,
    clock INTEGER NOT NULL, device TEXT NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX session_area ON session (area, at_ms);
CREATE TABLE checkin (
    id TEXT PRIMARY KEY, area TEXT NOT NULL, side INTEGER NOT NULL, at_ms INTEGER NOT NULL, at_offset INTEGER NOT NULL,
    soreness INTEGER CHECK (soreness BETWEEN 0 AND 10), symptoms INTEGER,
    note TEXT NOT NULL, entered_ms INTEGER, entered_offset INTEGER,
    clock INTEGER NOT NULL, device TEXT NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX checkin_area ON checkin (area, at_ms);
CREATE TABLE own_area (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, sides INTEGER NOT NULL, front INTEGER NOT NULL, back INTEGER NOT NULL,
    retired INTEGER NOT NULL, clock INTEGER NOT NULL, device TEXT NOT NULL) STRICT;
CREATE TABLE profile (
    one INTEGER PRIMARY KEY CHECK (one = 1), conditions INTEGER NOT NULL, denied INTEGER NOT NULL,
    cleared INTEGER NOT NULL, cleared_ms INTEGER, cleared_offset INTEGER,
    clock INTEGER NOT NULL, device TEXT NOT NULL) STRICT;
CREATE TABLE tombstone (id TEXT PRIMARY KEY, clock INTEGER NOT NULL, device TEXT NOT NULL) STRICT;
CREATE TABLE step (
    number INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL, what INTEGER NOT NULL, at_ms INTEGER NOT NULL,
    area TEXT NOT NULL, side INTEGER NOT NULL, about_ms INTEGER, about_offset INTEGER, count INTEGER NOT NULL) STRICT;
CREATE TABLE step_change (
    step INTEGER NOT NULL REFERENCES step (number) ON DELETE CASCADE, position INTEGER NOT NULL,
    kind INTEGER NOT NULL, id TEXT NOT NULL, before TEXT, before_clock INTEGER, clock INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (step, position)) STRICT, WITHOUT ROWID;
)sql";

}  // namespace unknot::storage
