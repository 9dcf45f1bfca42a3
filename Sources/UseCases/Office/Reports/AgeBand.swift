/// A range of ages that reports tell apart, named by the age it begins with.
///
/// Why these: 16 is where a card and an electronic identity begin and a guardian no longer speaks for the person; 18 makes
/// an adult, whom the provinces' targets count; 30 ends youth (Luật Thanh niên 2020: 16 to 30); 60 begins old age (Luật
/// Người cao tuổi 2009); between and beyond, steps of fifteen years keep cells large enough to be shown.
package enum AgeBand: Int, Sendable, CaseIterable, Comparable {
  case child = 0
  case minor = 16
  case youth = 18
  case adult = 30
  case middle = 45
  case older = 60
  case oldest = 75

  package init(years: Int) {
    self = AgeBand.allCases.last { $0.rawValue <= years } ?? .child
  }

  /// Nil for the last, which has no end.
  package var lastYear: Int? {
    AgeBand.allCases.first { $0.rawValue > rawValue }.map { $0.rawValue - 1 }
  }

  package var isAdult: Bool { rawValue >= 18 }

  package static func < (one: AgeBand, other: AgeBand) -> Bool { one.rawValue < other.rawValue }
}
