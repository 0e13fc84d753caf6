import { FIELDS } from '../../log/fields.ts'

/** Marks a SQLite file as a store of touchmap (`PRAGMA application_id`): "tmap". */
export const APPLICATION_ID = 0x746d6170

/** The column of the table `events` that holds each field. `id` is the table's own. */
export const EVENT_COLUMNS: readonly string[] = FIELDS.map((field) => (field === 'id' ? 'event_id' : field))

/**
 * The schema, a step a version: `PRAGMA user_version` counts the steps taken. Steps are only ever added.
 * docs/store.md describes the result.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
  ) STRICT;
  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    path TEXT NOT NULL,
    hash TEXT,
    holder INTEGER REFERENCES files (id),
    mapping TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    UNIQUE (path, hash)
  ) STRICT;
  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files (id),
    line INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('kept', 'duplicate', 'rejected')),
    at INTEGER,
    ${EVENT_COLUMNS.map((column) => `${column} TEXT${column === 'interaction' || column === 'event' ? ' NOT NULL' : ''}`).join(',\n    ')},
    attributes TEXT
  ) STRICT;
  CREATE TABLE rejects (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files (id),
    line INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    event INTEGER REFERENCES events (id),
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    raw TEXT NOT NULL
  ) STRICT;
  CREATE TABLE notes (
    file INTEGER NOT NULL REFERENCES files (id),
    line INTEGER NOT NULL,
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    occurrences INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE INDEX files_by_hash ON files (hash);
  CREATE INDEX events_by_interaction ON events (interaction);
  CREATE INDEX events_by_file ON events (file);
  CREATE INDEX rejects_by_file ON rejects (file);
  CREATE VIEW interactions AS
    SELECT interaction AS id, min(contact) AS contact, min(business) AS business, min(channel) AS channel,
      min(brand) AS brand, min(site) AS site, min(team) AS team, min(shift) AS shift, min(agent) AS agent,
      count(*) AS events, min(at) AS began, max(at) AS ended
    FROM events WHERE state = 'kept' GROUP BY interaction;
  `,
]
