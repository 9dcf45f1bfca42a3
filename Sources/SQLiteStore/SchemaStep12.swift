extension Schema {
  /// Version 12: the command line too makes lists and takes answers, which leaves no account; what an officer decided about
  /// single lines of an answer; refused people who were put right.
  static let step12: StaticString = """
    -- Its body names a table that is rebuilt.
    DROP TRIGGER confirmationEntryIsOfOpenList;

    -- `account` is nobody's where the command line did it.
    CREATE TABLE newConfirmationBatch (
      id INTEGER PRIMARY KEY,
      layout INTEGER NOT NULL REFERENCES confirmationLayout(id),
      account INTEGER CHECK (account >= 1),
      madeAt INTEGER NOT NULL,
      sentAt INTEGER
    ) STRICT;
    INSERT INTO newConfirmationBatch SELECT id, layout, account, madeAt, sentAt FROM confirmationBatch;
    DROP TABLE confirmationBatch;
    ALTER TABLE newConfirmationBatch RENAME TO confirmationBatch;
    CREATE TRIGGER confirmationBatchGoesOn BEFORE UPDATE ON confirmationBatch
      WHEN OLD.sentAt IS NOT NULL OR NEW.layout <> OLD.layout OR NEW.madeAt <> OLD.madeAt
    BEGIN SELECT RAISE(ABORT, 'a list that was handed over stays as it is'); END;
    CREATE TRIGGER confirmationEntryIsOfOpenList BEFORE INSERT ON confirmationEntry
      WHEN (SELECT sentAt FROM confirmationBatch WHERE id = NEW.batch) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a list that was handed over stays as it is'); END;

    CREATE TABLE newAnswerFile (
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      state TEXT NOT NULL CHECK (state IN ('previewed', 'applied', 'undone')),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      rowsSealed BLOB,
      undoneBy INTEGER CHECK (undoneBy >= 1),
      undoneAt INTEGER,
      CONSTRAINT rowsAreOfPreview CHECK ((rowsSealed IS NOT NULL) = (state = 'previewed')),
      CONSTRAINT undoIsWhole CHECK ((state = 'undone') = (undoneAt IS NOT NULL)
        AND (undoneAt IS NOT NULL OR undoneBy IS NULL))
    ) STRICT;
    INSERT INTO newAnswerFile
      SELECT id, digest, state, account, at, rows, rowsSealed, undoneBy, undoneAt FROM answerFile;
    DROP TABLE answerFile;
    ALTER TABLE newAnswerFile RENAME TO answerFile;
    CREATE UNIQUE INDEX answerFileOnce ON answerFile (digest) WHERE state IN ('previewed', 'applied');
    CREATE TRIGGER answerFileIsKept BEFORE DELETE ON answerFile WHEN OLD.state <> 'previewed'
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- For lines that are not taken by themselves, while the file is looked at; no entry: leave the line.
    CREATE TABLE answerChoice (
      file INTEGER NOT NULL REFERENCES answerFile(id) ON DELETE CASCADE,
      line INTEGER NOT NULL CHECK (line >= 1),
      entry INTEGER REFERENCES confirmationEntry(id),
      PRIMARY KEY (file, line)
    ) STRICT, WITHOUT ROWID;

    -- What the authority refused was put right; it counts for refusals before it.
    CREATE TABLE confirmationCorrection (
      entry INTEGER PRIMARY KEY REFERENCES confirmationEntry(id),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    """
}
