/// Options of which one is right, or several.
package struct ChoiceTask: Equatable, Sendable {
  package let options: [Item.Option]
  package let key: [Item.Option.ID]
  /// Credit of options beside the key that are partly right, in hundredths; only where one is chosen.
  package let partial: [Item.Option.ID: Int]
  /// By right choices less wrong ones, so that choosing everything earns nothing; only where several are chosen.
  package let scale: CreditScale

  package init(
    options: [Item.Option], key: [Item.Option.ID], partial: [Item.Option.ID: Int] = [:],
    scale: CreditScale = CreditScale([0, 100])
  ) {
    self.options = options
    self.key = key
    self.partial = partial
    self.scale = scale
  }

  package func option(_ id: Item.Option.ID) -> Item.Option? {
    options.first { $0.id == id }
  }

  func creditOfOne(_ ids: [Item.Option.ID]) -> Int {
    guard ids.count == 1 else { return 0 }
    return key.contains(ids[0]) ? 100 : partial[ids[0]] ?? 0
  }

  func creditOfSeveral(_ ids: [Item.Option.ID]) -> Int {
    let right = ids.reduce(0) { $0 + (key.contains($1) ? 1 : -1) }
    return scale[right]
  }
}

/// Statements to be judged true or not.
package struct TruthTask: Equatable, Sendable {
  package struct Statement: Equatable, Sendable {
    package let part: Item.Option
    package let isTrue: Bool

    package init(part: Item.Option, isTrue: Bool) {
      self.part = part
      self.isTrue = isTrue
    }
  }

  package let statements: [Statement]
  package let scale: CreditScale

  package init(statements: [Statement], scale: CreditScale) {
    self.statements = statements
    self.scale = scale
  }

  func credit(for judgements: [Item.Option.ID: Bool]) -> Int {
    scale[statements.reduce(0) { $0 + (judgements[$1.part.id] == $1.isTrue ? 1 : 0) }]
  }
}

/// Steps, in their right order here.
package struct OrderTask: Equatable, Sendable {
  package let steps: [Item.Option]
  /// By steps in their right place.
  package let scale: CreditScale

  package init(steps: [Item.Option], scale: CreditScale) {
    self.steps = steps
    self.scale = scale
  }

  func credit(for ids: [Item.Option.ID]) -> Int {
    guard !ids.isEmpty else { return 0 }
    return scale[zip(ids, steps).reduce(0) { $0 + ($1.0 == $1.1.id ? 1 : 0) }]
  }
}

/// Two lists of which each left line belongs to one of the right ones.
package struct MatchTask: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let part: Item.Option
    package let match: Item.Option.ID

    package init(part: Item.Option, match: Item.Option.ID) {
      self.part = part
      self.match = match
    }
  }

  package let left: [Line]
  package let right: [Item.Option]
  package let scale: CreditScale

  package init(left: [Line], right: [Item.Option], scale: CreditScale) {
    self.left = left
    self.right = right
    self.scale = scale
  }

  func credit(for pairs: [Item.Option.ID: Item.Option.ID]) -> Int {
    scale[left.reduce(0) { $0 + (pairs[$1.part.id] == $1.match ? 1 : 0) }]
  }
}

/// A number or a word of one's own.
package struct ShortTask: Equatable, Sendable {
  package struct Accepted: Equatable, Sendable {
    package let text: String
    package let credit: Int
    package let meaning: String

    package init(text: String, credit: Int, meaning: String) {
      self.text = text
      self.credit = credit
      self.meaning = meaning
    }
  }

  /// What people write by mistake, and what it tells.
  package struct Mistake: Equatable, Sendable {
    package let text: String
    package let meaning: String

    package init(text: String, meaning: String) {
      self.text = text
      self.meaning = meaning
    }
  }

  package static let longest = 60

  package let entry: Simulation.Entry
  package let unit: String?
  package let accepts: [Accepted]
  package let mistakes: [Mistake]

  package init(entry: Simulation.Entry, unit: String?, accepts: [Accepted], mistakes: [Mistake]) {
    self.entry = entry
    self.unit = unit
    self.accepts = accepts
    self.mistakes = mistakes
  }

  func credit(for text: String) -> Int {
    accepts.filter { Spelling.matches(text, $0.text) || isSameNumber(text, $0.text) }.map(\.credit).max() ?? 0
  }

  /// "14 giờ" and "14h" are 14 where a number was asked for; "14:30" is not.
  private func isSameNumber(_ text: String, _ expected: String) -> Bool {
    guard entry == .number, let number = Spelling.loneNumber(in: text) else { return false }
    return number == Spelling.amount(expected)
  }
}

/// Places in a picture, of which those of the key are right.
package struct PointTask: Equatable, Sendable {
  package struct Region: Equatable, Sendable {
    package let part: Item.Option
    /// In the picture's units.
    package let x: Int
    package let y: Int
    package let width: Int
    package let height: Int

    package init(part: Item.Option, x: Int, y: Int, width: Int, height: Int) {
      self.part = part
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  package let picture: Drawing
  package let regions: [Region]
  package let key: [Item.Option.ID]

  package init(picture: Drawing, regions: [Region], key: [Item.Option.ID]) {
    self.picture = picture
    self.regions = regions
    self.key = key
  }
}
