extension Schema {
  /// Version 4: the service desk. Attempts are rebuilt, since states, endings and consent stood in their checks; every row
  /// keeps its values. Accounts are whole numbers without a foreign key: who keeps accounts is nothing to this step.
  static let step4: StaticString = """
    -- Why staff act, as adopted with a bank. Rows never change: acts of years ago stand on them.
    CREATE TABLE reason (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      kind TEXT NOT NULL CHECK (kind IN ('technical', 'health', 'conduct', 'identity', 'other')),
      kindName TEXT NOT NULL CHECK (length(kindName) > 0),
      text TEXT NOT NULL CHECK (length(text) > 0),
      -- Words with one space between.
      acts TEXT NOT NULL CHECK (length(acts) > 0),
      UNIQUE (code, kind, kindName, text, acts)
    ) STRICT;
    CREATE TABLE reasonInForce (
      place INTEGER PRIMARY KEY,
      reason INTEGER NOT NULL UNIQUE REFERENCES reason(id)
    ) STRICT;
    CREATE TRIGGER reasonStays BEFORE UPDATE ON reason BEGIN SELECT RAISE(ABORT, 'content never changes'); END;

    -- Lists of the office.
    CREATE TABLE hamlet (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
      retiredAt INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX hamletName ON hamlet (name) WHERE retiredAt IS NULL;
    CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
      retiredAt INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX tagName ON tag (name) WHERE retiredAt IS NULL;

    -- Enrolled kiosks and tablets. `tokenDigest` is the SHA-256 of what the device keeps.
    CREATE TABLE device (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
      tokenDigest BLOB NOT NULL UNIQUE CHECK (length(tokenDigest) = 32),
      enrolledAt INTEGER NOT NULL,
      retiredAt INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX deviceNumber ON device (number) WHERE retiredAt IS NULL;
    ALTER TABLE kioskSession ADD COLUMN device INTEGER REFERENCES device(id);
    CREATE INDEX kioskSessionAttempt ON kioskSession (attempt);

    -- Their bodies name the table that is rebuilt.
    DROP TRIGGER formItemIsOfTheBank;
    DROP TRIGGER responseIsInTime;
    DROP TRIGGER slipIsEarned;

    CREATE TABLE newAttempt (
      id INTEGER PRIMARY KEY CHECK (id >= 1),
      audience TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('practice', 'tested')),
      state TEXT NOT NULL DEFAULT 'seating'
        CHECK (state IN ('seating', 'in-progress', 'paused', 'submitted', 'voided')),
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
      ending TEXT CHECK (ending IN ('candidate', 'time-up', 'staff')),
      right INTEGER CHECK (right BETWEEN 0 AND asked),
      asked INTEGER CHECK (asked BETWEEN 0 AND scoredCount),
      passed INTEGER CHECK (passed IN (0, 1)),
      credit INTEGER CHECK (credit BETWEEN 0 AND asked * 100),
      beganAt INTEGER NOT NULL,
      submittedAt INTEGER,
      changedAt INTEGER NOT NULL,
      seatNumber INTEGER CHECK (seatNumber BETWEEN 1000 AND 9999),
      pauseReason TEXT CHECK (length(pauseReason) > 0),
      FOREIGN KEY (blueprint, audience, framework) REFERENCES blueprint(id, audience, framework),
      FOREIGN KEY (notice, audience) REFERENCES notice(id, audience),
      CONSTRAINT practiceKnowsNobody CHECK (mode = 'tested'
        OR (person IS NULL AND identity IS NULL AND ageYears IS NULL AND notice IS NULL AND allowed IS NULL
          AND passed IS NULL AND seatNumber IS NULL)),
      -- Whom a clerk has named still has to agree, and may not.
      CONSTRAINT testedHasConsentAndClock CHECK (mode = 'practice' OR (allowed IS NOT NULL
        AND (notice IS NOT NULL OR (person IS NOT NULL AND state IN ('seating', 'voided'))))),
      CONSTRAINT seatedIsWhole CHECK (person IS NULL OR (identity IS NOT NULL AND ageYears IS NOT NULL)),
      CONSTRAINT testedIsSeated CHECK (
        mode = 'practice' OR state NOT IN ('in-progress', 'paused') OR person IS NOT NULL),
      CONSTRAINT placeIsInForm CHECK (state NOT IN ('in-progress', 'paused')
        OR place <= CASE part WHEN 'warm-up' THEN warmUpCount ELSE scoredCount END),
      CONSTRAINT pauseHasReason CHECK ((state = 'paused') = (pauseReason IS NOT NULL)),
      CONSTRAINT openHasNoEnd CHECK (state IN ('submitted', 'voided') OR submittedAt IS NULL),
      CONSTRAINT submittedHasEnd CHECK (state <> 'submitted' OR submittedAt IS NOT NULL),
      CONSTRAINT endingIsSubmitted CHECK ((ending IS NULL) = (submittedAt IS NULL)),
      CONSTRAINT scoreIsSubmitted CHECK (right IS NULL OR submittedAt IS NOT NULL),
      CONSTRAINT scoreIsWhole CHECK ((right IS NULL) = (asked IS NULL) AND (passed IS NULL OR right IS NOT NULL))
    ) STRICT;
    INSERT INTO newAttempt (id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice,
      seed, part, place, warmUpCount, scoredCount, spent, allowed, ending, right, asked, passed, credit, beganAt,
      submittedAt, changedAt)
    SELECT id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice,
      seed, part, place, warmUpCount, scoredCount, spent, allowed, ending, right, asked, passed, credit, beganAt,
      submittedAt, changedAt FROM attempt;
    DROP TABLE attempt;
    ALTER TABLE newAttempt RENAME TO attempt;

    -- A person has one open attempt at most, and is led back to it; a seat number leads to one open attempt at most.
    CREATE UNIQUE INDEX attemptOpen ON attempt (person)
      WHERE state IN ('seating', 'in-progress', 'paused') AND person IS NOT NULL;
    CREATE UNIQUE INDEX attemptSeat ON attempt (seatNumber)
      WHERE state IN ('seating', 'in-progress', 'paused') AND seatNumber IS NOT NULL;
    CREATE INDEX attemptPerson ON attempt (person, submittedAt) WHERE person IS NOT NULL;
    CREATE INDEX attemptState ON attempt (state) WHERE state IN ('seating', 'in-progress', 'paused');
    CREATE INDEX attemptSubmitted ON attempt (submittedAt) WHERE submittedAt IS NOT NULL;

    CREATE TRIGGER attemptStays BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
    CREATE TRIGGER attemptKeepsItsRules BEFORE UPDATE OF id, audience, mode, framework, blueprint, bank, seed,
      beganAt ON attempt
    BEGIN SELECT RAISE(ABORT, 'what an attempt was made with never changes'); END;
    CREATE TRIGGER attemptKeepsItsConsent BEFORE UPDATE OF notice ON attempt
      WHEN OLD.notice IS NOT NULL OR OLD.state <> 'seating'
    BEGIN SELECT RAISE(ABORT, 'consent is given once, before the attempt begins'); END;
    CREATE TRIGGER attemptGoesOn BEFORE UPDATE OF state ON attempt
      WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN (
        'seating in-progress', 'seating voided', 'in-progress paused', 'in-progress submitted', 'in-progress voided',
        'paused in-progress', 'paused submitted', 'paused voided', 'submitted voided')
    BEGIN SELECT RAISE(ABORT, 'an attempt does not go back'); END;
    CREATE TRIGGER formItemIsOfTheBank BEFORE INSERT ON formItem
      WHEN (SELECT bank FROM item WHERE id = NEW.item) IS NOT (SELECT bank FROM attempt WHERE id = NEW.attempt)
    BEGIN SELECT RAISE(ABORT, 'a form is drawn from its attempt''s bank'); END;
    -- Nobody changes an answer afterwards; taking it away, as the law lets people ask, stays possible.
    CREATE TRIGGER responseIsInTime BEFORE UPDATE OF response ON formItem
      WHEN NEW.response IS NOT NULL
        AND (SELECT state FROM attempt WHERE id = NEW.attempt) IS NOT 'in-progress'
    BEGIN SELECT RAISE(ABORT, 'only an attempt in progress takes responses'); END;

    -- What a clerk settled before the attempt began. `needs` are words with one space between.
    CREATE TABLE seating (
      attempt INTEGER PRIMARY KEY REFERENCES attempt(id),
      account INTEGER NOT NULL CHECK (account >= 1),
      hamlet INTEGER REFERENCES hamlet(id),
      timePercent INTEGER NOT NULL CHECK (timePercent IN (100, 125, 150, 200)),
      needs TEXT NOT NULL,
      guardianRelation TEXT CHECK (guardianRelation IN ('mother', 'father', 'guardian')),
      guardianSealed BLOB,
      guardianAt INTEGER,
      CONSTRAINT guardianIsWhole CHECK ((guardianRelation IS NULL) = (guardianSealed IS NULL)
        AND (guardianSealed IS NULL) = (guardianAt IS NULL))
    ) STRICT;
    CREATE TABLE attemptTag (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      tag INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (attempt, tag)
    ) STRICT, WITHOUT ROWID;

    -- What staff did to an attempt, numbered without gaps: the last number is the attempt's version at the desk.
    CREATE TABLE deskAct (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      number INTEGER NOT NULL CHECK (number >= 1),
      account INTEGER NOT NULL CHECK (account >= 1),
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40 AND kind NOT GLOB '*[^a-z-]*'),
      reason INTEGER REFERENCES reason(id),
      minutes INTEGER CHECK (minutes BETWEEN 1 AND 60),
      at INTEGER NOT NULL,
      PRIMARY KEY (attempt, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER deskActHasNoGap BEFORE INSERT ON deskAct
      WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM deskAct WHERE attempt = NEW.attempt)
    BEGIN SELECT RAISE(ABORT, 'acts count by one'); END;
    CREATE TRIGGER deskActStays BEFORE UPDATE ON deskAct
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER deskActIsKept BEFORE DELETE ON deskAct
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    CREATE TABLE helpAct (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      number INTEGER NOT NULL CHECK (number >= 1),
      kind TEXT NOT NULL CHECK (kind IN ('read-aloud', 'pointed-at-screen', 'operated-mouse', 'translated',
        'explained-question', 'suggested-answer')),
      account INTEGER NOT NULL CHECK (account >= 1),
      part TEXT NOT NULL CHECK (part IN ('warm-up', 'scored')),
      place INTEGER NOT NULL CHECK (place >= 1),
      at INTEGER NOT NULL,
      PRIMARY KEY (attempt, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER helpActStays BEFORE UPDATE ON helpAct
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER helpActIsKept BEFORE DELETE ON helpAct
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- `upTo` is the number of the last entry of `helpAct` that was decided about.
    CREATE TABLE flagDecision (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      number INTEGER NOT NULL CHECK (number >= 1),
      verdict TEXT NOT NULL CHECK (verdict IN ('counts', 'mistaken', 'refused')),
      upTo INTEGER NOT NULL,
      account INTEGER NOT NULL CHECK (account >= 1),
      reason INTEGER NOT NULL REFERENCES reason(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (attempt, number),
      FOREIGN KEY (attempt, upTo) REFERENCES helpAct(attempt, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER flagDecisionStays BEFORE UPDATE ON flagDecision
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    CREATE TABLE helpCall (
      id INTEGER PRIMARY KEY,
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      calledAt INTEGER NOT NULL,
      answeredAt INTEGER,
      account INTEGER CHECK (account >= 1),
      CONSTRAINT answerIsWhole CHECK ((answeredAt IS NULL) = (account IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX helpCallOpen ON helpCall (attempt) WHERE answeredAt IS NULL;

    CREATE TABLE slipRevocation (
      slip INTEGER PRIMARY KEY REFERENCES slip(serial),
      account INTEGER NOT NULL CHECK (account >= 1),
      reason INTEGER NOT NULL REFERENCES reason(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER slipRevocationStays BEFORE UPDATE ON slipRevocation
    BEGIN SELECT RAISE(ABORT, 'a revoked slip stays revoked'); END;
    CREATE TRIGGER slipRevocationIsKept BEFORE DELETE ON slipRevocation
    BEGIN SELECT RAISE(ABORT, 'a revoked slip stays revoked'); END;
    -- Also: no slip while help that is not allowed waits for an officer, or was found to spoil the result.
    CREATE TRIGGER slipIsEarned BEFORE INSERT ON slip
      WHEN NOT EXISTS (SELECT 1 FROM attempt
          WHERE id = NEW.attempt AND mode = 'tested' AND state = 'submitted' AND passed = 1)
        OR EXISTS (SELECT 1 FROM helpAct WHERE attempt = NEW.attempt
          AND kind IN ('explained-question', 'suggested-answer')
          AND number > coalesce((SELECT upTo FROM flagDecision
            WHERE attempt = NEW.attempt AND verdict <> 'refused' ORDER BY number DESC LIMIT 1), 0))
    BEGIN SELECT RAISE(ABORT, 'only a passed test has a slip'); END;

    CREATE TABLE formerName (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person(id),
      nameSealed BLOB NOT NULL CHECK (length(nameSealed) > 0),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX formerNamePerson ON formerName (person);

    -- A record that stands for another one: its number leads there.
    CREATE TABLE personMerge (
      person INTEGER PRIMARY KEY REFERENCES person(id),
      kept INTEGER NOT NULL REFERENCES person(id) CHECK (kept <> person),
      account INTEGER NOT NULL CHECK (account >= 1),
      reason INTEGER REFERENCES reason(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX personMergeKept ON personMerge (kept);
    -- Whose an attempt was before it followed.
    CREATE TABLE mergedAttempt (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      person INTEGER NOT NULL REFERENCES person(id),
      PRIMARY KEY (attempt, person)
    ) STRICT, WITHOUT ROWID;
    """
}
