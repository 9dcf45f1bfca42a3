import Assessment

extension Kiosk {
  /// Parts an attempt from whatever screen it is on, so that its seat number is good for another one. Answers and place
  /// follow; time on the screen that has gone is given to the person.
  ///
  /// - Parameter device: where the person is asked to go; nil for any kiosk.
  /// - Returns: the number to say to the person; drawn now where the person had sat down without a clerk.
  package func move(
    _ id: Attempt.ID, to device: Device.ID? = nil, for reason: Reason.ID, turn: DeskTurn
  ) throws -> SeatNumber {
    let record = try attempt(id, for: turn)
    // Somebody who is just sitting down at a kiosk, without a name yet, has nothing to move.
    guard record.attempt.isOpen, record.person != nil else {
      throw AssessmentError.notInProgress(state: record.attempt.state)
    }
    let reason = try checked(reason, for: .move)
    try checkFree(device)
    let seat = try store.seatNumber(of: id) ?? freeSeat()
    _ = servings.take(id, at: clock.monotonic())
    try store.unbindAll(from: id)
    try store.give(seat, to: id)
    try store.assign(device, to: id)
    try log(.move, as: .attemptMoved, on: id, by: turn.account, reason: reason)
    return seat
  }
}
