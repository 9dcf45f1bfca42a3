import Assessment
import UseCases

/// One item in all its states, for the gallery.
struct ItemCard {
  private let item: Item

  init(_ item: Item) {
    self.item = item
  }

  var markup: Markup {
    """
    <article class="card" id="\(item.id.text)">
    <h2>\(item.id.text)</h2>
    <p class="small">\(facts)</p>
    \(inside)</article>

    """
  }

  /// What a candidate would see, and everything that a candidate does not.
  var inside: Markup {
    """
    \(retirement)<div class="face">\(state(nil))</div>
    \(answers)<dl class="facts">
    <dt>\(Wording.feedbackWhy)</dt><dd>\(item.rationale)</dd>
    <dt>\(Wording.galleryDifficulty)</dt><dd>\(item.difficulty) – \(item.difficultyReason)</dd>
    \(ears)<dt>\(Wording.gallerySource)</dt><dd>\(source)</dd>
    <dt>\(Wording.galleryReading)</dt><dd>\(item.reading ?? "–")</dd>
    </dl>

    """
  }

  private var facts: String {
    let audiences = item.audiences.map(\.text).joined(separator: ", ")
    let cluster = item.cluster.map { " · \(Wording.galleryCluster) \($0)" } ?? ""
    return "\(item.use.rawValue) · \(item.kind.rawValue) · \(item.competence) · \(audiences) · "
      + "\(Wording.galleryVersion) \(item.version)\(cluster)"
  }

  private var retirement: Markup {
    item.retirement.map { "<p class=\"notice\">\(Wording.galleryRetired($0.date, $0.reason))</p>\n" } ?? ""
  }

  private var source: String {
    switch item.source {
    case .principle: Wording.galleryPrinciple
    case .fact(let text, let date): "\(text) (\(date))"
    }
  }

  private var ears: Markup {
    let texts = ([item.stem] + item.parts.map(\.text)).compactMap(\.ear)
    guard !texts.isEmpty else { return "" }
    return "<dt>\(Wording.galleryEar)</dt>\(each: texts, { "<dd>\($0)</dd>" })\n"
  }

  /// What a candidate sees before and after an answer.
  private func state(_ response: Assessment.Response?) -> Markup {
    let order = item.task.shuffledParts
    if case .simulated(let simulation) = item.task { return screens(of: simulation) }
    return AnswerMarkup(
      ItemView(
        item: item, presentation: Presentation(item.task, order: order, response: response))
    ).markup
  }

  private func screens(of simulation: Simulation) -> Markup {
    let walks = SimulationSurvey(simulation).firstWalks
    return """
      <h3>\(item.stem.written)</h3>
      <div class="screens">\(each: walks, { screen($0, of: simulation) })</div>

      """
  }

  private func screen(_ walk: Walk, of simulation: Simulation) -> Markup {
    let view = ScreenView(simulation, walk: walk)
    return """
      <figure><figcaption>\(view.name)\(ending(walk, of: simulation))</figcaption>
      \(SimulatedScreen(view).markup)<p class="small">\(view.ear)</p></figure>

      """
  }

  private func ending(_ walk: Walk, of simulation: Simulation) -> Markup {
    switch walk.ending {
    case .goal(let index):
      let goal = simulation.goals[index]
      return " <strong class=\"goal\">\(Formatting.points(goal.credit)): \(goal.meaning)</strong>"
    case .forbidden(let index):
      return " <strong class=\"never\">0: \(simulation.forbidden[index].meaning)</strong>"
    case .limit, nil: return ""
    }
  }

  /// Every answer with what it is worth and what it tells.
  private var answers: Markup {
    switch item.task {
    case .single(let task), .several(let task):
      list(
        task.options.map { option in
          let credit = task.key.contains(option.id) ? 100 : task.partial[option.id] ?? 0
          return (option.text.written, credit, option.meaning)
        })
    case .truths(let task):
      list(
        task.statements.map {
          ("\($0.part.text.written) – \($0.isTrue ? Wording.isTrue : Wording.isFalse)", nil, $0.part.meaning)
        })
    case .order(let task): list(task.steps.enumerated().map { ("\($0 + 1). \($1.text.written)", nil, $1.meaning) })
    case .match(let task):
      list(
        task.left.map { line in
          let right = task.right.first { $0.id == line.match }?.text.written ?? ""
          return ("\(line.part.text.written) → \(right)", nil, line.part.meaning)
        })
    case .short(let task):
      list(task.accepts.map { ($0.text, $0.credit, $0.meaning) } + task.mistakes.map { ($0.text, 0, $0.meaning) })
    case .point(let task):
      list(
        task.regions.map { ($0.part.text.written, task.key.contains($0.part.id) ? 100 : 0, $0.part.meaning) })
    case .simulated(let task): way(task)
    }
  }

  private func list(_ rows: [(text: String, credit: Int?, meaning: String)]) -> Markup {
    """
    <table class="counts"><tbody>
    \(each: rows, { row in
      """
      <tr class="\("key", if: row.credit == 100)"><td>\(row.credit.map(Formatting.points) ?? "")</td>\
      <td>\(row.text)</td><td>\(row.meaning)</td></tr>

      """
    })</tbody></table>

    """
  }

  private func way(_ task: Simulation) -> Markup {
    let taps = SimulationSurvey.solution(of: task)?.compactMap { task.text(of: $0.step.element) } ?? []
    return """
      <p>\(Wording.feedbackWay):</p><ol>\(each: taps, { "<li>\($0)</li>" })</ol>

      """
  }
}

extension ItemView {
  /// An item on no attempt at all, for the gallery and for what is read aloud.
  init(item: Item, presentation: Presentation) {
    self.init(
      attempt: 1, mode: .practice, place: FormPlace(.scored, 1), count: 1,
      area: Area(id: Area.ID(""), number: 0, name: "", short: item.id.text), stem: item.stem,
      presentation: presentation, isAnswered: false, isWhole: false, isMarked: false, remaining: nil, isSettled: false)
  }
}
