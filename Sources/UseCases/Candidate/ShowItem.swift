import Assessment

/// One item as a candidate sees it. It has no key: what is not here cannot leak.
package struct ItemView: Equatable, Sendable {
  package let attempt: Attempt.ID
  package let mode: Attempt.Mode
  package let place: FormPlace
  package let count: Int
  package let area: Area
  package let stem: Item.Wording
  package let presentation: Presentation
  package let isAnswered: Bool
  package let isWhole: Bool
  package let isMarked: Bool
  /// Milliseconds left, nil without a clock: in practice and warm-ups.
  package let remaining: Int?

  /// Whether the key may be shown now: an item that does not count, answered.
  package let isSettled: Bool

  package init(
    attempt: Attempt.ID, mode: Attempt.Mode, place: FormPlace, count: Int, area: Area, stem: Item.Wording,
    presentation: Presentation, isAnswered: Bool, isWhole: Bool, isMarked: Bool, remaining: Int?, isSettled: Bool
  ) {
    self.attempt = attempt
    self.mode = mode
    self.place = place
    self.count = count
    self.area = area
    self.stem = stem
    self.presentation = presentation
    self.isAnswered = isAnswered
    self.isWhole = isWhole
    self.isMarked = isMarked
    self.remaining = remaining
    self.isSettled = isSettled
  }
}

/// What a person is told after an item that does not count.
package struct Feedback: Equatable, Sendable {
  package let view: ItemView
  package let item: Item
  package let response: Response
  package let credit: Int

  package var isRight: Bool { credit == 100 }
}

extension Kiosk {
  /// The item at a place, put on the screen now: its time starts to count.
  package func show(_ place: FormPlace, of record: AttemptRecord) throws -> ItemView {
    try look(at: place, of: record).view
  }

  /// The item with its key, for practice and warm-ups that have been answered.
  ///
  /// - Throws: ``UseCaseError/practiceOnly`` for anything that counts: its key stays on the server.
  package func feedback(at place: FormPlace, of record: AttemptRecord) throws -> Feedback {
    guard record.attempt.mode == .practice || place.part == .warmUp else { throw UseCaseError.practiceOnly }
    let (view, item, response) = try look(at: place, of: record)
    guard view.isSettled, let response else { throw UseCaseError.resultNotReady }
    return Feedback(view: view, item: item, response: response, credit: item.task.credit(for: response))
  }

  private func look(
    at place: FormPlace, of record: AttemptRecord
  ) throws -> (view: ItemView, item: Item, response: Response?) {
    let attempt = record.attempt
    guard attempt.state == .inProgress else { throw AssessmentError.notInProgress(state: attempt.state) }
    guard place.number <= record.counts[place.part] ?? 0 else { throw AssessmentError.noSuchPosition(place) }
    guard let (row, item) = try store.entry(at: place, of: attempt.id) else { throw UseCaseError.contentDamaged }
    let rules = try store.rules(record.content)
    guard let competence = rules.framework.competence(item.competence),
      let area = rules.framework.area(competence.area)
    else { throw UseCaseError.contentDamaged }

    let isTimed = place.part == .scored && attempt.allowed != nil
    let pending = isTimed ? servings.serve(attempt.id, at: clock.monotonic()) : 0
    let response = row.response.flatMap { Response($0, kind: item.kind) }
    let showsKey = attempt.mode == .practice || place.part == .warmUp
    let view = ItemView(
      attempt: attempt.id, mode: attempt.mode, place: place, count: record.counts[place.part] ?? 0, area: area,
      stem: item.stem, presentation: Presentation(item.task, order: row.optionOrder, response: response),
      isAnswered: response != nil, isWhole: row.isWhole, isMarked: row.isMarked,
      remaining: isTimed ? attempt.remaining.map { max(0, $0 - pending) } : nil,
      isSettled: showsKey && item.task.isSettled(response))
    return (view, item, response)
  }
}
