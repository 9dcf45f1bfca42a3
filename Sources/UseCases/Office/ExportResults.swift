import Assessment

/// One attempt under names that nobody outside this box can turn into people.
package struct PseudonymousAttempt: Equatable, Sendable {
  /// 16 hexadecimal digits each; the same person has the same in every export of this box.
  package let name: String
  package let person: String?
  package let facts: HandedIn
  package let answers: [GivenAnswer]
}

extension Kiosk {
  /// Hands over every attempt that was handed in, with its answers, for whoever studies items and tests.
  ///
  /// Names are keyed hashes, and attempts come in the order of their names, so that the order tells nothing of who came when. What was typed
  /// in words of one's own is kept back unless it is wanted: people type names and numbers into any field.
  ///
  /// - Parameters:
  ///   - first: the first day; nil for the first there is.
  ///   - last: the last day; nil for today.
  package func exportResults(
    from first: CivilDate?, to last: CivilDate?, withPractice: Bool, withTyped: Bool,
    each: (PseudonymousAttempt) throws -> Void
  ) throws {
    let start = first.map(Self.beginning) ?? Moment(milliseconds: 0)
    let end = last.map { Self.beginning(of: CivilDate(dayNumber: $0.dayNumber + 1)) } ?? Moment(milliseconds: .max)
    let attempts = try store.handedIn(from: start, before: end).filter { withPractice || $0.mode == .tested }
      .map { (name: name("attempt", $0.attempt), facts: $0) }.sorted { $0.name < $1.name }
    for (name, facts) in attempts {
      let answers = try store.answers(of: facts.attempt).map {
        withTyped || $0.kind != .short ? $0 : $0.withoutResponse
      }
      let person = facts.person.map { self.name("person", $0) }
      try each(PseudonymousAttempt(name: name, person: person, facts: facts, answers: answers))
    }
  }

  private func name(_ kind: String, _ id: Int64) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = secrets.mark(String(id), kind: "results-\(kind)").prefix(8)
    return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Midnight in Vietnam, seven hours before that of UTC.
  private static func beginning(of day: CivilDate) -> Moment {
    Moment(milliseconds: Int64(day.dayNumber) * 86_400_000 - 7 * 3_600_000)
  }
}

extension GivenAnswer {
  fileprivate var withoutResponse: GivenAnswer {
    GivenAnswer(
      number: number, item: item, itemVersion: itemVersion, kind: kind, competence: competence,
      optionOrder: optionOrder,
      response: nil, credit: credit, spentMilliseconds: spentMilliseconds)
  }
}
