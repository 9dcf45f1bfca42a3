import Assessment

/// How long what is kept, as a file of the kiosk folder proposes it or an office has decided.
package struct RetentionPlan: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// What was chosen or typed in a test that has ended; the points stay.
    case answers
    /// Name, number and birth of whom nothing was done since.
    case people
    /// Lines of class lists from which nobody was seated.
    case classLists = "class-lists"
    /// Answers of an authority that were only looked at.
    case answerFiles = "answer-files"
  }

  package struct Period: Equatable, Sendable {
    package let kind: Kind
    package var months: Int
    /// Why so long, in the office's words.
    package let basis: String
  }

  package static let monthsRange = 1...240

  package let version: Int
  /// One of each kind, in the order of the kinds.
  package var periods: [Period]

  package func months(of kind: Kind) -> Int {
    periods.first { $0.kind == kind }?.months ?? Self.monthsRange.upperBound
  }

  /// What was last touched before this moment has been kept for long enough: the beginning of the day so many months ago.
  package func cutoff(of kind: Kind, at now: Moment) -> Moment {
    let day = CivilDate(now).subtracting(months: months(of: kind))
    return Moment(milliseconds: Int64(day.dayNumber) * 86_400_000 - 7 * 3_600_000)
  }
}

extension CivilDate {
  /// The same day so many months before, or the last one of a shorter month.
  func subtracting(months: Int) -> CivilDate {
    let total = year * 12 + month - 1 - months
    let first = CivilDate(year: total / 12, month: total % 12 + 1, day: 1)
    return stride(from: day, through: 1, by: -1).lazy.map { CivilDate(year: first.year, month: first.month, day: $0) }
      .first(where: \.isReal) ?? first
  }
}
