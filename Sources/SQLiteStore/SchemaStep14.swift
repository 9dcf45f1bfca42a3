extension Schema {
  /// Version 14: the province: bundles.
  static let step14: StaticString = """
    -- nothing yet
    """
}
