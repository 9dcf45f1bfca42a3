import Assessment

/// The table `boot`: how often the service was started on this box.
extension KioskStore {
  private static let addBoot = Query("INSERT INTO boot (at) VALUES (?1)")

  /// Counts this start.
  ///
  /// - Returns: the boot counter, from 1.
  package func countBoot(at moment: Moment) throws -> Int {
    try database.run(Self.addBoot) { $0.bind(moment.milliseconds) }
    return Int(database.lastInsertedRow)
  }
}
