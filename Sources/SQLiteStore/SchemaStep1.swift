extension Schema {
  /// Version 1. Moments are milliseconds since 1970-01-01T00:00:00Z and are never compared with each other here: a box
  /// whose clock jumped back must still take answers.
  static let step1: StaticString = """
    -- One row for each start of the service; the id is the boot counter that stands on slips.
    CREATE TABLE boot (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT;

    -- SHA-256 over the bank's files as they were when the bank in force was read from them.
    CREATE TABLE bankFolder (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32)
    ) STRICT;

    -- Content. Rows never change: attempts and slips of years ago stand on them.
    CREATE TABLE framework (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 65535),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      content BLOB NOT NULL CHECK (length(content) > 0)
    ) STRICT;

    -- Which area a competence counts for is the framework's word, so a bank need not be stored again when it changes.
    CREATE TABLE competence (
      framework INTEGER NOT NULL REFERENCES framework(id),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 40 AND area NOT GLOB '*[^a-z0-9.-]*'),
      PRIMARY KEY (framework, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE blueprint (
      id INTEGER PRIMARY KEY,
      audience TEXT NOT NULL CHECK (length(audience) BETWEEN 1 AND 40 AND audience NOT GLOB '*[^a-z0-9.-]*'),
      version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 65535),
      framework INTEGER NOT NULL REFERENCES framework(id),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      content BLOB NOT NULL CHECK (length(content) > 0),
      UNIQUE (framework, hash),
      UNIQUE (id, audience, framework)
    ) STRICT;

    CREATE TABLE itemBank (
      id INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      adoptedAt INTEGER NOT NULL
    ) STRICT;

    -- `optionIDs` and `optionOrder` are ids with one space between; ids hold no spaces.
    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      bank INTEGER NOT NULL REFERENCES itemBank(id),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      use TEXT NOT NULL CHECK (use IN ('warm-up', 'practice', 'tested')),
      competence TEXT NOT NULL CHECK (length(competence) BETWEEN 1 AND 40),
      difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
      optionIDs TEXT NOT NULL CHECK (length(optionIDs) > 0),
      "key" TEXT NOT NULL CHECK ("key" NOT GLOB '* *' AND instr(' ' || optionIDs || ' ', ' ' || "key" || ' ') > 0),
      content BLOB NOT NULL CHECK (length(content) > 0),
      UNIQUE (bank, code)
    ) STRICT;

    CREATE TABLE itemAudience (
      item INTEGER NOT NULL REFERENCES item(id),
      audience TEXT NOT NULL CHECK (length(audience) BETWEEN 1 AND 40 AND audience NOT GLOB '*[^a-z0-9.-]*'),
      PRIMARY KEY (item, audience)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notice (
      id INTEGER PRIMARY KEY,
      audience TEXT NOT NULL CHECK (length(audience) BETWEEN 1 AND 40 AND audience NOT GLOB '*[^a-z0-9.-]*'),
      version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 65535),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      content BLOB NOT NULL CHECK (length(content) > 0),
      UNIQUE (id, audience)
    ) STRICT;

    CREATE TRIGGER frameworkStays BEFORE UPDATE ON framework BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER competenceStays BEFORE UPDATE ON competence BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER blueprintStays BEFORE UPDATE ON blueprint BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER itemBankStays BEFORE UPDATE ON itemBank BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER itemStays BEFORE UPDATE ON item BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER itemAudienceStays BEFORE UPDATE ON itemAudience
    BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    CREATE TRIGGER noticeStays BEFORE UPDATE ON notice BEGIN SELECT RAISE(ABORT, 'content never changes'); END;

    -- What new attempts are made with.
    CREATE TABLE inForce (
      audience TEXT PRIMARY KEY NOT NULL,
      framework INTEGER NOT NULL,
      blueprint INTEGER NOT NULL,
      bank INTEGER NOT NULL REFERENCES itemBank(id),
      notice INTEGER NOT NULL,
      FOREIGN KEY (blueprint, audience, framework) REFERENCES blueprint(id, audience, framework),
      FOREIGN KEY (notice, audience) REFERENCES notice(id, audience)
    ) STRICT, WITHOUT ROWID;

    -- People. What names them is sealed; the key is not in this file.
    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      numberLookup BLOB NOT NULL UNIQUE CHECK (length(numberLookup) = 32),
      nameSealed BLOB NOT NULL CHECK (length(nameSealed) > 0),
      numberSealed BLOB NOT NULL CHECK (length(numberSealed) > 0),
      birthSealed BLOB NOT NULL CHECK (length(birthSealed) > 0),
      sex TEXT CHECK (sex IN ('male', 'female')),
      firstSeenAt INTEGER NOT NULL,
      changedAt INTEGER NOT NULL
    ) STRICT;

    -- The id is the attempt's number on this device. Rows are never deleted, so the numbers have no gaps.
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY CHECK (id >= 1),
      audience TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('practice', 'tested')),
      state TEXT NOT NULL DEFAULT 'seating' CHECK (state IN ('seating', 'in-progress', 'submitted', 'voided')),
      person INTEGER REFERENCES person(id),
      identity INTEGER CHECK (identity IN (0, 1, 2)),
      ageYears INTEGER CHECK (ageYears BETWEEN 0 AND 250),
      framework INTEGER NOT NULL,
      blueprint INTEGER NOT NULL,
      bank INTEGER NOT NULL REFERENCES itemBank(id),
      notice INTEGER,
      seed INTEGER NOT NULL,
      part TEXT NOT NULL DEFAULT 'warm-up' CHECK (part IN ('warm-up', 'scored')),
      place INTEGER NOT NULL DEFAULT 1 CHECK (place >= 1),
      warmUpCount INTEGER NOT NULL DEFAULT 0 CHECK (warmUpCount >= 0),
      scoredCount INTEGER NOT NULL DEFAULT 0 CHECK (scoredCount >= 0),
      spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
      allowed INTEGER CHECK (allowed > 0),
      ending TEXT CHECK (ending IN ('candidate', 'time-up')),
      right INTEGER CHECK (right BETWEEN 0 AND asked),
      asked INTEGER CHECK (asked BETWEEN 0 AND scoredCount),
      passed INTEGER CHECK (passed IN (0, 1)),
      beganAt INTEGER NOT NULL,
      submittedAt INTEGER,
      changedAt INTEGER NOT NULL,
      FOREIGN KEY (blueprint, audience, framework) REFERENCES blueprint(id, audience, framework),
      FOREIGN KEY (notice, audience) REFERENCES notice(id, audience),
      CONSTRAINT practiceKnowsNobody CHECK (mode = 'tested'
        OR (person IS NULL AND identity IS NULL AND ageYears IS NULL AND notice IS NULL AND allowed IS NULL
          AND passed IS NULL)),
      CONSTRAINT testedHasConsentAndClock CHECK (mode = 'practice' OR (notice IS NOT NULL AND allowed IS NOT NULL)),
      CONSTRAINT seatedIsWhole CHECK (person IS NULL OR (identity IS NOT NULL AND ageYears IS NOT NULL)),
      CONSTRAINT testedIsSeated CHECK (mode = 'practice' OR state <> 'in-progress' OR person IS NOT NULL),
      CONSTRAINT placeIsInForm CHECK (state <> 'in-progress'
        OR place <= CASE part WHEN 'warm-up' THEN warmUpCount ELSE scoredCount END),
      CONSTRAINT openHasNoEnd CHECK (state IN ('submitted', 'voided') OR submittedAt IS NULL),
      CONSTRAINT submittedHasEnd CHECK (state <> 'submitted' OR submittedAt IS NOT NULL),
      CONSTRAINT endingIsSubmitted CHECK ((ending IS NULL) = (submittedAt IS NULL)),
      CONSTRAINT scoreIsSubmitted CHECK (right IS NULL OR submittedAt IS NOT NULL),
      CONSTRAINT scoreIsWhole CHECK ((right IS NULL) = (asked IS NULL) AND (passed IS NULL OR right IS NOT NULL))
    ) STRICT;

    -- A person has one open attempt at most, and is led back to it.
    CREATE UNIQUE INDEX attemptOpen ON attempt (person) WHERE state = 'in-progress' AND person IS NOT NULL;
    CREATE INDEX attemptPerson ON attempt (person, submittedAt) WHERE person IS NOT NULL;

    CREATE TRIGGER attemptStays BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
    CREATE TRIGGER attemptKeepsItsRules BEFORE UPDATE OF id, audience, mode, framework, blueprint, bank, notice, seed,
      beganAt ON attempt
    BEGIN SELECT RAISE(ABORT, 'what an attempt was made with never changes'); END;
    CREATE TRIGGER attemptGoesOn BEFORE UPDATE OF state ON attempt
      WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN (
        'seating in-progress', 'seating voided', 'in-progress submitted', 'in-progress voided', 'submitted voided')
    BEGIN SELECT RAISE(ABORT, 'an attempt does not go back'); END;

    CREATE TABLE attemptArea (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 40),
      right INTEGER NOT NULL CHECK (right BETWEEN 0 AND asked),
      asked INTEGER NOT NULL CHECK (asked >= 0),
      needed INTEGER NOT NULL CHECK (needed >= 0),
      PRIMARY KEY (attempt, area)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE formItem (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      part TEXT NOT NULL CHECK (part IN ('warm-up', 'scored')),
      number INTEGER NOT NULL CHECK (number >= 1),
      item INTEGER NOT NULL REFERENCES item(id),
      optionOrder TEXT NOT NULL CHECK (length(optionOrder) > 0),
      response TEXT CHECK (response NOT GLOB '* *' AND instr(' ' || optionOrder || ' ', ' ' || response || ' ') > 0),
      salt BLOB CHECK (length(salt) = 16),
      isMarked INTEGER NOT NULL DEFAULT 0 CHECK (isMarked IN (0, 1)),
      spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
      answeredAt INTEGER,
      PRIMARY KEY (attempt, part, number),
      CONSTRAINT responseIsWhole CHECK (response IS NULL OR (salt IS NOT NULL AND answeredAt IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER formItemIsOfTheBank BEFORE INSERT ON formItem
      WHEN (SELECT bank FROM item WHERE id = NEW.item) IS NOT (SELECT bank FROM attempt WHERE id = NEW.attempt)
    BEGIN SELECT RAISE(ABORT, 'a form is drawn from its attempt''s bank'); END;
    CREATE TRIGGER formItemStays BEFORE UPDATE OF attempt, part, number, item, optionOrder ON formItem
    BEGIN SELECT RAISE(ABORT, 'a form never changes'); END;
    -- Nobody changes an answer afterwards; taking it away, as the law lets people ask, stays possible.
    CREATE TRIGGER responseIsInTime BEFORE UPDATE OF response ON formItem
      WHEN NEW.response IS NOT NULL
        AND (SELECT state FROM attempt WHERE id = NEW.attempt) IS NOT 'in-progress'
    BEGIN SELECT RAISE(ABORT, 'a finished attempt takes no more responses'); END;

    -- `digest` is the SHA-256 of a browser session's id.
    CREATE TABLE kioskSession (
      digest BLOB PRIMARY KEY NOT NULL CHECK (length(digest) = 32),
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      boundAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slip (
      serial INTEGER PRIMARY KEY,
      attempt INTEGER NOT NULL UNIQUE REFERENCES attempt(id),
      token INTEGER NOT NULL UNIQUE CHECK (token BETWEEN 0 AND 999999999999),
      bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 160),
      issuedAt INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER slipHasNoGap BEFORE INSERT ON slip
      WHEN NEW.serial IS NOT (SELECT coalesce(max(serial), 0) + 1 FROM slip)
    BEGIN SELECT RAISE(ABORT, 'serials count by one'); END;
    CREATE TRIGGER slipIsEarned BEFORE INSERT ON slip
      WHEN NOT EXISTS (SELECT 1 FROM attempt
        WHERE id = NEW.attempt AND mode = 'tested' AND state = 'submitted' AND passed = 1)
    BEGIN SELECT RAISE(ABORT, 'only a passed test has a slip'); END;
    CREATE TRIGGER slipStays BEFORE UPDATE ON slip BEGIN SELECT RAISE(ABORT, 'slips never change'); END;
    CREATE TRIGGER slipIsKept BEFORE DELETE ON slip BEGIN SELECT RAISE(ABORT, 'slips never change'); END;

    -- Every sheet of a slip that was offered for printing; copy 1 is the first.
    CREATE TABLE slipPrint (
      slip INTEGER NOT NULL REFERENCES slip(serial),
      copy INTEGER NOT NULL CHECK (copy BETWEEN 1 AND 999),
      at INTEGER NOT NULL,
      PRIMARY KEY (slip, copy)
    ) STRICT, WITHOUT ROWID;

    -- Kinds are not listed: new ones come with the product, and this table is never rebuilt.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY CHECK (id >= 1),
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40 AND kind NOT GLOB '*[^a-z-]*'),
      attempt INTEGER REFERENCES attempt(id),
      digest BLOB NOT NULL CHECK (length(digest) <= 64),
      note TEXT NOT NULL CHECK (length(note) <= 500),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    -- For the audit, and because an attempt has one slip at most.
    CREATE UNIQUE INDEX eventSlip ON event (attempt) WHERE kind = 'slip-issued';

    CREATE TRIGGER eventStays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
    CREATE TRIGGER eventIsKept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
    """
}
