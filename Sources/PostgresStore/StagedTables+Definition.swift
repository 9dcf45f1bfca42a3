extension StagedTables {
  /// Once a connection; emptied by the end of each transaction.
  static let definition = """
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_person (
      ordinal bigint, device text, person bigint, key bytea, personal bytea, sex text, has_withdrawn boolean,
      first_seen_at bigint, changed_at bigint) ON COMMIT DELETE ROWS;
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_attempt (
      ordinal bigint, device text, attempt bigint, person_device text, person bigint, audience text, mode text, state text,
      state_rank bigint, identity bigint, age_years bigint, framework bigint, blueprint bigint, bank bytea,
      began_at bigint, submitted_at bigint, spent bigint, credit bigint, asked bigint, needed bigint, help bigint,
      is_passed boolean, is_assisted boolean, is_counted boolean, parts text, answers_erased boolean)
      ON COMMIT DELETE ROWS;
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_answers (
      ordinal bigint, device text, attempt bigint, place bigint, record bytea) ON COMMIT DELETE ROWS;
    -- Attempts whose answers come with more than one record, or not for the first time.
    CREATE TEMPORARY TABLE IF NOT EXISTS joined_sheet (device text, attempt bigint) ON COMMIT DELETE ROWS;
    -- Whose counts may change, and what counted of them before.
    CREATE TEMPORARY TABLE IF NOT EXISTS touched (key bytea PRIMARY KEY) ON COMMIT DELETE ROWS;
    CREATE TEMPORARY TABLE IF NOT EXISTS counted_before (
      commune text, device text, attempt bigint, submitted_at bigint, audience text, age_years bigint, sex text,
      is_assisted boolean, is_passed boolean, parts text, key bytea) ON COMMIT DELETE ROWS;
    -- Other communes of theirs.
    CREATE TEMPORARY TABLE IF NOT EXISTS traveller (key bytea, commune text) ON COMMIT DELETE ROWS
    """

  /// Of kinds that few bundles hold; made when the first row comes, for each that is there costs every commit.
  static let rare: [String: String] = [
    "staged_slip": """
    device text, token bigint, serial bigint, attempt_device text, attempt bigint, bytes bytea, issued_at bigint
    """,
    "staged_revocation": """
    device text, token bigint, reason text, at bigint
    """,
    "staged_confirmation": """
    ordinal bigint, device text, token bigint, state text, reason text, at bigint
    """,
    "staged_rules": """
    ordinal bigint, audience text, framework bigint, blueprint bigint, blueprint_hash bytea, origin text, document text,
    day text, signer text, at bigint
    """,
    "staged_bank": """
    hash bytea, adopted_at bigint
    """,
    "staged_certificate": """
    ordinal bigint, device text, person bigint, course text, seen_on text
    """,
  ]
}
