extension ProvinceSchema {
  /// Version 4: what must be reached, and how many people there are. An empty audience is everybody; days are `YYYY-MM-DD`.
  static let step4: StaticString = """
    CREATE TABLE target (
      audience text PRIMARY KEY,
      percent bigint NOT NULL CHECK (percent BETWEEN 1 AND 100),
      deadline text NOT NULL,
      document text NOT NULL
    );
    CREATE TABLE population (
      commune text NOT NULL,
      audience text NOT NULL,
      people bigint NOT NULL CHECK (people > 0),
      day text NOT NULL,
      source text NOT NULL,
      PRIMARY KEY (commune, audience)
    );
    """
}
