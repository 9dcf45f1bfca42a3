import Assessment
import Slip

/// What one picture of the desk's camera shows.
package enum FrameFinding: Equatable, Sendable {
  case nothing
  /// A slip's text and, where a card lies beside it, the number on the card.
  case slip(String, holder: CitizenNumber?)
  case card(CitizenNumber)
  /// More than one thing that could be meant.
  case several
  /// One symbol, of something else.
  case foreign
}

extension Kiosk {
  /// Looks for symbols in a picture. Takes tens of milliseconds, in a process of its own: never on the writer.
  package func readFrame(_ frame: GreyFrame) throws -> FrameFinding {
    FrameFinding(texts: try reader.texts(in: frame))
  }
}

extension FrameFinding {
  /// - Parameter texts: what the symbols say; the same text twice is one symbol seen twice.
  package init(texts: [String]) {
    let texts = Set(texts)
    let slips = texts.filter(Self.isSlip)
    let cards = texts.subtracting(slips).compactMap(Self.card)
    let others = texts.count - slips.count - cards.count
    switch (slips.first, slips.count, cards.count, others) {
    case (_, 0, 0, 0): self = .nothing
    case (let slip?, 1, 0...1, 0): self = .slip(slip, holder: cards.first)
    case (_, 0, 1, 0): self = .card(cards[0])
    case (_, 0, 0, 1): self = .foreign
    default: self = .several
    }
  }

  /// Of whatever version: a check tells the rest.
  private static func isSlip(_ text: String) -> Bool {
    text.utf8.starts(with: SlipText.prefix.utf8.prefix(2)) && !SpokenCode.isLikely(text)
      && text.utf8.count <= 2 * SlipText.greatestLength && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Nothing else of a card is looked at, and nothing of it kept.
  private static func card(_ text: String) -> CitizenNumber? {
    // Why a text is no card does not matter here.
    (try? CitizenCard.read(text))?.number
  }
}
