/// A letter of a Vietnamese syllable: its plain letter, what is written on it, and how it was typed.
struct SyllableLetter: Equatable {
  enum Shape: Equatable {
    case plain
    /// â ê ô
    case circumflex
    /// ơ ư
    case horn
    /// ă
    case breve
    /// đ
    case stroke
  }

  let base: Character
  var shape: Shape = .plain
  let isUpper: Bool

  var isVowel: Bool { "aeiouy".contains(base) }

  /// In small letters, without a tone; the plain letter where the shape does not fit it.
  var spelled: Character {
    switch (base, shape) {
    case ("a", .circumflex): "â"
    case ("e", .circumflex): "ê"
    case ("o", .circumflex): "ô"
    case ("o", .horn): "ơ"
    case ("u", .horn): "ư"
    case ("a", .breve): "ă"
    case ("d", .stroke): "đ"
    default: base
    }
  }
}

/// The six tones in the order of the rows below.
enum SyllableTone: Int, CaseIterable {
  case level
  case grave
  case hook
  case tilde
  case acute
  case dot
}

/// A syllable as it is written: at most one initial, a rhyme, a tone.
struct Syllable: Equatable {
  var letters: [SyllableLetter] = []
  var tone = SyllableTone.level

  /// In small letters and without its tone.
  var spelled: String { String(letters.map(\.spelled)) }

  /// With its tone where handwriting and most registers put it: "hòa", "thúy", "nguyễn".
  var text: String {
    let place = toneIndex
    return String(
      letters.indices.map { index in
        let letter = letters[index]
        let written = index == place ? Self.marked(letter.spelled, tone) : letter.spelled
        return letter.isUpper ? Character(written.uppercased()) : written
      })
  }

  /// Whether the rhyme and its initial exist in Vietnamese, and the tone goes with them.
  var isWellFormed: Bool {
    let spelled = spelled
    guard let rhyme = Rhymes.split(spelled) else { return false }
    // Syllables that end in a stop have two tones only.
    let isStopped = ["c", "p", "t", "ch"].contains { rhyme.hasSuffix($0) }
    return !isStopped || tone == .acute || tone == .dot
  }

  /// Vowels of the rhyme, the u of "qu" and the i of "gi" left out where another vowel follows.
  var nucleus: Range<Int>? {
    guard var start = letters.firstIndex(where: \.isVowel) else { return nil }
    if start == 1, start + 1 < letters.count, letters[start + 1].isVowel {
      let opening = (letters[0].base, letters[1].base)
      if opening == ("q", "u") || (opening == ("g", "i") && letters[2].shape == .plain && letters[2].base != "e") {
        start += 1
      }
    }
    let end = letters[start...].firstIndex { !$0.isVowel } ?? letters.count
    return start..<end
  }

  private var toneIndex: Int? {
    guard tone != .level, let nucleus else { return nil }
    if let shaped = nucleus.last(where: { letters[$0].shape != .plain }) { return shaped }
    switch nucleus.count {
    case 1: return nucleus.lowerBound
    case 2: return nucleus.upperBound < letters.count ? nucleus.lowerBound + 1 : nucleus.lowerBound
    default: return nucleus.lowerBound + 1
    }
  }

  private static func marked(_ vowel: Character, _ tone: SyllableTone) -> Character {
    guard let row = rows.first(where: { $0.first == vowel }) else { return vowel }
    return Array(row)[tone.rawValue]
  }

  /// A vowel without a tone, then with each of the five.
  private static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ]

  /// What a written letter is made of; nil for anything but a Vietnamese letter.
  static func parts(of written: Character) -> (letter: SyllableLetter, tone: SyllableTone)? {
    let lower = Character(written.lowercased())
    let isUpper = lower != written
    for row in rows {
      guard let place = Array(row).firstIndex(of: lower), let tone = SyllableTone(rawValue: place),
        let vowel = row.first
      else { continue }
      return (letter(vowel, isUpper: isUpper), tone)
    }
    let isPlain = lower.isASCII && lower.isLetter
    return isPlain || lower == "đ" ? (letter(lower, isUpper: isUpper), .level) : nil
  }

  private static func letter(_ written: Character, isUpper: Bool) -> SyllableLetter {
    switch written {
    case "â": SyllableLetter(base: "a", shape: .circumflex, isUpper: isUpper)
    case "ê": SyllableLetter(base: "e", shape: .circumflex, isUpper: isUpper)
    case "ô": SyllableLetter(base: "o", shape: .circumflex, isUpper: isUpper)
    case "ơ": SyllableLetter(base: "o", shape: .horn, isUpper: isUpper)
    case "ư": SyllableLetter(base: "u", shape: .horn, isUpper: isUpper)
    case "ă": SyllableLetter(base: "a", shape: .breve, isUpper: isUpper)
    case "đ": SyllableLetter(base: "d", shape: .stroke, isUpper: isUpper)
    default: SyllableLetter(base: written, isUpper: isUpper)
    }
  }
}
