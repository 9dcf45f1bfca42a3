/// Turns the keystrokes of an input method back into the syllable they stand for, wherever in the syllable a mark was
/// typed. Telex marks with letters, VNI with digits; both are how Vietnamese is typed on plain keyboards.
struct Keystrokes {
  enum Method {
    case telex
    case vni
  }

  private let method: Method
  private var syllable = Syllable()
  /// Whether any key was a mark.
  private var isChanged = false

  /// - Returns: nil where a key makes no sense where it stands.
  static func decoded(_ word: Substring, by method: Method) -> (syllable: Syllable, isChanged: Bool)? {
    var keystrokes = Keystrokes(method: method)
    for key in word {
      guard keystrokes.take(key) else { return nil }
    }
    keystrokes.straighten()
    return (keystrokes.syllable, keystrokes.isChanged)
  }

  /// Where nothing follows "uo" only the o has a horn: "thuở", but "thương".
  private mutating func straighten() {
    guard syllable.spelled.hasSuffix("ươ") else { return }
    syllable.letters[syllable.letters.count - 2].shape = .plain
  }

  private init(method: Method) {
    self.method = method
  }

  private mutating func take(_ key: Character) -> Bool {
    let isMark = method == .telex ? takeTelex(Character(key.lowercased())) : takeVNI(key)
    if isMark {
      isChanged = true
      return true
    }
    guard let (letter, tone) = Syllable.parts(of: key) else { return false }
    syllable.letters.append(letter)
    if tone != .level { syllable.tone = tone }
    return true
  }

  private mutating func takeTelex(_ key: Character) -> Bool {
    let hasVowel = syllable.letters.contains(where: \.isVowel)
    switch key {
    // Before a vowel these are consonants; behind one no Vietnamese syllable has them.
    case "f", "s", "r", "x", "j", "z": return hasVowel && setTone(Self.telexTones[key])
    case "w": return bend(to: .breve) || append(horned: !hasVowel)
    case "a", "e", "o": return circumflex(on: key)
    case "d": return stroke()
    default: return false
    }
  }

  private static let telexTones: [Character: SyllableTone] = [
    "z": .level, "f": .grave, "r": .hook, "x": .tilde, "s": .acute, "j": .dot,
  ]

  private mutating func takeVNI(_ key: Character) -> Bool {
    switch key {
    case "0"..."5": return setTone(Self.vniTones[key])
    case "6": return shape(.circumflex, on: "aeo")
    case "7": return bend(to: .horn)
    case "8": return shape(.breve, on: "a")
    case "9": return stroke()
    default: return false
    }
  }

  private static let vniTones: [Character: SyllableTone] = [
    "0": .level, "1": .acute, "2": .grave, "3": .hook, "4": .tilde, "5": .dot,
  ]

  private mutating func setTone(_ tone: SyllableTone?) -> Bool {
    guard let tone, syllable.letters.contains(where: \.isVowel) else { return false }
    syllable.tone = tone
    return true
  }

  /// The last of these vowels that has nothing on it yet.
  private mutating func shape(_ shape: SyllableLetter.Shape, on bases: String) -> Bool {
    guard let nucleus = syllable.nucleus,
      let place = nucleus.last(where: { bases.contains(syllable.letters[$0].base) && isPlain($0) })
    else { return false }
    syllable.letters[place].shape = shape
    return true
  }

  /// A vowel typed again, at once or behind the end of its syllable.
  private mutating func circumflex(on key: Character) -> Bool {
    guard let nucleus = syllable.nucleus, let place = nucleus.last, isPlain(place), syllable.letters[place].base == key
    else { return false }
    syllable.letters[place].shape = .circumflex
    return true
  }

  /// Puts horns on u and o, and with Telex a breve on a.
  private mutating func bend(to shape: SyllableLetter.Shape) -> Bool {
    guard let nucleus = syllable.nucleus else { return false }
    let bases = nucleus.map { syllable.letters[$0].base }
    func place(_ base: Character) -> Int? { nucleus.first { syllable.letters[$0].base == base && isPlain($0) } }
    if let u = place("u"), nucleus.contains(u + 1), syllable.letters[u + 1].base == "o", isPlain(u + 1) {
      syllable.letters[u].shape = .horn
      syllable.letters[u + 1].shape = .horn
      return true
    }
    // "oa" bends its a, as in "hoặc"; "ua", "ui" and "uu" their u.
    if shape == .breve, let a = place("a"), bases.first != "u" {
      syllable.letters[a].shape = .breve
      return true
    }
    guard let bent = place("u") ?? place("o") else { return false }
    syllable.letters[bent].shape = .horn
    return true
  }

  /// "tw" types "tư".
  private mutating func append(horned isAlone: Bool) -> Bool {
    guard isAlone, !syllable.letters.isEmpty else { return false }
    syllable.letters.append(SyllableLetter(base: "u", shape: .horn, isUpper: false))
    return true
  }

  private mutating func stroke() -> Bool {
    guard let first = syllable.letters.first, first.base == "d", isPlain(0) else { return false }
    syllable.letters[0].shape = .stroke
    return true
  }

  private func isPlain(_ place: Int) -> Bool { syllable.letters[place].shape == .plain }
}
