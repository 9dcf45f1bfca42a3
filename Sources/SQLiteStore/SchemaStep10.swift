extension Schema {
  /// Version 10: voices: recordings and their reviews.
  static let step10: StaticString = """
    -- nothing yet
    """
}
