/// How a person wants pages to look: the size of letters and the ground they stand on. A choice of this browser until its
/// person goes; it says nothing about anybody, so it is kept in a cookie of two characters and nowhere else.
struct Appearance: Equatable, Sendable {
  /// Larger by a quarter, a half and the whole.
  enum Letters: Character, CaseIterable, Sendable {
    case usual = "0"
    case larger = "1"
    case large = "2"
    case largest = "3"
  }

  enum Ground: Character, CaseIterable, Sendable {
    case light = "l"
    case dark = "d"
    /// White and yellow on black.
    case contrast = "c"
  }

  var letters = Letters.usual
  var ground = Ground.light

  /// As in the cookie: "0l", "2d".
  var text: String { "\(letters.rawValue)\(ground.rawValue)" }

  init() {}

  /// Nil for every text that ``text`` never says.
  init?(_ text: some Collection<UInt8>) {
    guard text.count == 2, let first = text.first, let second = text.dropFirst().first,
      let letters = Letters(rawValue: Character(UnicodeScalar(first))),
      let ground = Ground(rawValue: Character(UnicodeScalar(second)))
    else { return nil }
    (self.letters, self.ground) = (letters, ground)
  }

  /// The choice that a button of the page's head makes: the next one, and after the last the first again.
  var nextLetters: Letters { Self.next(after: letters) }
  var nextGround: Ground { Self.next(after: ground) }

  private static func next<Choice: CaseIterable & Equatable>(after choice: Choice) -> Choice
  where Choice.AllCases == [Choice] {
    let all = Choice.allCases
    let index = all.firstIndex(of: choice).map { ($0 + 1) % all.count } ?? 0
    return all[index]
  }

  /// Classes of the page's root, which the style sheet knows; none where nothing was chosen.
  var classes: [String] {
    (letters == .usual ? [] : ["letters-\(letters.rawValue)"]) + (ground == .light ? [] : ["ground-\(ground.rawValue)"])
  }
}
