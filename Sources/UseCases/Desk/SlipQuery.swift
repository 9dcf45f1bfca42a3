import Assessment
import Slip

/// How somebody asks for a slip, or for a person, that is not at hand.
package enum SlipQuery: Equatable, Sendable {
  case spokenCode(String)
  case name(String)
  case number(CitizenNumber)
  case serial(Int64)
  /// The text of a slip's symbol.
  case scanned(String)
  /// As it is printed: who issued it, and its number there.
  case printed(Issuer, serial: Int64)
}

extension SlipQuery {
  /// Decides by what was typed or scanned; nil where nothing was.
  ///
  /// Letters are a name, unless a citizen number stands among them, as on a card. Of digits alone, 12 are a citizen number,
  /// up to ten a slip's number, more than a code can have a scanned text; anything else is a spoken code, which then says
  /// what is wrong with it.
  package init?(typed text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return nil }
    if let printed = Self.printed(text) {
      self = printed
    } else if SpokenCode.isLikely(text) {
      self = Self.digits(text)
    } else if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x20 }) {
      self = .scanned(text)
    } else if let number = CitizenCard.number(in: text) {
      self = .number(number)
    } else {
      self = .name(text)
    }
  }

  private static func digits(_ text: String) -> SlipQuery {
    let digits = text.filter { ("0"..."9").contains($0) }
    if let number = CitizenNumber(text) { return .number(number) }
    if digits.count <= 10, let serial = Int64(digits) { return .serial(serial) }
    return .spokenCode(text)
  }

  /// "02215-1 · 5", with or without the dot between.
  private static func printed(_ text: String) -> SlipQuery? {
    let parts = text.split { $0 == " " || $0 == "·" }
    // Whatever is no issuer is something else, and no fault.
    guard parts.count == 2, let issuer = try? Issuer(String(parts[0])), (1...10).contains(parts[1].utf8.count),
      let serial = Int64(parts[1]), serial > 0
    else { return nil }
    return .printed(issuer, serial: serial)
  }
}
