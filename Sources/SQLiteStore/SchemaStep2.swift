extension Schema {
  /// Version 2: items of many kinds. Items and forms are rebuilt, since what an answer may look like stood in their checks;
  /// every answer of before keeps its text and gets the credit that its key gave it.
  static let step2: StaticString = """
    CREATE TABLE newItem (
      id INTEGER PRIMARY KEY,
      bank INTEGER NOT NULL REFERENCES itemBank(id),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
      use TEXT NOT NULL CHECK (use IN ('warm-up', 'practice', 'tested')),
      kind TEXT NOT NULL CHECK (kind IN ('single', 'several', 'truths', 'order', 'match', 'short', 'point', 'simulated')),
      competence TEXT NOT NULL CHECK (length(competence) BETWEEN 1 AND 40),
      difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
      -- Ids with one space between; empty where nothing is shuffled.
      shuffledParts TEXT NOT NULL,
      cluster TEXT CHECK (length(cluster) BETWEEN 1 AND 40),
      isRetired INTEGER NOT NULL CHECK (isRetired IN (0, 1)),
      content BLOB NOT NULL CHECK (length(content) > 0),
      UNIQUE (bank, code)
    ) STRICT;
    CREATE TABLE newFormItem (
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      part TEXT NOT NULL CHECK (part IN ('warm-up', 'scored')),
      number INTEGER NOT NULL CHECK (number >= 1),
      item INTEGER NOT NULL REFERENCES item(id),
      optionOrder TEXT NOT NULL,
      -- The text form of responses (ResponseText).
      response TEXT CHECK (length(response) BETWEEN 1 AND 4000),
      -- Hundredths of an item, by the key of the item the form was drawn from or of a re-scoring.
      credit INTEGER NOT NULL DEFAULT 0 CHECK (credit BETWEEN 0 AND 100),
      isWhole INTEGER NOT NULL DEFAULT 0 CHECK (isWhole IN (0, 1)),
      salt BLOB CHECK (length(salt) = 16),
      isMarked INTEGER NOT NULL DEFAULT 0 CHECK (isMarked IN (0, 1)),
      spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
      answeredAt INTEGER,
      PRIMARY KEY (attempt, part, number),
      CONSTRAINT responseIsWhole CHECK (response IS NULL OR (salt IS NOT NULL AND answeredAt IS NOT NULL)),
      CONSTRAINT creditIsForAnAnswer CHECK (answeredAt IS NOT NULL OR (isWhole = 0 AND credit = 0))
    ) STRICT, WITHOUT ROWID;

    INSERT INTO newItem
    SELECT id, bank, code, 1, use, 'single', competence, difficulty, optionIDs, NULL, 0, content FROM item;
    INSERT INTO newFormItem
    SELECT f.attempt, f.part, f.number, f.item, f.optionOrder, f.response,
      CASE WHEN f.response = i."key" THEN 100 ELSE 0 END, f.response IS NOT NULL, f.salt, f.isMarked, f.spent, f.answeredAt
    FROM formItem f JOIN item i ON i.id = f.item;

    DROP TABLE formItem;
    DROP TABLE item;
    ALTER TABLE newItem RENAME TO item;
    ALTER TABLE newFormItem RENAME TO formItem;

    CREATE TRIGGER itemStays BEFORE UPDATE ON item BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
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

    -- Points in hundredths; `right` holds the whole ones.
    ALTER TABLE attempt ADD COLUMN credit INTEGER CHECK (credit BETWEEN 0 AND asked * 100);
    ALTER TABLE attemptArea ADD COLUMN credit INTEGER CHECK (credit BETWEEN 0 AND asked * 100);
    UPDATE attempt SET credit = right * 100 WHERE right IS NOT NULL;
    UPDATE attemptArea SET credit = right * 100;

    -- Answers that an officer had scored anew, by a later version of their item.
    CREATE TABLE rescoring (
      id INTEGER PRIMARY KEY,
      attempt INTEGER NOT NULL,
      part TEXT NOT NULL CHECK (part = 'scored'),
      number INTEGER NOT NULL,
      byItem INTEGER NOT NULL REFERENCES item(id),
      creditBefore INTEGER NOT NULL CHECK (creditBefore BETWEEN 0 AND 100),
      creditAfter INTEGER NOT NULL CHECK (creditAfter BETWEEN 0 AND 100),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
      at INTEGER NOT NULL,
      FOREIGN KEY (attempt, part, number) REFERENCES formItem(attempt, part, number)
    ) STRICT;
    CREATE INDEX rescoringAttempt ON rescoring (attempt);
    CREATE TRIGGER rescoringStays BEFORE UPDATE ON rescoring
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    -- For re-scoring: which answers were given to which item.
    CREATE INDEX formItemItem ON formItem (item);
    CREATE INDEX itemCode ON item (code);
    """
}
