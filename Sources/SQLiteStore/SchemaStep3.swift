extension Schema {
  /// Version 3: staff accounts, their one-time codes, and who is signed in where.
  static let step3: StaticString = """
    -- Passwords and PINs as argon2id strings. Accounts are disabled, never deleted: the log speaks of them by id.
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 2 AND 32 AND login NOT GLOB '*[^a-z0-9.-]*'),
      nameSealed BLOB NOT NULL CHECK (length(nameSealed) > 0),
      role TEXT NOT NULL CHECK (role IN ('clerk', 'officer', 'technician')),
      isDisabled INTEGER NOT NULL DEFAULT 0 CHECK (isDisabled IN (0, 1)),
      password TEXT NOT NULL CHECK (password GLOB '$argon2id$*'),
      mustChangePassword INTEGER NOT NULL CHECK (mustChangePassword IN (0, 1)),
      pin TEXT CHECK (pin GLOB '$argon2id$*'),
      secondFactor TEXT NOT NULL DEFAULT 'none' CHECK (secondFactor IN ('none', 'totp', 'list')),
      totpSealed BLOB CHECK (length(totpSealed) > 0),
      -- Unix time / 30 of the last code taken: no code counts twice.
      totpStep INTEGER NOT NULL DEFAULT 0 CHECK (totpStep >= 0),
      madeAt INTEGER NOT NULL,
      changedAt INTEGER NOT NULL,
      CONSTRAINT authenticatorHasSecret CHECK ((secondFactor = 'totp') = (totpSealed IS NOT NULL))
    ) STRICT;

    CREATE TRIGGER accountIsKept BEFORE DELETE ON account
    BEGIN SELECT RAISE(ABORT, 'accounts are disabled, never deleted'); END;
    CREATE TRIGGER accountIsOnePerson BEFORE UPDATE OF id, login, role, madeAt ON account
    BEGIN SELECT RAISE(ABORT, 'who did what must stay readable'); END;
    CREATE TRIGGER lastOfficerStays BEFORE UPDATE OF isDisabled ON account
      WHEN NEW.isDisabled = 1 AND OLD.role = 'officer'
        AND NOT EXISTS (SELECT 1 FROM account WHERE role = 'officer' AND isDisabled = 0 AND id <> OLD.id)
    BEGIN SELECT RAISE(ABORT, 'without an officer nobody makes accounts'); END;
    CREATE TRIGGER totpCountsOnce BEFORE UPDATE OF totpStep ON account
      WHEN NEW.totpSealed IS OLD.totpSealed AND NEW.totpStep <= OLD.totpStep
    BEGIN SELECT RAISE(ABORT, 'a code counts once'); END;

    -- `mark` is a keyed hash of the code and whose it is. An owner's codes are replaced all at once.
    CREATE TABLE oneTimeCode (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('first-officer', 'list')),
      account INTEGER REFERENCES account(id),
      mark BLOB NOT NULL UNIQUE CHECK (length(mark) = 32),
      madeAt INTEGER NOT NULL,
      usedAt INTEGER,
      CONSTRAINT listIsSomebodys CHECK ((kind = 'list') = (account IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX oneTimeCodeFirst ON oneTimeCode (kind) WHERE kind = 'first-officer';
    CREATE INDEX oneTimeCodeAccount ON oneTimeCode (account);
    CREATE TRIGGER codeStays BEFORE UPDATE OF id, kind, account, mark, madeAt ON oneTimeCode
    BEGIN SELECT RAISE(ABORT, 'a code never changes'); END;
    CREATE TRIGGER codeCountsOnce BEFORE UPDATE OF usedAt ON oneTimeCode WHEN OLD.usedAt IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a code counts once'); END;

    -- `digest` is the SHA-256 of the session's id. Ids are never given twice, since the log speaks of them.
    CREATE TABLE staffSession (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
      account INTEGER NOT NULL REFERENCES account(id),
      stage TEXT NOT NULL CHECK (stage IN ('awaiting-code', 'open', 'locked')),
      signedInAt INTEGER NOT NULL,
      -- The fifth ends the session.
      wrongTries INTEGER NOT NULL DEFAULT 0 CHECK (wrongTries BETWEEN 0 AND 4),
      draftSealed BLOB CHECK (length(draftSealed) > 0)
    ) STRICT;
    CREATE INDEX staffSessionAccount ON staffSession (account);
    CREATE TRIGGER sessionIsOfEnabled BEFORE INSERT ON staffSession
      WHEN (SELECT isDisabled FROM account WHERE id = NEW.account) IS NOT 0
    BEGIN SELECT RAISE(ABORT, 'a disabled account signs nobody in'); END;
    CREATE TRIGGER disabledIsSignedOut AFTER UPDATE OF isDisabled ON account WHEN NEW.isDisabled = 1
    BEGIN DELETE FROM staffSession WHERE account = NEW.id; END;
    CREATE TRIGGER staffSessionStays BEFORE UPDATE OF id, digest, account, signedInAt ON staffSession
    BEGIN SELECT RAISE(ABORT, 'a session never changes hands'); END;
    CREATE TRIGGER stageNeedsNewSession BEFORE UPDATE OF stage ON staffSession
      WHEN 'awaiting-code' IN (OLD.stage, NEW.stage)
    BEGIN SELECT RAISE(ABORT, 'the second factor opens a session of its own'); END;
    """
}
