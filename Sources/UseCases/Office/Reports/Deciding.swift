/// Which of a person's attempts in a period speaks for the person: the first that passed, else the last one.
///
/// Attempts come in the order in which they were handed in. One rule for kept counts and for counts made on the spot.
package struct Deciding<Candidate> {
  package private(set) var attempt: Candidate?
  package private(set) var isPassed = false

  package init() {}

  package mutating func add(_ candidate: Candidate, isPassed passed: Bool) {
    guard !isPassed else { return }
    attempt = candidate
    isPassed = passed
  }
}
