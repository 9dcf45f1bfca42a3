extension ProvinceSchema {
  /// Version 2: officers, and the province's lists for the outside authority with its answers. Tables without a commune are
  /// small and the same everywhere: they are not spread.
  static let step2: StaticString = """
    CREATE TABLE officer (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      login text NOT NULL UNIQUE,
      name text NOT NULL,
      password text NOT NULL,
      is_one_time boolean NOT NULL,
      is_disabled boolean NOT NULL DEFAULT false,
      created_at bigint NOT NULL,
      changed_at bigint NOT NULL
    );

    CREATE TABLE list (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      officer bigint REFERENCES officer,
      made_at bigint NOT NULL,
      sent_at bigint
    );

    -- A slip on a list; `device` is the issuer that the slip names.
    CREATE TABLE list_entry (
      commune text NOT NULL,
      device text NOT NULL,
      token bigint NOT NULL,
      list bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      state text NOT NULL CHECK (state IN ('listed', 'sent', 'confirmed', 'refused', 'withdrawn')),
      reason text,
      changed_at bigint NOT NULL,
      PRIMARY KEY (commune, device, token, list)
    );
    CREATE INDEX list_entry_list ON list_entry (list, id);
    CREATE INDEX list_entry_id ON list_entry (id);

    -- Files of answers that were applied, by their whole content.
    CREATE TABLE answer_file (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
      rows bigint NOT NULL,
      changed bigint NOT NULL,
      officer bigint REFERENCES officer,
      applied_at bigint NOT NULL
    );

    -- What each file said about a slip, on its way back to the box.
    CREATE TABLE answer (
      commune text NOT NULL,
      device text NOT NULL,
      token bigint NOT NULL,
      file bigint NOT NULL,
      state text NOT NULL CHECK (state IN ('confirmed', 'refused')),
      reason text,
      at bigint NOT NULL,
      PRIMARY KEY (commune, device, token, file)
    );

    -- Which box goes on where another one ended.
    CREATE TABLE heir (
      commune text NOT NULL,
      device text NOT NULL,
      issuer text NOT NULL CHECK (issuer <> device),
      PRIMARY KEY (commune, device)
    );

    -- Who took names and numbers out. Nothing is ever deleted here.
    CREATE TABLE disclosure (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      list bigint NOT NULL,
      rows bigint NOT NULL,
      format text NOT NULL,
      digest bytea NOT NULL,
      officer bigint REFERENCES officer,
      at bigint NOT NULL
    );
    """
}
