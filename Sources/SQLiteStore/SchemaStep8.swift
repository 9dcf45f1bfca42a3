extension Schema {
  /// Version 8: rules of the office's own, targets of higher bodies, figures entered by hand, and returns on them.
  static let step8: StaticString = """
    -- What the bank in force proposes for each audience, whatever the office has adopted.
    CREATE TABLE ruleProposal (
      audience TEXT PRIMARY KEY NOT NULL,
      blueprint INTEGER NOT NULL REFERENCES blueprint(id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO ruleProposal (audience, blueprint) SELECT audience, blueprint FROM inForce;

    -- The history of each audience's rules; the last entry says whose they are. `day` is ISO 8601.
    CREATE TABLE ruleAdoption (
      id INTEGER PRIMARY KEY,
      audience TEXT NOT NULL,
      blueprint INTEGER NOT NULL REFERENCES blueprint(id),
      origin TEXT NOT NULL CHECK (origin IN ('office', 'carried', 'proposal')),
      document TEXT CHECK (length(document) > 0),
      day TEXT CHECK (length(day) = 10),
      signer TEXT CHECK (length(signer) > 0),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL,
      CONSTRAINT adoptionHasItsPaper CHECK ((document IS NOT NULL) = (origin <> 'proposal')
        AND (document IS NULL) = (day IS NULL) AND (document IS NULL) = (signer IS NULL)),
      CONSTRAINT somebodyDidIt CHECK ((account IS NULL) = (origin = 'carried'))
    ) STRICT;
    CREATE INDEX ruleAdoptionAudience ON ruleAdoption (audience, id);
    CREATE TRIGGER ruleAdoptionStays BEFORE UPDATE ON ruleAdoption
    BEGIN SELECT RAISE(ABORT, 'what was adopted stays written down'); END;
    CREATE TRIGGER ruleAdoptionIsKept BEFORE DELETE ON ruleAdoption
    BEGIN SELECT RAISE(ABORT, 'what was adopted stays written down'); END;

    -- The plan as shipped, each version once it was taken in; the last one is in force.
    CREATE TABLE targetPlan (
      id INTEGER PRIMARY KEY,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      content BLOB NOT NULL CHECK (length(content) > 0),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER targetPlanStays BEFORE UPDATE ON targetPlan BEGIN SELECT RAISE(ABORT, 'content never changes'); END;

    CREATE TABLE documentChoice (
      id INTEGER PRIMARY KEY,
      document TEXT NOT NULL CHECK (length(document) BETWEEN 1 AND 40),
      applies INTEGER NOT NULL CHECK (applies IN (0, 1)),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER documentChoiceStays BEFORE UPDATE ON documentChoice
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- No content: the target was taken out.
    CREATE TABLE ownTarget (
      target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 40),
      version INTEGER NOT NULL CHECK (version >= 1),
      content BLOB CHECK (length(content) > 0),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      PRIMARY KEY (target, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER ownTargetStays BEFORE UPDATE ON ownTarget BEGIN SELECT RAISE(ABORT, 'content never changes'); END;

    -- Without `figure` it is a population.
    CREATE TABLE officeFigure (
      id INTEGER PRIMARY KEY,
      figure TEXT CHECK (length(figure) BETWEEN 1 AND 40),
      people TEXT NOT NULL CHECK (length(people) BETWEEN 1 AND 40),
      value INTEGER NOT NULL CHECK (value >= 0),
      day TEXT NOT NULL CHECK (length(day) = 10),
      source TEXT NOT NULL CHECK (length(source) > 0),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      CONSTRAINT populationIsSomebody CHECK (figure IS NOT NULL OR value > 0)
    ) STRICT;
    CREATE TRIGGER officeFigureStays BEFORE UPDATE ON officeFigure
    BEGIN SELECT RAISE(ABORT, 'a figure is entered anew, never changed'); END;
    CREATE TRIGGER officeFigureIsKept BEFORE DELETE ON officeFigure
    BEGIN SELECT RAISE(ABORT, 'a figure is entered anew, never changed'); END;

    CREATE TABLE courseCertificate (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person(id),
      course TEXT NOT NULL CHECK (length(course) BETWEEN 1 AND 120),
      seenOn TEXT NOT NULL CHECK (length(seenOn) = 10),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      UNIQUE (person, course)
    ) STRICT;

    -- `texts` and frozen rows are JSON; see ReturnContent in the code.
    CREATE TABLE targetReturn (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('quarter', 'half', 'year')),
      year INTEGER NOT NULL CHECK (year BETWEEN 2020 AND 2199),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4),
      version INTEGER NOT NULL CHECK (version >= 1),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      closedBy INTEGER CHECK (closedBy >= 1),
      closedAt INTEGER,
      frozen BLOB,
      UNIQUE (kind, year, number, version),
      CONSTRAINT closingIsWhole CHECK ((closedBy IS NULL) = (closedAt IS NULL) AND (closedAt IS NULL) = (frozen IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX targetReturnDraft ON targetReturn (kind, year, number) WHERE closedAt IS NULL;
    CREATE TRIGGER targetReturnStays BEFORE UPDATE ON targetReturn
      WHEN OLD.closedAt IS NOT NULL OR NEW.kind <> OLD.kind OR NEW.year <> OLD.year OR NEW.number <> OLD.number
        OR NEW.version <> OLD.version
    BEGIN SELECT RAISE(ABORT, 'a closed return stays as it is'); END;
    CREATE TRIGGER targetReturnIsKept BEFORE DELETE ON targetReturn
    BEGIN SELECT RAISE(ABORT, 'a return stays written down'); END;

    CREATE TABLE returnText (
      target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 40),
      "return" INTEGER NOT NULL REFERENCES targetReturn(id),
      field TEXT NOT NULL CHECK (field IN ('work', 'result', 'judgement', 'difficulty', 'proposal')),
      text TEXT NOT NULL CHECK (length(text) > 0),
      PRIMARY KEY ("return", target, field)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER returnTextIsInTime BEFORE INSERT ON returnText
      WHEN (SELECT closedAt FROM targetReturn WHERE id = NEW."return") IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a closed return stays as it is'); END;
    CREATE TRIGGER returnTextStays BEFORE UPDATE ON returnText
      WHEN (SELECT closedAt FROM targetReturn WHERE id = OLD."return") IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a closed return stays as it is'); END;
    CREATE TRIGGER returnTextIsKept BEFORE DELETE ON returnText
      WHEN (SELECT closedAt FROM targetReturn WHERE id = OLD."return") IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a closed return stays as it is'); END;
    """
}
