extension Schema {
  /// Version 13: what people may ask for about their own particulars, and how long they are kept.
  static let step13: StaticString = """
    -- Of an erased person the row stays, so that counts and slips do: with nothing in it that says who it was. Its look-up
    -- is then the key of the erasure.
    ALTER TABLE person ADD COLUMN erasedAt INTEGER;
    CREATE TRIGGER erasedPersonStays BEFORE UPDATE ON person WHEN OLD.erasedAt IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'nobody comes back into an erased record'); END;
    CREATE INDEX personChanged ON person (changedAt) WHERE erasedAt IS NULL;

    -- Chosen answers that were taken away; their credit stays.
    ALTER TABLE attempt ADD COLUMN answersErasedAt INTEGER;
    CREATE INDEX attemptAnswersKept ON attempt (changedAt)
      WHERE answersErasedAt IS NULL AND state IN ('submitted', 'voided');

    -- `key` is a keyed hash that only this box can compute, of nothing that is about the person.
    CREATE TABLE erasure (
      person INTEGER PRIMARY KEY REFERENCES person(id),
      key BLOB NOT NULL UNIQUE CHECK (length(key) = 32),
      reason TEXT NOT NULL CHECK (reason IN ('asked', 'withdrawn', 'mistaken', 'expired', 'restored')),
      documentSealed BLOB CHECK (length(documentSealed) > 0),
      -- Nobody's where a period ran out or a restore did it again.
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX erasureAt ON erasure (at);
    CREATE TRIGGER erasureStays BEFORE UPDATE ON erasure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER erasureIsKept BEFORE DELETE ON erasure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- Words of an authority about somebody go with the person; nothing else of a change does.
    DROP TRIGGER answerChangeStays;
    CREATE TRIGGER answerChangeStays BEFORE UPDATE ON answerChange
      WHEN NEW.file <> OLD.file OR NEW.entry <> OLD.entry OR NEW.line <> OLD.line OR NEW.before <> OLD.before
        OR NEW.after <> OLD.after OR NEW.reasonBefore IS NOT NULL OR NEW.reasonAfter IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- That somebody no longer agrees. A later consent ends it.
    CREATE TABLE consentWithdrawal (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person(id),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX consentWithdrawalPerson ON consentWithdrawal (person);
    CREATE TRIGGER consentWithdrawalStays BEFORE UPDATE ON consentWithdrawal
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- Who was shown or took out what: names as files, one person's number, one person's file.
    CREATE TABLE disclosure (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('attempts', 'confirmation-list', 'person-file', 'person-paper', 'full-number')),
      -- A period or a list's number: never a name.
      subject TEXT NOT NULL CHECK (length(subject) <= 80),
      person INTEGER REFERENCES person(id),
      rows INTEGER NOT NULL CHECK (rows >= 0),
      format TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 20),
      -- SHA-256 of the file as it left; empty for what was only shown.
      digest BLOB NOT NULL CHECK (length(digest) IN (0, 32)),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX disclosurePerson ON disclosure (person) WHERE person IS NOT NULL;
    CREATE TRIGGER disclosureStays BEFORE UPDATE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER disclosureIsKept BEFORE DELETE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- How long what is kept: the newest row is in force.
    CREATE TABLE retentionRule (
      id INTEGER PRIMARY KEY,
      content BLOB NOT NULL CHECK (length(content) > 0),
      document TEXT CHECK (length(document) > 0),
      day TEXT CHECK (length(day) = 10),
      signer TEXT CHECK (length(signer) > 0),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL,
      CONSTRAINT ruleHasItsPaper CHECK ((document IS NULL) = (day IS NULL) AND (document IS NULL) = (signer IS NULL)
        AND (document IS NULL) = (account IS NULL))
    ) STRICT;
    CREATE TRIGGER retentionRuleStays BEFORE UPDATE ON retentionRule
    BEGIN SELECT RAISE(ABORT, 'what was adopted stays written down'); END;
    CREATE TRIGGER retentionRuleIsKept BEFORE DELETE ON retentionRule
    BEGIN SELECT RAISE(ABORT, 'what was adopted stays written down'); END;

    CREATE TABLE retentionRun (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
      count INTEGER NOT NULL CHECK (count >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    """
}
