import Assessment

extension Kiosk {
  /// Seats everybody on the list who can be, each under a number of their own: all of them, or nobody where the writer
  /// stops in between. Who cannot be seated stays on the list.
  ///
  /// - Parameters:
  ///   - isFaceCompared: face and card of each person have been, or are being, compared at the door.
  ///   - isConfirmed: somebody has looked at the lines that do not agree and says they are right.
  /// - Returns: how many were seated.
  package func seatClass(
    _ id: Classroom.ID, isFaceCompared: Bool, isConfirmed: Bool, by account: StaffID
  ) throws -> Int {
    guard let classroom = try store.classroom(id), classroom.mode == .tested else {
      throw UseCaseError.desk(.unknownClass)
    }
    guard classroom.closedAt == nil else { throw UseCaseError.desk(.classClosed) }
    let ready = try classView(id).ready.filter { isConfirmed || !$0.isDoubtful }
    guard !ready.isEmpty else { throw UseCaseError.desk(.nobodyToSeat) }
    for entry in ready {
      guard let candidate = entry.candidate else { continue }
      let request = SeatRequest(
        candidate: candidate, audience: classroom.audience, isFaceCompared: isFaceCompared, isConfirmed: isConfirmed)
      guard case .seated(let attempt, _) = try seatByClerk(request, by: account) else { continue }
      try store.seat(line: entry.line.line, of: id, as: attempt)
    }
    return ready.count
  }

  /// Ends a class: its practice is open no more, and whoever was not seated is forgotten. Seated people go on.
  package func closeClass(_ id: Classroom.ID, by account: StaffID) throws {
    guard let classroom = try store.classroom(id) else { throw UseCaseError.desk(.unknownClass) }
    guard classroom.closedAt == nil else { return }
    try store.closeClass(id, at: clock.now())
    try store.append(Event(.classClosed, note: "account=\(account) class=\(id)"), at: clock.now())
  }
}
