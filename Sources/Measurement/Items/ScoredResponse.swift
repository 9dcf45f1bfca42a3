/// What one person gave to one item of their form.
package struct ScoredResponse: Equatable, Sendable {
  package enum Choice: Equatable, Sendable {
    /// The item was on the form and nothing was given.
    case omitted
    /// One of the item's options, by its number in the bank (not its place on the screen).
    case option(Int)
    /// An answer that is no single option: several, an order, a word, taps.
    case other
  }

  /// By the caller's own numbering. An item with a changed key is another item.
  package let item: Int
  /// Hundredths of the item, 0…100.
  package let credit: Int
  package let choice: Choice
  /// From serving to answering, summed over all looks at the item; nil where it was not kept.
  package let milliseconds: Int?

  package init(item: Int, credit: Int, choice: Choice = .other, milliseconds: Int? = nil) {
    self.item = item
    self.credit = credit
    self.choice = choice
    self.milliseconds = milliseconds
  }
}
