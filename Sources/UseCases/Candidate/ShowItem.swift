import Assessment

/// One item as a candidate sees it. It has no key: what is not here cannot leak.
package struct ItemView: Equatable, Sendable {
  package struct Choice: Equatable, Sendable {
    package let id: Item.Option.ID
    package let text: Item.Wording
  }

  package let attempt: Attempt.ID
  package let mode: Attempt.Mode
  package let place: FormPlace
  package let count: Int
  package let area: Area
  package let stem: Item.Wording
  package let choices: [Choice]
  package let response: Item.Option.ID?
  package let isMarked: Bool
  /// Milliseconds left, nil without a clock: in practice and warm-ups.
  package let remaining: Int?
}

/// What a person is told after an item that does not count.
package struct Feedback: Equatable, Sendable {
  package let view: ItemView
  package let key: Item.Option.ID
  package let rationale: String

  package var isRight: Bool { view.response == key }
}

extension Kiosk {
  /// The item at a place, put on the screen now: its time starts to count.
  package func show(_ place: FormPlace, of record: AttemptRecord) throws -> ItemView {
    try view(place, of: record).view
  }

  /// The item with its key, for practice and warm-ups that have been answered.
  ///
  /// - Throws: ``UseCaseError/practiceOnly`` for anything that counts: its key stays on the server.
  package func feedback(at place: FormPlace, of record: AttemptRecord) throws -> Feedback {
    guard record.attempt.mode == .practice || place.part == .warmUp else { throw UseCaseError.practiceOnly }
    let (view, item) = try view(place, of: record)
    guard view.response != nil else { throw UseCaseError.resultNotReady }
    return Feedback(view: view, key: item.key, rationale: item.rationale)
  }

  private func view(_ place: FormPlace, of record: AttemptRecord) throws -> (view: ItemView, item: Item) {
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
    let view = ItemView(
      attempt: attempt.id, mode: attempt.mode, place: place, count: record.counts[place.part] ?? 0, area: area,
      stem: item.stem,
      choices: row.optionOrder.compactMap { id in item.option(id).map { ItemView.Choice(id: id, text: $0.text) } },
      response: row.response, isMarked: row.isMarked,
      remaining: isTimed ? attempt.remaining.map { max(0, $0 - pending) } : nil)
    return (view, item)
  }
}
