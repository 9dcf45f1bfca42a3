import Testing

@testable import Assessment

@Suite("An attempt")
struct AttemptTests {
  private let counts: [FormPlace.Part: Int] = [.warmUp: 3, .scored: 20]

  private func attempt(
    _ state: Attempt.State = .inProgress, at place: FormPlace = FormPlace(.scored, 4), spent: Int = 0,
    allowed: Int? = 1_800_000
  ) -> Attempt {
    Attempt(
      id: 7, audience: Audience.ID("nguoi-dan"), mode: .tested, state: state, place: place, spent: spent,
      allowed: allowed)
  }

  @Test("one page counts for three minutes at most, then the attempt pauses")
  func pausesAfterThreeMinutes() {
    #expect(Attempt.served(from: 1_000, to: 61_000) == 60_000)
    #expect(Attempt.served(from: 1_000, to: 3_601_000) == 180_000)
  }

  @Test("a clock that ran backwards takes no time away")
  func neverNegative() {
    #expect(Attempt.served(from: 5_000, to: 1_000) == 0)
  }

  @Test("warm-ups and practice use no time")
  func warmUpsAreFree() {
    var warmUp = attempt(at: FormPlace(.warmUp, 1))
    var practice = attempt(allowed: nil)
    warmUp.spend(60_000)
    practice.spend(60_000)

    #expect(warmUp.spent == 0)
    #expect(practice.spent == 0)
    #expect(practice.remaining == nil)
  }

  @Test(
    "an answer that comes in the ten seconds after the end is still taken, a later one is not",
    arguments: [(1_800_000, false), (1_810_000, false), (1_810_001, true)])
  func graceOfTenSeconds(spent: Int, isTooLate: Bool) {
    let late = attempt(spent: spent)

    #expect(late.isTimeUp)
    #expect(late.isPastGrace == isTooLate)
  }

  @Test("items left open are asked about before handing in")
  func asksAboutOpenItems() {
    var open = attempt()
    #expect(throws: AssessmentError.itemsOpen(count: 2)) { try open.submit(openItems: 2, confirmed: false) }
    #expect(open.state == .inProgress)
  }

  @Test("open items, confirmed a second time, are handed in")
  func confirmedSubmission() throws {
    var open = attempt()
    try open.submit(openItems: 2, confirmed: true)

    #expect(open.state == .submitted)
    #expect(open.ending == .candidate)
  }

  @Test("when the time is up nothing is asked")
  func timeUpSubmits() throws {
    var late = attempt(spent: 1_800_000)
    try late.submit(openItems: 5, confirmed: false)

    #expect(late.ending == .timeUp)
  }

  @Test("an attempt still in its warm-ups cannot be handed in")
  func warmUpFirst() {
    var early = attempt(at: FormPlace(.warmUp, 2))
    #expect(throws: AssessmentError.warmUpUnfinished) { try early.submit(openItems: 0, confirmed: true) }
  }

  @Test(
    "a finished, void or unseated attempt takes nothing more", arguments: [Attempt.State.submitted, .voided, .seating])
  func takesNothingMore(state: Attempt.State) {
    var closed = attempt(state)

    #expect(throws: AssessmentError.notInProgress(state: state)) {
      try closed.move(to: FormPlace(.scored, 5), within: counts)
    }
    #expect(throws: AssessmentError.notInProgress(state: state)) {
      try closed.submit(openItems: 0, confirmed: true)
    }
  }

  @Test("there is no place before the first or after the last item", arguments: [0, 21, 999])
  func knowsItsPlaces(number: Int) {
    var running = attempt()
    #expect(throws: AssessmentError.noSuchPosition(FormPlace(.scored, number))) {
      try running.move(to: FormPlace(.scored, number), within: counts)
    }
  }

  @Test("only an attempt that waits for its candidate can begin")
  func beginsOnce() throws {
    var waiting = attempt(.seating)
    try waiting.begin(at: FormPlace(.warmUp, 1))

    #expect(waiting.state == .inProgress)
    #expect(throws: AssessmentError.notSeating(state: .inProgress)) { try waiting.begin(at: FormPlace(.warmUp, 1)) }
  }
}

@Suite("The outcome")
struct OutcomeTests {
  private let blueprint = Blueprint.sample(
    draws: [("mua-sam", "de", 3), ("an-toan", "de", 3)], cutAreas: ["mua-sam": 1, "an-toan": 2], overall: 4)

  private func scores(_ shopping: [Bool], _ safety: [Bool]) -> [ItemScore] {
    shopping.map { ItemScore(competence: Competence.ID("mua-sam.mot"), area: Area.ID("mua-sam"), credit: $0 ? 100 : 0) }
      + safety.map {
        ItemScore(competence: Competence.ID("an-toan.mot"), area: Area.ID("an-toan"), credit: $0 ? 100 : 0)
      }
  }

  @Test("passing needs the overall cut and every area's cut")
  func needsBothCuts() {
    let passed = Outcome(scores: scores([true, true, false], [true, true, false]), blueprint: blueprint)
    let weakInSafety = Outcome(scores: scores([true, true, true], [true, false, false]), blueprint: blueprint)
    let tooFew = Outcome(scores: scores([true, false, false], [true, true, false]), blueprint: blueprint)

    #expect(passed.isPassed)
    #expect(!weakInSafety.isPassed)
    #expect(!tooFew.isPassed)
  }

  @Test("parts of a point add up, reach the cut only when whole, and are not rounded up")
  func partsOfPoints() {
    func outcome(_ credits: [Int]) -> Outcome {
      let items = credits.enumerated().map { index, credit in
        let area = index < 3 ? "mua-sam" : "an-toan"
        return ItemScore(competence: Competence.ID("\(area).mot"), area: Area.ID(area), credit: credit)
      }
      return Outcome(scores: items, blueprint: blueprint)
    }
    let reached = outcome([100, 50, 50, 100, 60, 40])
    let almost = outcome([100, 50, 49, 100, 60, 40])

    #expect(reached.credit == 400 && reached.right == 4 && reached.isPassed)
    #expect(almost.credit == 399 && almost.right == 3 && !almost.isPassed)
    #expect(almost.areas.map(\.credit) == [199, 200])
  }

  @Test("what to learn next begins with the competence most often wrong and leaves out what was right")
  func weakestFirst() {
    let outcome = Outcome(scores: scores([true, true, false], [false, true, false]), blueprint: blueprint)
    let perfect = Outcome(scores: scores([true, true, true], [true, true, true]), blueprint: blueprint)

    #expect(outcome.toLearn.map(\.text) == ["an-toan.mot", "mua-sam.mot"])
    #expect(perfect.toLearn.isEmpty)
  }

  @Test("practice counts but never passes")
  func practiceNeverPasses() {
    let outcome = Outcome(practice: scores([true, true, true], [true, true, true]), blueprint: blueprint)

    #expect(outcome.right == 6)
    #expect(!outcome.isPassed)
  }

  @Test("the slip's area bits are set by the area's number where its cut is reached")
  func areaBits() {
    let framework = Framework(
      version: 1, name: "thử", source: "thử", adoption: nil, audiences: [],
      areas: [
        Area(id: Area.ID("mua-sam"), number: 2, name: "Mua sắm", short: "Mua"),
        Area(id: Area.ID("an-toan"), number: 4, name: "An toàn", short: "An toàn"),
      ], competences: [])
    let outcome = Outcome(scores: scores([true, false, false], [true, false, false]), blueprint: blueprint)

    #expect(outcome.areaBits(in: framework) == 1 << 2)
  }
}
