extension Item {
  /// Every text that is read aloud with the voice's own reading unless it has one for the ear. Screens of a simulated app are
  /// told by their `ear` alone.
  var spokenWordings: [Wording] {
    [stem] + parts.map(\.text)
  }

  /// The parts with texts of their own, of whatever kind.
  package var parts: [Option] {
    switch task {
    case .single(let task), .several(let task): task.options
    case .truths(let task): task.statements.map(\.part)
    case .order(let task): task.steps
    case .match(let task): task.left.map(\.part) + task.right
    case .point(let task): task.regions.map(\.part)
    case .short, .simulated: []
    }
  }

  /// What makes the item this one and no other: the words a candidate reads.
  var ownWords: [String] {
    guard case .simulated(let simulation) = task else { return [stem.written] + parts.map(\.text.written) }
    return [stem.written] + simulation.screens.map(\.ear)
  }

  /// Everything a resident reads before answering.
  var plainTexts: [String] {
    guard case .simulated(let simulation) = task else { return [stem.written] + parts.map(\.text.written) }
    return [stem.written] + simulation.screens.flatMap { $0.elements.flatMap(\.content.texts) }
  }
}

extension Simulation.Content {
  /// The words on the screen that an app would say; names and messages of people are left as people write them.
  var texts: [String] {
    switch self {
    case .text(let text), .heading(let text), .small(let text), .note(let text, _): [text]
    case .tap(let tap): [tap.text]
    case .switch(_, let text, _, _): [text]
    case .field(let field): [field.label]
    case .facts, .bubble, .post, .person, .meter, .picture, .qr: []
    }
  }
}
