import Assessment

extension Kiosk {
  /// A second press of the same button comes within so many milliseconds.
  package static let doublePress: Int64 = 10_000

  /// Puts a slip on paper at the desk. The first sheet needs no reason; every further one does.
  ///
  /// - Parameter copies: how many sheets the clerk's screen told of.
  /// - Returns: the number of the copy. A button pressed twice gives the sheet that is there.
  /// - Throws: ``DeskRefusal/printedMeanwhile(serial:copies:)`` where somebody else let out a sheet since.
  package func printAtDesk(
    _ serial: Int64, for reason: Reason.ID?, seen copies: Int, by account: StaffID
  ) throws -> Int {
    guard let slip = try store.slip(serial: serial), let record = try store.attempt(slip.attempt) else {
      throw UseCaseError.desk(.unknownSlip)
    }
    let now = clock.now()
    let prints = try store.prints(of: serial)
    guard prints.count <= copies else {
      if try isDoublePress(prints, seen: copies, on: slip.attempt, by: account, at: now) { return prints.count }
      throw UseCaseError.desk(.printedMeanwhile(serial: serial, copies: prints.count))
    }
    let given = prints.isEmpty ? nil : try checked(reason ?? Reason.ID(""), for: .reprintSlip)
    let copy = try countSheet(of: record, at: now)
    if let given {
      try store.append(
        Event(.slipPrinted, attempt: slip.attempt, note: "serial=\(serial) copy=\(copy.number)"), at: now)
      try log(
        .reprintSlip, as: .slipReprinted, on: slip.attempt, by: account, reason: given,
        note: "serial=\(serial) copy=\(copy.number)", at: now)
    } else {
      try log(
        .printSlip, as: .slipPrinted, on: slip.attempt, by: account, note: "serial=\(serial) copy=\(copy.number)",
        at: now)
    }
    return copy.number
  }

  private func isDoublePress(
    _ prints: [SlipPrint], seen copies: Int, on id: Attempt.ID, by account: StaffID, at now: Moment
  ) throws -> Bool {
    guard prints.count == copies + 1, let last = prints.last, let act = try store.acts(on: id, after: 0).last else {
      return false
    }
    let isSame = act.at == last.at && act.account == account && [.printSlip, .reprintSlip].contains(act.kind)
    return isSame && (0...Self.doublePress).contains(now.milliseconds - last.at.milliseconds)
  }
}
