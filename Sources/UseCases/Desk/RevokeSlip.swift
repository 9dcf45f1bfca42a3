import Assessment

extension Kiosk {
  /// Makes a slip void for good. Its sheet stays in the world; every check on this box says what became of it.
  package func revokeSlip(_ serial: Int64, for reason: Reason.ID, by account: StaffID) throws {
    guard let slip = try store.slip(serial: serial) else { throw UseCaseError.desk(.unknownSlip) }
    let reason = try checked(reason, for: .revokeSlip)
    guard try store.revocation(of: serial) == nil else { throw UseCaseError.desk(.slipRevoked(serial: serial)) }
    try revoke(slip, for: reason, by: account)
  }

  func revoke(_ slip: StoredSlip, for reason: Reason.ID, by account: StaffID) throws {
    try store.revoke(Revocation(serial: slip.serial, account: account, reason: reason, at: clock.now()))
    try log(
      .revokeSlip, as: .slipRevoked, on: slip.attempt, by: account, reason: reason, note: "serial=\(slip.serial)")
  }
}
