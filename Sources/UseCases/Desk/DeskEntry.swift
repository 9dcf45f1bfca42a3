import Assessment

/// Something a colleague did, in the words of the desk.
package struct DeskEntry: Equatable, Sendable {
  package let at: Moment
  /// Nil for what a person did at the kiosk.
  package let who: String?
  package let why: String?
}

extension Kiosk {
  func entry(at moment: Moment, by account: StaffID? = nil, for reason: Reason.ID? = nil) throws -> DeskEntry {
    DeskEntry(
      at: moment, who: try account.flatMap { try store.account($0)?.name },
      why: try reason.flatMap { try store.reason($0)?.text })
  }
}
