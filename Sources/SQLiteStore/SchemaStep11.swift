extension Schema {
  /// Version 11: the box over time: boots, clocks, backups.
  static let step11: StaticString = """
    -- nothing yet
    """
}
