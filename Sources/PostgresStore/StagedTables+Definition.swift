extension StagedTables {
  private static let tables: [(name: String, columns: String)] = [
    (
      "staged_person",
      """
      ordinal bigint, device text, person bigint, key bytea, personal bytea, sex text, has_withdrawn boolean,
      first_seen_at bigint, changed_at bigint
      """
    ),
    (
      "staged_attempt",
      """
      ordinal bigint, device text, attempt bigint, person_device text, person bigint, audience text, mode text, state text,
      identity bigint, age_years bigint, framework bigint, blueprint bigint, bank bytea,
      began_at bigint, submitted_at bigint, spent bigint, credit bigint, asked bigint, needed bigint, help bigint,
      is_passed boolean, is_assisted boolean, is_counted boolean, parts text, answers_erased boolean
      """
    ),
    ("staged_answers", "ordinal bigint, device text, attempt bigint, place bigint, record bytea"),
    (
      "staged_slip",
      "device text, token bigint, serial bigint, attempt_device text, attempt bigint, bytes bytea, issued_at bigint"
    ),
    ("staged_revocation", "device text, token bigint, reason text, at bigint"),
    ("staged_confirmation", "ordinal bigint, device text, token bigint, state text, reason text, at bigint"),
    (
      "staged_rules",
      """
      ordinal bigint, audience text, framework bigint, blueprint bigint, blueprint_hash bytea, origin text, document text,
      day text, signer text, at bigint
      """
    ),
    ("staged_bank", "hash bytea, adopted_at bigint"),
    ("staged_certificate", "ordinal bigint, device text, person bigint, course text, seen_on text"),
    // By whom the people were known before.
    ("known_person", "device text, person bigint, key bytea"),
    // Attempts whose answers come with more than one record, or not for the first time.
    ("joined_sheet", "device text, attempt bigint"),
    // Whose counts may change, what counted before of those of whom not all is new, and other communes of theirs.
    ("touched", "key bytea PRIMARY KEY, is_changed boolean"),
    (
      "counted_before",
      """
      commune text, device text, attempt bigint, submitted_at bigint, audience text, age_years bigint, sex text,
      is_assisted boolean, is_passed boolean, parts text, key bytea, PRIMARY KEY (key, commune, device, attempt)
      """
    ),
    ("traveller", "key bytea, is_changed boolean, commune text"),
    // What is added to kept counts.
    ("changed_report_cell", "LIKE report_cell"),
    ("changed_report_part_cell", "LIKE report_part_cell"),
  ]

  /// Before the first transaction of a connection, in which the tables would go again if it failed.
  static let definition = tables.map { "CREATE TEMPORARY TABLE IF NOT EXISTS \($0.name) (\($0.columns))" }
    .joined(separator: "; ")

  static let names = tables.map(\.name).filter { !$0.hasPrefix("changed_") }
}
