import Assessment

extension Kiosk {
  /// Makes a slip void for good. Its sheet stays in the world; every check on this box says what became of it.
  package func revokeSlip(_ serial: Int64, for reason: Reason.ID, by account: StaffID) throws {
    guard let slip = try store.slip(serial: serial) else { throw UseCaseError.desk(.unknownSlip) }
    try revoke(slip, for: try revocable(serial, for: reason).id, by: account)
  }

  /// The reason, where the slip could be revoked for it now.
  package func revocable(_ serial: Int64, for id: Reason.ID) throws -> Reason {
    let given = try checked(id, for: .revokeSlip)
    guard try store.revocation(of: serial) == nil else { throw UseCaseError.desk(.slipRevoked(serial: serial)) }
    guard let reason = try store.reason(given) else { throw UseCaseError.desk(.unknownReason(id)) }
    return reason
  }

  func revoke(_ slip: StoredSlip, for reason: Reason.ID, by account: StaffID) throws {
    try store.revoke(Revocation(serial: slip.serial, account: account, reason: reason, at: clock.now()))
    try log(
      .revokeSlip, as: .slipRevoked, on: slip.attempt, by: account, reason: reason, note: "serial=\(slip.serial)")
    if let person = try store.attempt(slip.attempt)?.person {
      try withdraw(serial: slip.serial, of: person, by: account)
    }
  }
}
