extension Schema {
  /// Version 12: personal data: disclosures, retention, erasures.
  static let step12: StaticString = """
    -- nothing yet
    """
}
