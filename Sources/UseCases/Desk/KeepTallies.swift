import Assessment

/// A group that reports must count and nobody's record may name (Luật 91/2025/QH15): such facts are counted and never
/// written beside a person or an attempt.
package enum TallyKind: String, Sendable, CaseIterable {
  case poor
  case nearlyPoor = "nearly-poor"
  case ethnicMinority = "ethnic-minority"
  case disabled
}

package struct Tally: Equatable, Sendable {
  package let audience: Audience.ID
  package let kind: TallyKind
  package let count: Int

  package init(audience: Audience.ID, kind: TallyKind, count: Int) {
    self.audience = audience
    self.kind = kind
    self.count = count
  }
}

/// Counts by day, audience and kind. No other column, no order of entries, no moment: nothing leads back to anybody.
package protocol TallyStore {
  func tallies(on day: CivilDate) throws -> [Tally]
  /// - Returns: the new count.
  func count(_ kind: TallyKind, of audience: Audience.ID, on day: CivilDate, by step: Int) throws -> Int
}

extension Kiosk {
  package static let mostTally = 9_999

  /// Adds one for each kind. No event is written, for the log knows the order in which things happened.
  package func tally(_ kinds: Set<TallyKind>, of audience: Audience.ID) throws {
    for kind in kinds { try change(kind, of: audience, by: 1) }
  }

  /// Puts a count right by one; below nothing and above ``mostTally`` it stays.
  package func change(_ kind: TallyKind, of audience: Audience.ID, by step: Int) throws {
    guard try store.audiences().contains(where: { $0.id == audience }) else {
      throw UseCaseError.unknownAudience(audience)
    }
    let today = CivilDate(clock.now())
    let now = try store.tallies(on: today).first { $0.audience == audience && $0.kind == kind }?.count ?? 0
    guard (0...Self.mostTally).contains(now + step), abs(step) == 1 else { return }
    _ = try store.count(kind, of: audience, on: today, by: step)
  }
}
