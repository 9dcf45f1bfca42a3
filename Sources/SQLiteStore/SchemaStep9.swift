extension Schema {
  /// Version 9: drafts. Items from outside wait here until an officer has released them.
  static let step9: StaticString = """
    CREATE TABLE draft (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL CHECK (length(code) BETWEEN 3 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      -- Canonical JSON of an item, of which members may be missing while it waits.
      content BLOB NOT NULL CHECK (length(content) > 1),
      -- Where it came from: the file's name and the line in it.
      file TEXT NOT NULL CHECK (length(file) BETWEEN 1 AND 300),
      line INTEGER NOT NULL CHECK (line >= 0),
      -- Another import took the place of one that is 'replaced'.
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'replaced', 'discarded', 'released')),
      -- Accounts; NULL is the command line.
      receivedBy INTEGER CHECK (receivedBy >= 1),
      receivedAt INTEGER NOT NULL,
      decidedBy INTEGER CHECK (decidedBy >= 1),
      decidedAt INTEGER,
      CONSTRAINT decisionIsWhole CHECK ((state = 'waiting') = (decidedAt IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX draftWaiting ON draft (code) WHERE state = 'waiting';
    CREATE INDEX draftReleased ON draft (code, id) WHERE state = 'released';
    CREATE TRIGGER draftStays BEFORE UPDATE ON draft
      WHEN OLD.state <> 'waiting' OR NEW.code <> OLD.code OR NEW.content <> OLD.content OR NEW.file <> OLD.file
        OR NEW.line <> OLD.line OR NEW.receivedAt <> OLD.receivedAt
    BEGIN SELECT RAISE(ABORT, 'a draft is decided about once, as it came'); END;
    CREATE TRIGGER releasedDraftIsKept BEFORE DELETE ON draft WHEN OLD.state = 'released'
    BEGIN SELECT RAISE(ABORT, 'what was released is part of the bank'); END;
    """
}
