/// Where an item stands in a form.
package struct FormPlace: Hashable, Sendable, Comparable {
  /// Warm-ups come first and never count.
  package enum Part: String, Sendable, CaseIterable {
    case warmUp = "warm-up"
    case scored
  }

  package let part: Part
  /// From 1 within its part.
  package let number: Int

  package init(_ part: Part, _ number: Int) {
    self.part = part
    self.number = number
  }

  package static func < (one: FormPlace, other: FormPlace) -> Bool {
    one.part == other.part ? one.number < other.number : one.part == .warmUp
  }
}

/// The items drawn for one attempt, in order, each with its options in the order this candidate sees them.
package struct Form: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package let place: FormPlace
    package let item: Item.ID
    package let optionOrder: [Item.Option.ID]

    package init(place: FormPlace, item: Item.ID, optionOrder: [Item.Option.ID]) {
      self.place = place
      self.item = item
      self.optionOrder = optionOrder
    }
  }

  package let entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries
  }

  package func count(of part: FormPlace.Part) -> Int {
    entries.reduce(0) { $0 + ($1.place.part == part ? 1 : 0) }
  }
}
