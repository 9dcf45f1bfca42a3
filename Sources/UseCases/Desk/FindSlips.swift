import Assessment
import Slip

/// How somebody asks for a slip that is not at hand.
package enum SlipQuery: Equatable, Sendable {
  case spokenCode(String)
  case name(String)
  case number(CitizenNumber)
  case serial(Int64)
}

package struct FoundSlip: Equatable, Sendable {
  package let slip: StoredSlip
  /// As it is now, not as it was when the slip was made.
  package let name: String?
  package let prints: Int
  package let revocation: Revocation?
}

extension Kiosk {
  package static let mostFound = 50
  /// Names are sealed, so that a search opens them one by one: the newest so many people with slips.
  package static let mostHolders = 20_000

  /// Finds slips of this box, newest first, at most ``mostFound``. Opens many seals for a name: on a reader, never on the
  /// writer.
  package func findSlips(_ query: SlipQuery) throws -> [FoundSlip] {
    try slips(for: query).prefix(Self.mostFound).map { slip in
      let person = try store.attempt(slip.attempt)?.person
      return FoundSlip(
        slip: slip, name: try person.flatMap { try store.candidate($0)?.name },
        prints: try store.printCount(of: slip.serial), revocation: try store.revocation(of: slip.serial))
    }
  }

  private func slips(for query: SlipQuery) throws -> [StoredSlip] {
    switch query {
    case .serial(let serial): return try store.slip(serial: serial).map { [$0] } ?? []
    case .number(let number): return try store.person(with: number).map { try store.slips(of: $0) } ?? []
    case .spokenCode(let text): return try store.slip(with: token(text)).map { [$0] } ?? []
    case .name(let text): return try slips(named: text)
    }
  }

  private func token(_ text: String) throws -> SlipToken {
    do {
      return try SpokenCode(text).token
    } catch SlipError.codeMistyped(let groups) {
      throw UseCaseError.desk(.slipCode(groups: groups))
    } catch {
      throw UseCaseError.desk(.slipCode(groups: []))
    }
  }

  /// By parts of words and without marks: "hoa" finds "Nguyễn Thị Hoa".
  private func slips(named text: String) throws -> [StoredSlip] {
    let wanted = Spelling.folded(text)
    guard wanted.count >= 2 else { throw UseCaseError.desk(.tooFewLetters) }
    let words = wanted.split(separator: " ")
    var found: [StoredSlip] = []
    for holder in try store.holders(most: Self.mostHolders) {
      let name = Spelling.folded(holder.name).split(separator: " ")
      guard words.allSatisfy({ word in name.contains { $0.hasPrefix(word) } }) else { continue }
      found += try store.slips(of: holder.person)
      if found.count >= Self.mostFound { break }
    }
    return found.sorted { $0.serial > $1.serial }
  }
}
