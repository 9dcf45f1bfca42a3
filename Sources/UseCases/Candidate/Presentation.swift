import Assessment

/// What a candidate is shown to answer with, without anything that tells the key.
package enum Presentation: Equatable, Sendable {
  package struct Choice: Equatable, Sendable {
    package let id: Item.Option.ID
    package let text: Item.Wording

    init(_ part: Item.Option) {
      self.init(id: part.id, text: part.text)
    }

    init(id: Item.Option.ID, text: Item.Wording) {
      self.id = id
      self.text = text
    }
  }

  package struct Place: Equatable, Sendable {
    package let choice: Choice
    package let x: Int
    package let y: Int
    package let width: Int
    package let height: Int
  }

  case one([Choice], chosen: Item.Option.ID?)
  case several([Choice], chosen: [Item.Option.ID])
  case truths([Choice], judged: [Item.Option.ID: Bool])
  /// The steps in the order they lie there, and those that have been put in order so far.
  case order([Choice], put: [Item.Option.ID])
  case match(left: [Choice], right: [Choice], matched: [Item.Option.ID: Item.Option.ID])
  case short(entry: Simulation.Entry, unit: String?, typed: String?)
  case point(Drawing, [Place], chosen: Item.Option.ID?)
  case screen(ScreenView)

  package init(_ task: Item.Task, order: [Item.Option.ID], response: Response?) {
    func inOrder(_ parts: [Item.Option]) -> [Choice] {
      var choices: [Choice] = []
      choices.reserveCapacity(order.count)
      // By index, so that a part is not copied to be looked at: its texts are shared by all threads.
      for id in order {
        for at in parts.indices where parts[at].id == id { choices.append(Choice(id: id, text: parts[at].text)) }
      }
      return choices
    }
    var chosen: [Item.Option.ID] = []
    if case .chosen(let ids) = response { chosen = ids }
    switch task {
    case .single(let task): self = .one(inOrder(task.options), chosen: chosen.first)
    case .several(let task): self = .several(inOrder(task.options), chosen: chosen)
    case .truths(let task):
      var judged: [Item.Option.ID: Bool] = [:]
      if case .judged(let judgements) = response { judged = judgements }
      self = .truths(inOrder(task.statements.map(\.part)), judged: judged)
    case .order(let task):
      var put: [Item.Option.ID] = []
      if case .ordered(let ids) = response { put = ids }
      self = .order(inOrder(task.steps), put: put)
    case .match(let task):
      var matched: [Item.Option.ID: Item.Option.ID] = [:]
      if case .matched(let pairs) = response { matched = pairs }
      self = .match(left: task.left.map { Choice($0.part) }, right: inOrder(task.right), matched: matched)
    case .short(let task):
      var typed: String?
      if case .typed(let text) = response { typed = text }
      self = .short(entry: task.entry, unit: task.unit, typed: typed)
    case .point(let task):
      let places = task.regions.map {
        Place(choice: Choice($0.part), x: $0.x, y: $0.y, width: $0.width, height: $0.height)
      }
      self = .point(task.picture, places, chosen: chosen.first)
    case .simulated(let task):
      var steps: [WayStep] = []
      if case .walked(let way) = response { steps = way.steps }
      self = .screen(ScreenView(task, walk: task.walk(along: steps) ?? task.beginning))
    }
  }
}

/// One screen of a simulated app as it stands now. Where a tap leads is not in it.
package struct ScreenView: Equatable, Sendable {
  package enum Part: Equatable, Sendable {
    /// Anything that is only looked at, and fields.
    case content(Simulation.Content)
    case tap(id: Simulation.Element.ID, text: String, shape: Simulation.Tap.Shape)
    case `switch`(id: Simulation.Element.ID, text: String, detail: String?, isOn: Bool)
  }

  package let device: Simulation.Device
  package let look: Simulation.Look
  package let name: String
  package let title: String?
  package let address: String?
  package let ear: String
  package let parts: [Part]
  package let isOver: Bool

  package init(_ simulation: Simulation, walk: Walk) {
    let screen = simulation.screen(walk.screen)
    device = simulation.device
    look = screen?.look ?? .home
    name = screen?.name ?? ""
    title = screen?.title
    address = screen?.address
    ear = screen?.ear ?? ""
    isOver = walk.isOver
    parts = simulation.shown(in: walk).map { element in
      switch element.content {
      case .tap(let tap): .tap(id: tap.id, text: tap.text, shape: tap.shape)
      case .switch(let id, let text, let detail, let mark):
        .switch(id: id, text: text, detail: detail, isOn: walk.marks.contains(mark))
      case let content: .content(content)
      }
    }
  }
}
