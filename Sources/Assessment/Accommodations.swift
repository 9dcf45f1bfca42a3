/// How much more time somebody gets, in hundredths of the blueprint's minutes; set when the person is seated.
package enum TimeFactor: Int, Sendable, CaseIterable {
  case usual = 100
  case quarterMore = 125
  case halfMore = 150
  case double = 200

  /// Rounded down to whole milliseconds.
  package func applied(to milliseconds: Int) -> Int {
    milliseconds / 100 * rawValue + milliseconds % 100 * rawValue / 100
  }
}

/// What makes the test fair for one person, beside time.
package enum Need: String, Sendable, CaseIterable {
  case largeText = "large-text"
  case readAloud = "read-aloud"
  /// Somebody sits by and reads.
  case reader
  /// Somebody sits by and translates into sign language.
  case signHelper = "sign-helper"
  case restBreaks = "rest-breaks"
}

package struct Accommodations: Equatable, Sendable {
  package static let none = Accommodations(time: .usual, needs: [])

  package let time: TimeFactor
  package let needs: Set<Need>

  package init(time: TimeFactor, needs: Set<Need>) {
    self.time = time
    self.needs = needs
  }
}
