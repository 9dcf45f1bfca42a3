/// One person doing one form once: a small state machine and nothing else. Texts, people and storage stand elsewhere.
package struct Attempt: Equatable, Sendable {
  package typealias ID = Int64

  package enum Mode: String, Sendable, CaseIterable {
    /// Feedback after each item, no name, no clock, no slip.
    case practice
    /// No feedback until the end.
    case tested
  }

  package enum State: String, Sendable, CaseIterable {
    /// Nobody sits there yet: the person still has to be named, or named by a clerk and still to agree.
    case seating
    case inProgress = "in-progress"
    /// Staff stopped the clock: nothing is shown, nothing is taken, no time counts.
    case paused
    case submitted
    case voided
  }

  package enum Ending: String, Sendable, CaseIterable {
    case candidate
    case timeUp = "time-up"
    case staff
  }

  package let id: ID
  package let audience: Audience.ID
  package let mode: Mode
  package var state: State
  /// Where the person is: the item that comes back after any trouble.
  package var place: FormPlace
  /// Served time used so far, in milliseconds.
  package var spent: Int
  /// Served time granted, in milliseconds; nil in practice, which has no clock.
  package var allowed: Int?
  package var ending: Ending?
  /// Why the attempt is paused; nil in every other state.
  package var pause: Reason.ID?

  package init(
    id: ID, audience: Audience.ID, mode: Mode, state: State, place: FormPlace, spent: Int, allowed: Int?,
    ending: Ending? = nil, pause: Reason.ID? = nil
  ) {
    self.id = id
    self.audience = audience
    self.mode = mode
    self.state = state
    self.place = place
    self.spent = spent
    self.allowed = allowed
    self.ending = ending
    self.pause = pause
  }
}

extension Attempt {
  /// Served time counts from serving a page to the next request, and at most this long: then the attempt pauses.
  package static let longestServing = 180_000
  /// An answer that was on the screen when the time ended is still taken this much later.
  package static let grace = 10_000

  /// A page looked at for less was not looked at: the second half of a slow double tap, not a wish to skip an item.
  package static let shortestGlance = 600

  package var remaining: Int? {
    allowed.map { max(0, $0 - spent) }
  }

  package var isTimeUp: Bool {
    allowed.map { spent >= $0 } ?? false
  }

  /// The part of a serving that counts, both instants in milliseconds of the monotonic clock.
  package static func served(from start: Int64, to end: Int64) -> Int {
    Int(max(0, min(end - start, Int64(longestServing))))
  }

  /// Adds served time. Warm-ups are free: nobody loses time by learning how the test works.
  package mutating func spend(_ milliseconds: Int) {
    guard state == .inProgress, place.part == .scored, allowed != nil else { return }
    spent += max(0, milliseconds)
  }

  /// Whether even an answer that was on the screen when the time ended comes too late; ask after ``spend(_:)``.
  package var isPastGrace: Bool {
    allowed.map { spent > $0 + Self.grace } ?? false
  }

  package mutating func move(to place: FormPlace, within counts: [FormPlace.Part: Int]) throws(AssessmentError) {
    guard state == .inProgress else { throw .notInProgress(state: state) }
    guard place.number >= 1, place.number <= counts[place.part] ?? 0 else { throw .noSuchPosition(place) }
    self.place = place
  }

  package mutating func begin(at place: FormPlace) throws(AssessmentError) {
    guard state == .seating else { throw .notSeating(state: state) }
    state = .inProgress
    self.place = place
  }

  /// Ends the attempt. With items open the person is asked a second time first, unless the time is up.
  package mutating func submit(openItems: Int, confirmed: Bool) throws(AssessmentError) {
    guard state == .inProgress else { throw .notInProgress(state: state) }
    let timeUp = isTimeUp
    guard timeUp || place.part == .scored else { throw .warmUpUnfinished }
    guard timeUp || openItems == 0 || confirmed else { throw .itemsOpen(count: openItems) }
    state = .submitted
    ending = timeUp ? .timeUp : .candidate
  }
}
