import Testing

@testable import Assessment

@Suite("An attempt in the hands of staff")
struct AttemptAtTheDeskTests {
  private let rest = Reason.ID("nghi")

  private func attempt(
    _ state: Attempt.State = .inProgress, at place: FormPlace = FormPlace(.scored, 4), allowed: Int? = 1_800_000
  ) -> Attempt {
    Attempt(
      id: 7, audience: Audience.ID("nguoi-dan"), mode: .tested, state: state, place: place, spent: 0, allowed: allowed,
      pause: state == .paused ? rest : nil)
  }

  @Test("a paused attempt knows why, takes nothing, counts no time, and goes on where it stood")
  func pauses() throws {
    var attempt = attempt()
    try attempt.pause(for: rest)
    #expect(attempt.state == .paused && attempt.pause == rest && attempt.isOpen)
    attempt.spend(60_000)
    #expect(attempt.spent == 0)
    #expect(throws: AssessmentError.notInProgress(state: .paused)) {
      try attempt.move(to: FormPlace(.scored, 5), within: [.scored: 20])
    }
    #expect(throws: AssessmentError.notInProgress(state: .paused)) {
      try attempt.submit(openItems: 0, confirmed: true)
    }

    try attempt.resume()
    #expect(attempt == self.attempt())
  }

  @Test("only what runs can be paused", arguments: [Attempt.State.seating, .paused, .submitted, .voided])
  func pausesOnlyRunning(state: Attempt.State) {
    var attempt = attempt(state)
    #expect(throws: AssessmentError.notInProgress(state: state)) { try attempt.pause(for: rest) }
  }

  @Test(
    "only what is paused can be resumed", arguments: [Attempt.State.seating, .inProgress, .submitted, .voided])
  func resumesOnlyPaused(state: Attempt.State) {
    var attempt = attempt(state)
    #expect(throws: AssessmentError.notPaused(state: state)) { try attempt.resume() }
  }

  @Test("added minutes add exactly, also in a pause, one to sixty at once")
  func addsMinutes() throws {
    for state in [Attempt.State.inProgress, .paused] {
      var attempt = attempt(state)
      try attempt.add(minutes: 5)
      try attempt.add(minutes: 60)
      #expect(attempt.allowed == 1_800_000 + 65 * 60_000)
      for minutes in [0, -1, 61, .max, .min] {
        #expect(throws: AssessmentError.minutesOutOfBounds(minutes)) { try attempt.add(minutes: minutes) }
      }
    }
  }

  @Test("minutes are not added beyond a working day, nor to practice, nor after the end")
  func minutesEnd() {
    var long = attempt(allowed: Attempt.longestAllowed - 60_000)
    #expect(throws: AssessmentError.minutesOutOfBounds(2)) { try long.add(minutes: 2) }
    #expect(throws: Never.self) { try long.add(minutes: 1) }
    var practice = attempt(allowed: nil)
    #expect(throws: AssessmentError.hasNoClock) { try practice.add(minutes: 1) }
    var over = attempt(.submitted)
    #expect(throws: AssessmentError.notInProgress(state: .submitted)) { try over.add(minutes: 1) }
  }

  @Test("staff end what runs or is paused, but not before the first item that counts")
  func ends() throws {
    for state in [Attempt.State.inProgress, .paused] {
      var attempt = attempt(state)
      try attempt.endByStaff()
      #expect(attempt.state == .submitted && attempt.ending == .staff && attempt.pause == nil)
    }
    var early = attempt(at: FormPlace(.warmUp, 1))
    #expect(throws: AssessmentError.warmUpUnfinished) { try early.endByStaff() }
  }

  @Test("anything can be voided once", arguments: [Attempt.State.seating, .inProgress, .paused, .submitted])
  func voids(state: Attempt.State) throws {
    var attempt = attempt(state)
    try attempt.void()
    #expect(attempt.state == .voided && attempt.pause == nil && !attempt.isOpen)
    #expect(throws: AssessmentError.notInProgress(state: .voided)) { try attempt.void() }
  }

  @Test(
    "a factor of time is exact to the millisecond",
    arguments: [(TimeFactor.usual, 1_800_000), (.quarterMore, 2_250_000), (.halfMore, 2_700_000), (.double, 3_600_000)])
  func factors(factor: TimeFactor, allowed: Int) {
    #expect(factor.applied(to: 1_800_000) == allowed)
    #expect(TimeFactor.quarterMore.applied(to: 1) == 1)
  }

  @Test("whatever staff do in whatever order, time served in a pause never counts and given minutes are all there")
  func timeAddsUp() {
    for seed in 0..<200 as Range<UInt64> {
      var dice = SeededDice(seed: seed)
      var attempt = attempt()
      var (spent, given) = (0, 0)
      for _ in 0..<60 {
        let amount = Int(dice.next() % 20) + 1
        switch dice.next() % 4 {
        case 0: if (try? attempt.pause(for: rest)) != nil { #expect(attempt.state == .paused) }
        case 1: if (try? attempt.resume()) != nil { #expect(attempt.state == .inProgress) }
        case 2: if (try? attempt.add(minutes: amount)) != nil { given += amount * 60_000 }
        default:
          if attempt.state == .inProgress { spent += amount * 1_000 }
          attempt.spend(amount * 1_000)
        }
      }
      #expect(attempt.spent == spent && attempt.allowed == 1_800_000 + given)
    }
  }
}

@Suite("Seat numbers")
struct SeatNumberTests {
  @Test("four digits, however they are spaced, and nothing else")
  func reads() {
    #expect(SeatNumber("4821")?.value == 4821)
    #expect(SeatNumber(" 48 21 ")?.description == "4821")
    for text in ["", "482", "48210", "0821", "48a1", "-821", "٤٨٢١"] { #expect(SeatNumber(text) == nil, "\(text)") }
  }
}

@Suite("The ledger of help")
struct HelpLedgerTests {
  private func ledger(_ kinds: [HelpAct.Kind], _ decisions: [(FlagDecision.Verdict, Int)] = []) -> HelpLedger {
    HelpLedger(
      acts: kinds.enumerated().map {
        HelpAct(
          number: $0 + 1, kind: $1, account: 1, place: FormPlace(.scored, 1), at: Moment(milliseconds: 0))
      },
      decisions: decisions.enumerated().map {
        FlagDecision(
          number: $0 + 1, verdict: $1.0, upTo: $1.1, account: 2, reason: Reason.ID("xet"), at: Moment(milliseconds: 1))
      })
  }

  @Test("help with the device goes on record; help with the answer waits for an officer")
  func standing() {
    #expect(ledger([]).standing == .clear(.none))
    #expect(ledger([.readAloud, .pointedAtScreen, .operatedMouse, .translated]).standing == .clear(.allowed))
    #expect(ledger([.readAloud, .explainedQuestion]).standing == .awaitsOfficer)
    #expect(ledger([.suggestedAnswer]).standing == .awaitsOfficer)
  }

  @Test("an officer lets it count, finds it a slip of the finger, or refuses")
  func decisions() {
    #expect(ledger([.suggestedAnswer], [(.counts, 1)]).standing == .clear(.coaching))
    #expect(ledger([.suggestedAnswer], [(.mistaken, 1)]).standing == .clear(.none))
    #expect(ledger([.readAloud, .suggestedAnswer], [(.mistaken, 2)]).standing == .clear(.allowed))
    #expect(ledger([.suggestedAnswer], [(.refused, 1)]).standing == .refused)
  }

  @Test("help after a decision waits for another one; allowed help after it changes nothing")
  func later() {
    #expect(ledger([.suggestedAnswer, .explainedQuestion], [(.counts, 1)]).standing == .awaitsOfficer)
    #expect(ledger([.suggestedAnswer, .readAloud], [(.counts, 1)]).standing == .clear(.coaching))
    #expect(ledger([.suggestedAnswer, .suggestedAnswer], [(.counts, 1), (.refused, 2)]).standing == .refused)
  }
}
