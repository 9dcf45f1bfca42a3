import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Taking the test")
struct TakingTheTestTests {
  private let box: TestBox
  private let session: SessionID

  init() throws {
    box = try TestBox()
    session = try box.session(1)
  }

  /// Bà Hoa before the first item that counts.
  private func atFirstItem() throws -> Attempt.ID {
    let id = try box.seatHoa(session: session)
    for number in 1...2 {
      let place = FormPlace(.warmUp, number)
      _ = try answer(id, place, SampleBank.key)
      _ = try answer(id, place, nil)
    }
    return id
  }

  @discardableResult
  private func answer(
    _ id: Attempt.ID, _ place: FormPlace, _ option: Item.Option.ID?, step: Step = .next, marked: Bool = false
  ) throws -> Destination {
    try box.kiosk.recordResponse(SampleBank.page(option), isMarked: marked, at: place, step: step, of: box.record(id))
  }

  private func item(_ number: Int) -> FormPlace { FormPlace(.scored, number) }

  @Test("an item on the screen carries no key, and feedback on what counts is refused")
  func keyStays() throws {
    let id = try atFirstItem()
    try answer(id, item(1), SampleBank.key)

    #expect(throws: UseCaseError.practiceOnly) { try box.kiosk.feedback(at: item(1), of: box.record(id)) }
    let fields = Mirror(reflecting: try box.kiosk.show(item(1), of: box.record(id))).children.compactMap(\.label)
    #expect(!fields.contains { $0.contains("key") || $0.contains("rationale") })
  }

  @Test("a warm-up shows what was right, and its first answer stands")
  func warmUpFeedback() throws {
    let id = try box.seatHoa(session: session)
    let place = FormPlace(.warmUp, 1)

    #expect(try answer(id, place, SampleBank.wrong) == .feedback(place))
    #expect(try !box.kiosk.feedback(at: place, of: box.record(id)).isRight)
    _ = try answer(id, place, SampleBank.key)
    #expect(try box.store.row(at: place, of: id)?.response == SampleBank.wrong.text)
  }

  @Test("nothing that counts is taken before the warm-ups are over")
  func warmUpsComeFirst() throws {
    let id = try box.seatHoa(session: session)

    #expect(throws: AssessmentError.warmUpUnfinished) { try answer(id, item(1), SampleBank.key) }
    #expect(try box.store.openCount(of: id) == 4)
  }

  @Test("a tab left behind at a warm-up leads to where the test stands")
  func staleWarmUp() throws {
    let id = try atFirstItem()
    try answer(id, item(1), SampleBank.key)

    #expect(try answer(id, FormPlace(.warmUp, 1), SampleBank.wrong) == .item(item(2)))
    #expect(try box.record(id).attempt.place == item(2))
  }

  @Test("choosing again replaces the choice; a double tap counts once")
  func replaces() throws {
    let id = try atFirstItem()
    try answer(id, item(1), SampleBank.wrong)
    try answer(id, item(1), SampleBank.wrong)
    try answer(id, item(1), SampleBank.key)

    #expect(try box.store.row(at: item(1), of: id)?.response == SampleBank.key.text)
    #expect(try box.store.openCount(of: id) == 3)
  }

  @Test("going on without choosing keeps an earlier choice")
  func keepsEarlierChoice() throws {
    let id = try atFirstItem()
    try answer(id, item(1), SampleBank.key)
    try answer(id, item(1), nil)

    #expect(try box.store.row(at: item(1), of: id)?.response == SampleBank.key.text)
  }

  @Test("forward, back, review and any item: the attempt stands where the person went")
  func moves() throws {
    let id = try atFirstItem()

    #expect(try answer(id, item(1), nil) == .item(item(2)))
    #expect(try answer(id, item(2), nil, step: .back) == .item(item(1)))
    #expect(try answer(id, item(1), nil, step: .place(4)) == .item(item(4)))
    #expect(try box.record(id).attempt.place == item(4))
    #expect(try answer(id, item(4), nil) == .review)
    #expect(try answer(id, item(1), nil, step: .back) == .item(item(1)))
  }

  @Test("a mark is kept and shown in the review")
  func marks() throws {
    let id = try atFirstItem()
    try answer(id, item(2), SampleBank.key, marked: true)
    let review = try box.kiosk.review(box.record(id))

    #expect(review.lines.map(\.isMarked) == [false, true, false, false])
    #expect(review.openCount == 3)
  }

  @Test("the second half of a slow double tap skips no item; a considered skip does")
  func slowDoubleTap() throws {
    let id = try atFirstItem()
    _ = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(milliseconds: 300)
    #expect(try answer(id, item(1), nil) == .item(item(1)))

    _ = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 5)
    #expect(try answer(id, item(1), nil) == .item(item(2)))
  }

  @Test("an option or place that is not in the form is refused and changes nothing")
  func refusesForeignOptions() throws {
    let id = try atFirstItem()

    #expect(throws: AssessmentError.noSuchOption(Item.Option.ID("z"))) {
      try answer(id, item(1), Item.Option.ID("z"))
    }
    #expect(throws: AssessmentError.noSuchPosition(item(9))) { try answer(id, item(9), SampleBank.key) }
    #expect(try box.store.openCount(of: id) == 4)
  }

  @Test("only served time counts, three minutes a page at most")
  func servedTime() throws {
    let id = try atFirstItem()
    _ = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 20)
    try answer(id, item(1), SampleBank.key)
    // Nothing was served since: this hour is nobody's.
    box.clock.advance(seconds: 3_600)
    _ = try box.kiosk.show(item(2), of: box.record(id))
    box.clock.advance(seconds: 3_600)
    try answer(id, item(2), SampleBank.key)

    #expect(try box.record(id).attempt.spent == 200_000)
  }

  @Test("a reload neither stops nor doubles the time")
  func reloads() throws {
    let id = try atFirstItem()
    _ = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 30)
    let again = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 30)
    try answer(id, item(1), SampleBank.key)

    #expect(again.remaining == 570_000)
    #expect(try box.record(id).attempt.spent == 60_000)
  }

  @Test("after the time ran out the answer on the screen still counts within ten seconds, then all is handed in")
  func graceThenHandedIn() throws {
    let id = try atFirstItem()
    try burn(id, seconds: 590)
    _ = try box.kiosk.show(item(4), of: box.record(id))
    box.clock.advance(seconds: 15)

    #expect(try answer(id, item(4), SampleBank.key) == .result)
    let record = try box.record(id)
    #expect(record.attempt.state == .submitted)
    #expect(record.attempt.ending == .timeUp)
    #expect(try box.store.row(at: item(4), of: id)?.response == SampleBank.key.text)
  }

  @Test("an answer later than ten seconds after the end is not taken")
  func tooLate() throws {
    let id = try atFirstItem()
    try burn(id, seconds: 590)
    _ = try box.kiosk.show(item(4), of: box.record(id))
    box.clock.advance(seconds: 21)

    #expect(try answer(id, item(4), SampleBank.key) == .result)
    #expect(try box.store.row(at: item(4), of: id)?.response == nil)
  }

  @Test("a page asked for after the end finds the attempt over")
  func pageAfterEnd() throws {
    let id = try atFirstItem()
    try burn(id, seconds: 590)
    _ = try box.kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 11)

    #expect(try box.kiosk.isOver(box.record(id).attempt))
    try box.kiosk.submitIfOver(box.record(id))
    #expect(try box.record(id).attempt.state == .submitted)
  }

  @Test("practice tells right and wrong after each item, has no clock and ends without a slip")
  func practice() throws {
    let id = try box.kiosk.beginPractice(for: SampleBank.audience, session: session)
    #expect(try answer(id, item(1), SampleBank.key) == .feedback(item(1)))
    #expect(try box.kiosk.feedback(at: item(1), of: box.record(id)).isRight)
    try answer(id, item(1), nil)
    try answer(id, item(2), SampleBank.wrong)
    #expect(try answer(id, item(2), nil) == .review)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)

    let result = try box.kiosk.result(of: box.record(id))
    #expect(result.outcome.right == 1)
    #expect(result.person == nil)
    #expect(try box.kiosk.prepareSlip(for: box.record(id)) == nil)
  }

  @Test("another session's attempt is not shown")
  func foreign() throws {
    let id = try atFirstItem()
    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.attempt(id, of: box.session(2)) }
    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.attempt(id, of: nil) }
    #expect(throws: UseCaseError.unknownAttempt(99)) { try box.kiosk.attempt(99, of: session) }
  }

  @Test("whoever leaves is parted from the attempt, which stays")
  func leaves() throws {
    let id = try atFirstItem()
    try box.kiosk.leave(session)

    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.attempt(id, of: session) }
    #expect(try box.record(id).attempt.state == .inProgress)
  }

  /// Uses up served time in pages of two minutes and less.
  private func burn(_ id: Attempt.ID, seconds: Int) throws {
    var left = seconds
    while left > 0 {
      _ = try box.kiosk.show(item(1), of: box.record(id))
      box.clock.advance(seconds: min(120, left))
      try answer(id, item(1), nil, step: .place(1))
      left -= 120
    }
  }
}
