extension Simulation {
  /// One thing on a screen, from top to bottom.
  package struct Element: Equatable, Sendable {
    package typealias ID = ContentID<Element>

    package let content: Content
    /// It is shown only while this holds.
    package let condition: Condition

    package init(_ content: Content, if condition: Condition = Condition()) {
      self.content = content
      self.condition = condition
    }

    /// The id of what can be tapped; nil for fields and for what is only looked at.
    package var tapID: ID? {
      switch content {
      case .tap(let tap): tap.id
      case .switch(let id, _, _, _): id
      default: nil
      }
    }

    package var fieldID: ID? {
      if case .field(let field) = content { field.id } else { nil }
    }
  }

  package enum Tone: String, Sendable, CaseIterable {
    case info, good, care
  }

  package enum Entry: String, Sendable, CaseIterable {
    case word, number, secret
  }

  package enum Content: Equatable, Sendable {
    case text(String)
    case heading(String)
    case small(String)
    case note(String, Tone)
    case facts([Fact])
    case bubble(Bubble)
    case post(by: String, when: String, text: String)
    case person(name: String, detail: String?)
    /// The level is of a hundred.
    case meter(name: String, value: String, level: Int, tone: Tone)
    case picture(Drawing)
    case qr(alt: String)
    case tap(Tap)
    /// Turns its mark over.
    case `switch`(id: Element.ID, text: String, detail: String?, mark: Mark)
    case field(Field)
  }

  package struct Fact: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Bubble: Equatable, Sendable {
    package enum Side: String, Sendable, CaseIterable {
      case incoming = "in"
      case outgoing = "out"
    }

    package let side: Side
    package let from: String?
    package let time: String?
    package let text: String

    package init(side: Side, from: String?, time: String?, text: String) {
      self.side = side
      self.from = from
      self.time = time
      self.text = text
    }
  }

  /// Something to be tapped that leads somewhere.
  package struct Tap: Equatable, Sendable {
    package enum Shape: Equatable, Sendable {
      case button(Style)
      case row(detail: String?, icon: Icon?)
      case tile(Icon)
      case link
    }

    package enum Style: String, Sendable, CaseIterable {
      case main, plain, danger
    }

    package let id: Element.ID
    package let text: String
    package let shape: Shape
    /// The first that fits is taken; the last has no condition.
    package let branches: [Branch]

    package init(id: Element.ID, text: String, shape: Shape, branches: [Branch]) {
      self.id = id
      self.text = text
      self.shape = shape
      self.branches = branches
    }
  }

  package struct Field: Equatable, Sendable {
    package let id: Element.ID
    package let label: String
    package let entry: Entry
    package let hint: String?

    package init(id: Element.ID, label: String, entry: Entry, hint: String?) {
      self.id = id
      self.label = label
      self.entry = entry
      self.hint = hint
    }
  }

  package struct Branch: Equatable, Sendable {
    package let fields: [FieldTest]
    package let condition: Condition
    /// Nil where the screen stays.
    package let to: Screen.ID?
    package let sets: [Mark]
    package let clears: [Mark]

    package init(
      fields: [FieldTest] = [], condition: Condition = Condition(), to: Screen.ID?, sets: [Mark] = [],
      clears: [Mark] = []
    ) {
      self.fields = fields
      self.condition = condition
      self.to = to
      self.sets = sets
      self.clears = clears
    }
  }

  /// What is asked of the text in a field, which is forgotten after it was compared.
  package enum FieldTest: Equatable, Sendable {
    /// Equal to one of these, as ``Spelling`` compares.
    case isOne(field: Element.ID, of: [String])
    case isEmpty(field: Element.ID)
    /// At least so many characters, a letter and something that is none, and none of the texts in it.
    case isStrong(field: Element.ID, least: Int, without: [String])
  }
}
