/// What a page sent for one item, before anybody looked at what the item is.
package struct Submission: Equatable, Sendable {
  /// The page showed the item's controls: then a box that is not ticked is one that was left empty. Other pages, such as the
  /// review, pass a place without saying anything about it.
  package var isShown: Bool
  /// The one option chosen.
  package var option: String?
  /// Every option that is ticked.
  package var picks: [String]
  /// Statements by what they were judged.
  package var judgements: [String: Bool]
  /// Left lines by the right one chosen.
  package var matches: [String: String]
  package var typed: String?
  /// The part or element that was tapped.
  package var tap: String?
  /// What stood in the fields of a simulated screen when it was tapped.
  package var fields: [String: String]

  package init(
    isShown: Bool = true, option: String? = nil, picks: [String] = [], judgements: [String: Bool] = [:],
    matches: [String: String] = [:],
    typed: String? = nil, tap: String? = nil, fields: [String: String] = [:]
  ) {
    self.isShown = isShown
    self.option = option
    self.picks = picks
    self.judgements = judgements
    self.matches = matches
    self.typed = typed
    self.tap = tap
    self.fields = fields
  }

  package static let nothing = Submission(isShown: false)
}

extension Item.Task {
  /// The response after a page came in, given the one before it.
  ///
  /// Radio buttons that say nothing leave an earlier answer alone, since a page without a choice is a page somebody only
  /// passed; boxes, lines and words stand as the page shows them.
  ///
  /// - Throws: ``AssessmentError/noSuchOption(_:)`` for anything the item does not have.
  package func response(from page: Submission, after earlier: Response?) throws(AssessmentError) -> Response? {
    guard page.isShown else { return earlier }
    switch self {
    case .single(let task):
      guard let option = page.option else { return earlier }
      return .chosen([try known(option, among: task.options)])
    case .point(let task):
      guard let option = page.option else { return earlier }
      return .chosen([try known(option, among: task.regions.map(\.part))])
    case .several(let task):
      var ids: [Item.Option.ID] = []
      for pick in page.picks { ids.append(try known(pick, among: task.options)) }
      return ids.isEmpty ? nil : .chosen(Set(ids).sorted())
    case .truths(let task): return try judged(page, task)
    case .match(let task): return try matched(page, task)
    case .order(let task): return try tapped(page, task, after: earlier)
    case .short:
      guard let typed = page.typed else { return earlier }
      let text = Self.tidy(typed)
      return text.isEmpty ? nil : .typed(text)
    case .simulated(let task): return try tapped(page, task, after: earlier)
    }
  }

  private func known(_ id: String, among parts: [Item.Option]) throws(AssessmentError) -> Item.Option.ID {
    guard let part = parts.first(where: { $0.id.text == id }) else { throw .noSuchOption(Item.Option.ID(id)) }
    return part.id
  }

  private func judged(_ page: Submission, _ task: TruthTask) throws(AssessmentError) -> Response? {
    var judgements: [Item.Option.ID: Bool] = [:]
    for (id, isTrue) in page.judgements {
      judgements[try known(id, among: task.statements.map(\.part))] = isTrue
    }
    return judgements.isEmpty ? nil : .judged(judgements)
  }

  private func matched(_ page: Submission, _ task: MatchTask) throws(AssessmentError) -> Response? {
    var pairs: [Item.Option.ID: Item.Option.ID] = [:]
    for (left, right) in page.matches {
      pairs[try known(left, among: task.left.map(\.part))] = try known(right, among: task.right)
    }
    return pairs.isEmpty ? nil : .matched(pairs)
  }

  /// A tap on a step puts it next; a tap on one that has its number takes it and all after it back.
  private func tapped(
    _ page: Submission, _ task: OrderTask, after earlier: Response?
  ) throws(AssessmentError) -> Response? {
    guard let tap = page.tap, !tap.isEmpty else { return earlier }
    let id = try known(tap, among: task.steps)
    var ids: [Item.Option.ID] = []
    if case .ordered(let before) = earlier { ids = before }
    if let place = ids.firstIndex(of: id) {
      ids.removeSubrange(place...)
    } else {
      ids.append(id)
    }
    return ids.isEmpty ? nil : .ordered(ids)
  }

  /// A tap on what is no longer there, as from an old tab, changes nothing.
  private func tapped(
    _ page: Submission, _ task: Simulation, after earlier: Response?
  ) throws(AssessmentError) -> Response? {
    guard let tap = page.tap, !tap.isEmpty else { return earlier }
    var steps: [WayStep] = []
    if case .walked(let way) = earlier { steps = way.steps }
    guard let walk = task.walk(along: steps) else { throw .damagedResponse }
    let fields = Dictionary(
      page.fields.map { (Simulation.Element.ID($0), $1) }, uniquingKeysWith: { first, _ in first })
    guard let tapped = task.tapped(Simulation.Element.ID(tap), typed: fields, in: walk) else { return earlier }
    return .walked(Way(steps + [tapped.step]))
  }

  private static func tidy(_ text: String) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline })
    return String(words.joined(separator: " ").prefix(ShortTask.longest))
  }
}
