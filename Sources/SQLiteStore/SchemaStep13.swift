extension Schema {
  /// Version 13: confirmations: what the pages need.
  static let step13: StaticString = """
    -- nothing yet
    """
}
