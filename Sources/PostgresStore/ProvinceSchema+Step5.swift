extension ProvinceSchema {
  /// Version 5: what is looked up by the key of a person has the key first. With the commune first, PostgreSQL took these
  /// indexes, too, where a statement goes by the number of an attempt or a person, and walked through a whole commune for each.
  static let step5: StaticString = """
    DROP INDEX attempt_person;
    DROP INDEX box_person_key;
    CREATE INDEX attempt_person ON attempt (key, commune) WHERE key IS NOT NULL;
    CREATE INDEX box_person_key ON box_person (key, commune);
    """
}
