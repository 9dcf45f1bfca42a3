extension Schema {
  /// Version 10: voices: recordings and their reviews.
  static let step10: StaticString = """
    CREATE TABLE voiceRecording (
      id INTEGER PRIMARY KEY,
      language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 40),
      -- The line's name and the file's: 64 bits each, as in Audio's LineKey.
      line INTEGER NOT NULL,
      sound INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL CHECK (milliseconds BETWEEN 300 AND 180000),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      -- One that is 'replaced' gave way to a newer one.
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'refused', 'replaced')),
      reviewedBy INTEGER CHECK (reviewedBy >= 1),
      reviewedAt INTEGER,
      CONSTRAINT reviewIsWhole CHECK ((reviewedBy IS NULL) = (reviewedAt IS NULL)),
      CONSTRAINT twoPeople CHECK (reviewedBy <> account),
      CONSTRAINT approvalIsReviewed CHECK (state NOT IN ('approved', 'refused') OR reviewedBy IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX voiceWaiting ON voiceRecording (language, line) WHERE state = 'waiting';
    CREATE UNIQUE INDEX voiceApproved ON voiceRecording (language, line) WHERE state = 'approved';
    CREATE TRIGGER voiceRecordingStays BEFORE UPDATE ON voiceRecording
      WHEN NEW.language <> OLD.language OR NEW.line <> OLD.line OR NEW.sound <> OLD.sound
        OR NEW.milliseconds <> OLD.milliseconds OR NEW.account <> OLD.account OR NEW.at <> OLD.at
        OR OLD.state IN ('refused', 'replaced')
    BEGIN SELECT RAISE(ABORT, 'a recording stays as it was made'); END;
    """
}
