extension ProvinceSchema {
  /// Version 1. The commune's five digits stand in every primary key, so that every table can be spread by them; `00000` in
  /// cells is the whole province. `issuer` is the box that sent, `device` the one under whose number a record was made: a
  /// restored box takes a new number with old records in it. Moments are milliseconds since 1970, as on the boxes.
  static let step1: StaticString = """
    CREATE TABLE commune (
      commune text PRIMARY KEY CHECK (commune ~ '^[0-9]{5}$'),
      name text NOT NULL
    );

    CREATE TABLE device_key (
      commune text NOT NULL,
      issuer text NOT NULL,
      kid bytea NOT NULL CHECK (length(kid) = 8),
      public bytea NOT NULL CHECK (length(public) = 32),
      from_serial bigint NOT NULL,
      withdrawn_from_serial bigint,
      PRIMARY KEY (commune, issuer, kid)
    );

    -- How far each box has come: the last bundle that was applied.
    CREATE TABLE device (
      commune text NOT NULL,
      issuer text NOT NULL,
      last_number bigint NOT NULL DEFAULT 0,
      last_digest bytea,
      -- As the box's clock said, which may be wrong; and by the province's.
      last_made_at bigint,
      last_applied_at bigint,
      last_seen_at bigint NOT NULL,
      PRIMARY KEY (commune, issuer)
    );

    -- Every bundle that came, by its whole content: two different ones of one number are two rows. `state` is 'applied',
    -- 'waiting' or 'refused', `reason` the name of the cause, `fact` what goes with it.
    CREATE TABLE bundle (
      commune text NOT NULL,
      issuer text NOT NULL,
      number bigint NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      state text NOT NULL CHECK (state IN ('applied', 'waiting', 'refused')),
      reason text CHECK ((reason IS NULL) = (state = 'applied')),
      fact text,
      made_at bigint,
      size bigint NOT NULL,
      records bigint,
      first_seen_at bigint NOT NULL,
      changed_at bigint NOT NULL,
      PRIMARY KEY (commune, issuer, number, digest)
    );
    CREATE UNIQUE INDEX bundle_once ON bundle (commune, issuer, number) WHERE state = 'applied';
    CREATE INDEX bundle_open ON bundle (commune, issuer, number) WHERE state <> 'applied';

    -- A box's own number of a person (`device` is the box that gave it), and whom the province takes it for: `key` is the keyed hash of the citizen number,
    -- or chance where there is none. `personal` is sealed with the province's own key.
    CREATE TABLE box_person (
      commune text NOT NULL,
      device text NOT NULL,
      person bigint NOT NULL,
      key bytea NOT NULL CHECK (length(key) = 16),
      personal bytea,
      sex text CHECK (sex IN ('male', 'female')),
      -- Consent taken back: counted as before, on no list.
      has_withdrawn boolean NOT NULL,
      first_seen_at bigint NOT NULL,
      changed_at bigint NOT NULL,
      merged_device text,
      merged_person bigint,
      is_erased boolean NOT NULL DEFAULT false,
      PRIMARY KEY (commune, device, person)
    ) PARTITION BY HASH (commune);

    -- Certificates of courses that people have shown.
    CREATE TABLE box_certificate (
      commune text NOT NULL,
      device text NOT NULL,
      person bigint NOT NULL,
      course text NOT NULL,
      seen_on text NOT NULL,
      PRIMARY KEY (commune, device, person, course)
    );

    -- In which communes somebody has records: what makes a person count once over all of them.
    CREATE TABLE person_place (
      key bytea NOT NULL,
      commune text NOT NULL,
      PRIMARY KEY (key, commune)
    );

    CREATE TABLE attempt (
      commune text NOT NULL,
      device text NOT NULL,
      attempt bigint NOT NULL,
      -- Null in practice, which knows nobody.
      key bytea,
      person_device text,
      person bigint,
      audience text NOT NULL,
      mode text NOT NULL CHECK (mode IN ('practice', 'tested')),
      state text NOT NULL,
      identity bigint,
      age_years bigint,
      sex text,
      framework bigint NOT NULL,
      blueprint bigint NOT NULL,
      bank bytea NOT NULL,
      began_at bigint NOT NULL,
      submitted_at bigint,
      -- Seconds at the questions.
      spent bigint NOT NULL,
      -- Hundredths of an item, items, whole points; null before there is a score.
      credit bigint,
      asked bigint,
      needed bigint,
      -- As on the box: 0 none, 1 allowed, 2 coaching, 3 awaits an officer, 4 refused.
      help bigint NOT NULL,
      -- What reports count: passed, and no officer has found that help spoiled it; helped; tested, handed in, not void.
      is_passed boolean NOT NULL,
      is_assisted boolean NOT NULL,
      is_counted boolean NOT NULL,
      -- For each area and competence "kind:code,asked,credit,isReached", with one space between; credit in hundredths.
      parts text NOT NULL,
      PRIMARY KEY (commune, device, attempt)
    ) PARTITION BY HASH (commune);

    -- An attempt's answers as the bundle's records hold them, for statistics of items; `place` is the first one's.
    CREATE TABLE answers (
      commune text NOT NULL,
      device text NOT NULL,
      attempt bigint NOT NULL,
      place bigint NOT NULL,
      record bytea NOT NULL,
      PRIMARY KEY (commune, device, attempt, place)
    ) PARTITION BY HASH (commune);

    -- `device` is the issuer that the slip itself names.
    CREATE TABLE slip (
      commune text NOT NULL,
      device text NOT NULL,
      token bigint NOT NULL CHECK (token BETWEEN 0 AND 999999999999),
      serial bigint NOT NULL,
      attempt_device text NOT NULL,
      attempt bigint NOT NULL,
      bytes bytea NOT NULL,
      issued_at bigint NOT NULL,
      PRIMARY KEY (commune, device, token)
    ) PARTITION BY HASH (commune);

    -- Never taken back, also where the slip itself is not here.
    CREATE TABLE revocation (
      commune text NOT NULL,
      device text NOT NULL,
      token bigint NOT NULL CHECK (token BETWEEN 0 AND 999999999999),
      reason text NOT NULL,
      at bigint NOT NULL,
      PRIMARY KEY (commune, device, token)
    );

    -- How far a slip has come on its way to VNeID, as its box last said.
    CREATE TABLE box_confirmation (
      commune text NOT NULL,
      device text NOT NULL,
      token bigint NOT NULL CHECK (token BETWEEN 0 AND 999999999999),
      state text NOT NULL,
      reason text,
      at bigint NOT NULL,
      PRIMARY KEY (commune, device, token)
    ) PARTITION BY HASH (commune);

    -- Rules and banks that boxes work with.
    CREATE TABLE box_rules (
      commune text NOT NULL,
      issuer text NOT NULL,
      audience text NOT NULL,
      framework bigint NOT NULL,
      blueprint bigint NOT NULL,
      blueprint_hash bytea NOT NULL,
      origin text NOT NULL,
      -- The paper an office adopted them by; null where there is none.
      document text,
      day text,
      signer text,
      at bigint NOT NULL,
      PRIMARY KEY (commune, issuer, audience)
    );
    CREATE TABLE box_bank (
      commune text NOT NULL,
      issuer text NOT NULL,
      hash bytea NOT NULL,
      adopted_at bigint NOT NULL,
      PRIMARY KEY (commune, issuer, hash)
    );

    -- Kept counts. `start` is the period's first month, 202610; `scope` an audience, or empty over all of them. People are
    -- counted once a period and scope, in the cell of their deciding attempt. Everything here can be made anew.
    CREATE TABLE report_cell (
      commune text NOT NULL,
      kind text NOT NULL,
      start bigint NOT NULL,
      scope text NOT NULL,
      audience text NOT NULL,
      age_band bigint NOT NULL,
      sex text NOT NULL,
      is_assisted boolean NOT NULL,
      is_later boolean NOT NULL,
      people bigint NOT NULL,
      passed bigint NOT NULL,
      attempts bigint NOT NULL,
      attempts_passed bigint NOT NULL,
      PRIMARY KEY (kind, start, scope, commune, audience, age_band, sex, is_assisted, is_later)
    ) WITH (fillfactor = 60);
    CREATE TABLE report_part_cell (
      commune text NOT NULL,
      kind text NOT NULL,
      start bigint NOT NULL,
      scope text NOT NULL,
      part text NOT NULL,
      people bigint NOT NULL,
      reached bigint NOT NULL,
      asked bigint NOT NULL,
      credit bigint NOT NULL,
      PRIMARY KEY (kind, start, scope, commune, part)
    ) WITH (fillfactor = 60);
    CREATE TABLE practice_cell (
      commune text NOT NULL,
      kind text NOT NULL,
      start bigint NOT NULL,
      audience text NOT NULL,
      attempts bigint NOT NULL,
      PRIMARY KEY (kind, start, commune, audience)
    );

    DO $$ BEGIN
      FOR part IN 0..15 LOOP
        EXECUTE format(
          'CREATE TABLE box_person_%1$s PARTITION OF box_person FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)', part);
        EXECUTE format(
          'CREATE TABLE attempt_%1$s PARTITION OF attempt FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)', part);
        EXECUTE format(
          'CREATE TABLE answers_%1$s PARTITION OF answers FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)', part);
        EXECUTE format('CREATE TABLE slip_%1$s PARTITION OF slip FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)', part);
        EXECUTE format(
          'CREATE TABLE box_confirmation_%1$s PARTITION OF box_confirmation FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)',
          part);
      END LOOP;
    END $$;

    CREATE INDEX attempt_person ON attempt (commune, key) WHERE key IS NOT NULL;
    CREATE INDEX box_person_merged ON box_person (commune, merged_device, merged_person) WHERE merged_device IS NOT NULL;
    CREATE INDEX box_person_key ON box_person (commune, key);
    CREATE INDEX slip_attempt ON slip (commune, attempt_device, attempt);
    """
}
