/// What staff may do to an attempt. None of it touches an answer.
extension Attempt {
  /// Minutes that one act may add.
  package static let minutesAtOnce = 1...60
  /// However often minutes are added, in milliseconds: a working day.
  package static let longestAllowed = 8 * 3_600_000

  /// Whether the person can still come back to it.
  package var isOpen: Bool {
    switch state {
    case .seating, .inProgress, .paused: true
    case .submitted, .voided: false
    }
  }

  /// Stops the clock; a rest break is a pause with that reason. Whatever was served until now is spent before.
  package mutating func pause(for reason: Reason.ID) throws(AssessmentError) {
    guard state == .inProgress else { throw .notInProgress(state: state) }
    state = .paused
    pause = reason
  }

  package mutating func resume() throws(AssessmentError) {
    guard state == .paused else { throw .notPaused(state: state) }
    state = .inProgress
    pause = nil
  }

  package mutating func add(minutes: Int) throws(AssessmentError) {
    guard state == .inProgress || state == .paused else { throw .notInProgress(state: state) }
    guard let allowed else { throw .hasNoClock }
    guard Self.minutesAtOnce.contains(minutes), allowed + minutes * 60_000 <= Self.longestAllowed else {
      throw .minutesOutOfBounds(minutes)
    }
    self.allowed = allowed + minutes * 60_000
  }

  /// Ends the attempt as it stands: what is answered counts, what is open does not. Before the first item that counts there
  /// is nothing to judge; such an attempt is voided instead.
  package mutating func endByStaff() throws(AssessmentError) {
    guard state == .inProgress || state == .paused else { throw .notInProgress(state: state) }
    guard place.part == .scored else { throw .warmUpUnfinished }
    state = .submitted
    ending = .staff
    pause = nil
  }

  /// Takes the attempt out of all counts, also after it was handed in. There is no way back.
  package mutating func void() throws(AssessmentError) {
    guard state != .voided else { throw .notInProgress(state: state) }
    state = .voided
    pause = nil
  }
}
