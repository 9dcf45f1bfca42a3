import Assessment
import UseCases

/// What was answered and what would have been right, for items that do not count.
struct KeyMarkup {
  private let feedback: Feedback

  init(_ feedback: Feedback) {
    self.feedback = feedback
  }

  var markup: Markup {
    switch (feedback.item.task, feedback.response) {
    case (.single(let task), .chosen(let ids)), (.several(let task), .chosen(let ids)):
      pair(yours: texts(ids, of: task.options), key: texts(task.key, of: task.options))
    case (.truths(let task), .judged(let judgements)):
      "\(each: task.statements, { judged($0, as: judgements[$0.part.id]) })"
    case (.order(let task), .ordered(let ids)):
      pair(yours: texts(ids, of: task.steps), key: task.steps.map(\.text.written), isList: true)
    case (.match(let task), .matched(let pairs)): "\(each: task.left, { matched($0, to: pairs[$0.part.id], of: task) })"
    case (.short(let task), .typed(let text)):
      pair(yours: [text], key: task.accepts.filter { $0.credit == 100 }.prefix(1).map(\.text))
    case (.point(let task), .chosen(let ids)): pointed(task, ids)
    case (.simulated(let task), _): way(of: task)
    default: ""
    }
  }

  private func pair(yours: [String], key: [String], isList: Bool = false) -> Markup {
    let right: Markup = "<dt>\(Wording.feedbackKey)</dt>\(list(key, kind: "key", isNumbered: isList))\n"
    guard !feedback.isRight else { return right }
    return "<dt>\(Wording.feedbackYours)</dt>\(list(yours, kind: "", isNumbered: isList))\n\(right)"
  }

  private func list(_ texts: [String], kind: Markup, isNumbered: Bool) -> Markup {
    guard isNumbered else { return "\(each: texts, { "<dd class=\"\(kind)\">\($0)</dd>" })" }
    return "<dd class=\"\(kind)\"><ol>\(each: texts, { "<li>\($0)</li>" })</ol></dd>"
  }

  private func texts(_ ids: [Item.Option.ID], of parts: [Item.Option]) -> [String] {
    ids.compactMap { id in parts.first { $0.id == id }?.text.written }
  }

  private func judged(_ statement: TruthTask.Statement, as judgement: Bool?) -> Markup {
    let right = statement.isTrue ? Wording.isTrue : Wording.isFalse
    return line(statement.part.text.written, key: right, isHit: judgement == statement.isTrue)
  }

  private func matched(_ line: MatchTask.Line, to right: Item.Option.ID?, of task: MatchTask) -> Markup {
    self.line(
      line.part.text.written, key: texts([line.match], of: task.right).first ?? "", isHit: right == line.match)
  }

  private func line(_ text: String, key: String, isHit: Bool) -> Markup {
    let sign: Markup =
      isHit
      ? "<span class=\"hit\">✓ \(Wording.feedbackHit)</span>" : "<span class=\"miss\">✗ \(Wording.feedbackMiss)</span>"
    return "<dt>\(text)</dt><dd class=\"key\">\(key) \(sign)</dd>\n"
  }

  /// The picture with the right places outlined; their names stand beside it.
  private func pointed(_ task: PointTask, _ ids: [Item.Option.ID]) -> Markup {
    let right = task.regions.filter { task.key.contains($0.part.id) }
    return """
      \(pair(yours: texts(ids, of: task.regions.map(\.part)), key: right.map(\.part.text.written)))\
      <dd><svg class="places" viewBox="0 0 \(task.picture.width) \(task.picture.height)" aria-hidden="true">\
      \(task.picture.inner)\(each: right, outline)</svg></dd>

      """
  }

  private func outline(_ region: PointTask.Region) -> Markup {
    """
    <rect class="outline" x="\(region.x)" y="\(region.y)" width="\(region.width)" height="\(region.height)" rx="6"/>
    """
  }

  /// The shortest good way, tap by tap.
  private func way(of task: Simulation) -> Markup {
    let taps = SimulationSurvey.solution(of: task)?.compactMap { task.text(of: $0.step.element) } ?? []
    return "<dt>\(Wording.feedbackWay)</dt>\(list(taps, kind: "key", isNumbered: true))\n"
  }
}

extension Simulation {
  /// What stands on an element that can be tapped.
  func text(of id: Element.ID) -> String? {
    for element in screens.flatMap(\.elements) where element.tapID == id {
      switch element.content {
      case .tap(let tap): return tap.text
      case .switch(_, let text, _, _): return text
      default: return nil
      }
    }
    return nil
  }
}
