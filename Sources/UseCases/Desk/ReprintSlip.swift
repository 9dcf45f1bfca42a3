import Assessment

extension Kiosk {
  /// Puts a slip on paper at the desk. The first sheet needs no reason; every further one does.
  ///
  /// - Returns: the number of the copy.
  package func printAtDesk(_ serial: Int64, for reason: Reason.ID?, by account: StaffID) throws -> Int {
    guard let slip = try store.slip(serial: serial), let record = try store.attempt(slip.attempt) else {
      throw UseCaseError.desk(.unknownSlip)
    }
    let isFirst = try store.printCount(of: serial) == 0
    guard !isFirst else { return try printSlip(of: record) }
    let given = try checked(reason ?? Reason.ID(""), for: .reprintSlip)
    let copy = try printSlip(of: record)
    try log(
      .reprintSlip, as: .slipReprinted, on: slip.attempt, by: account, reason: given,
      note: "serial=\(serial) copy=\(copy)")
    return copy
  }
}
