import Testing

@testable import Assessment

/// Names as they came out of a scanner whose keystrokes no input method had turned into letters.
private let typed: [(keys: String, name: String)] = [
  ("Nguyeexn Thij Hoaf", "Nguyễn Thị Hòa"),
  ("Nguyeenx Thij Hoa", "Nguyễn Thị Hoa"),
  ("Nguye64n Thi5 Hoa2", "Nguyễn Thị Hòa"),
  ("Nguyen64 Thi5 Hoa2", "Nguyễn Thị Hòa"),
  ("Traanf Vawn Dungx", "Trần Văn Dũng"),
  ("Tra62n Va8n Du4ng", "Trần Văn Dũng"),
  ("DDoox Vawn Hanhj", "Đỗ Văn Hạnh"),
  ("D9o64 Va8n Ha5nh", "Đỗ Văn Hạnh"),
  ("Phamj Thij Huowng", "Phạm Thị Hương"),
  ("Pha5m Thi5 Hu7o7ng", "Phạm Thị Hương"),
  ("Hoangf Thij Suwowng", "Hoàng Thị Sương"),
  ("LEE VAWN NAM", "LÊ VĂN NAM"),
  ("Nguwux Quoocs Khanhs", "Ngữu Quốc Khánh"),
  ("Vi Thij Thuys", "Vi Thị Thúy"),
  ("Quachs Thij Giangf", "Quách Thị Giàng"),
  ("Luwowng Giaf Quyeenf", "Lương Già Quyền"),
  ("Ddawngj Thij Ngocj Ys", "Đặng Thị Ngọc Ý"),
  ("Nguyễn Thij Hoa", "Nguyễn Thị Hoa"),
  ("Tw Vawn Boons", "Tư Văn Bốn"),
  ("Thuowr", "Thuở"),
]

@Suite("Guessing a name back from its keystrokes")
struct NameGuessTests {
  @Test("Telex and VNI are read, wherever in the syllable a mark was typed", arguments: typed)
  private func reads(sample: (keys: String, name: String)) {
    #expect((NameGuess.decoded(sample.keys) ?? "") == sample.name)
  }

  @Test(
    "what has no marks to decode, or comes out as no Vietnamese name, is left alone",
    arguments: ["", "Nguyen Thi Hoa", "Nguyễn Thị Hoa", "H'Mos Blawk", "Jessica Fox", "Thi 5", "12345", "Hoa Hoaxx1"])
  func leaves(text: String) {
    #expect(NameGuess.decoded(text) == nil)
  }

  @Test("every syllable of every initial, rhyme and tone comes back from its keystrokes", arguments: [true, false])
  func everySyllable(isTelex: Bool) {
    var count = 0
    for (initial, rhyme) in Self.syllables where !isTelex || !rhyme.contains("oo") {
      for tone in SyllableTone.allCases {
        let isStopped = ["c", "p", "t", "ch"].contains { rhyme.hasSuffix($0) }
        if isStopped, tone != .acute, tone != .dot { continue }
        let keys = Self.keys(initial + rhyme, tone, isTelex: isTelex)
        let found = Keystrokes.decoded(Substring(keys), by: isTelex ? .telex : .vni)?.syllable
        count += 1
        #expect(found?.spelled == initial + rhyme && found?.tone == tone, "\(keys)")
        #expect(found?.isWellFormed == true, "\(keys)")
        #expect(Spelling.folded(found?.text ?? "") == Spelling.folded(initial + rhyme), "\(keys)")
      }
    }
    #expect(count > 15_000)
  }

  @Test("no text makes it stumble, however long or strange")
  func survives() {
    let keys = Array("aăâeêioôơuưyđdwfsrxjz0123456789 NgTh'-|\u{301}ệ😀")
    for seed in 0..<600 as Range<UInt64> {
      var dice = SeededDice(seed: seed)
      let text = String((0..<dice.below(40)).map { _ in keys[dice.below(keys.count)] })
      if let name = NameGuess.decoded(text) { #expect(PersonName.tidy(name) == name, "\(text)") }
    }
  }

  /// Without those that nobody could tell apart: "qu" and "gi" swallow a u or i of the rhyme.
  private static let syllables: [(String, String)] = Rhymes.initials.flatMap { initial in
    Rhymes.rhymes.sorted().filter { rhyme in
      switch initial {
      case "qu": !"uoưôơ".contains(rhyme.prefix(1))
      case "gi": !"iêe".contains(rhyme.prefix(1))
      default: true
      }
    }.map { (initial, $0) }
  }

  private static func keys(_ spelled: String, _ tone: SyllableTone, isTelex: Bool) -> String {
    let marks: [Character: (telex: String, vni: String)] = [
      "ă": ("aw", "a8"), "â": ("aa", "a6"), "ê": ("ee", "e6"), "ô": ("oo", "o6"), "ơ": ("ow", "o7"), "ư": ("uw", "u7"),
      "đ": ("dd", "d9"),
    ]
    let letters = spelled.map { letter in
      marks[letter].map { isTelex ? $0.telex : $0.vni } ?? String(letter)
    }
    let tones = isTelex ? ["", "f", "r", "x", "s", "j"] : ["", "2", "3", "4", "1", "5"]
    return letters.joined() + tones[tone.rawValue]
  }
}

@Suite("A card whose name came as keystrokes")
struct GuessedCardTests {
  @Test("the guess is offered for correction, and what was read is kept beside it")
  func offers() throws {
    let telex = try CitizenCard.readTolerantly("008158999003||Nguyeexn Thij Hoa|02091958|Nuwx|Toor 5|15082021")
    #expect(telex.offeredName == "Nguyễn Thị Hoa" && telex.name == "Nguyeexn Thij Hoa" && telex.isNameDoubtful)
    let vni = try CitizenCard.readTolerantly("008158999003||Nguye64n Thi5 Hoa|02091958|Nu74|To63 5|15082021")
    #expect(vni.offeredName == "Nguyễn Thị Hoa" && vni.name == "Nguyen Thi Hoa")
    let whole = try CitizenCard.readTolerantly("008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021")
    #expect(whole.guess == nil && whole.offeredName == "Nguyễn Thị Hoa")
  }
}

@Suite("A number that an office made")
struct MadeNumberTests {
  @Test("tells sex and year of birth, and is plainly nobody's", arguments: [(1958, Sex.female), (2004, .male)])
  func made(birthYear: Int, sex: Sex) throws {
    let number = try #require(CitizenNumber.made(birthYear: birthYear, sex: sex, draw: 1_234_567))
    #expect(number.birthYear == birthYear && number.sex == sex && number.digits.hasSuffix("234567"))
    #expect(number.isMade && !number.isPlausible)
    let walkIn = Candidate(name: "Bà Hoa", number: number, birthYear: birthYear, identity: .selfDeclared)
    #expect(walkIn.disagreements.isEmpty)
  }

  @Test("is never read from what somebody types or scans, only from the store")
  func onlyKept() throws {
    let number = try #require(CitizenNumber.made(birthYear: 1958, sex: .female, draw: 7))
    #expect(CitizenNumber(number.digits) == nil)
    #expect(CitizenNumber.kept(number.digits) == number)
    #expect(throws: CitizenCardFault.number) {
      try CitizenCard.readTolerantly("\(number.digits)||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021")
    }
  }
}

@Suite("The file of languages")
struct LanguageFileTests {
  private func read(_ list: String) throws -> (languages: [Language], problems: [String]) {
    let findings = Findings(file: "languages.json")
    let json = try JSONReader.read(Array(#"{"version": 1, "languages": [\#(list)]}"#.utf8))
    return (LanguageFile.read(json, findings: findings), findings.problems.map(\.description))
  }

  @Test("languages are read in their order, each with its own name")
  func reads() throws {
    let (languages, problems) = try read(#"{"id": "vi", "name": "Tiếng Việt"}, {"id": "en", "name": "English"}"#)
    #expect(problems.isEmpty && languages.map(\.id.text) == ["vi", "en"] && languages[1].name == "English")
  }

  @Test(
    "a file that is wrong is told",
    arguments: [
      (#"{"id": "en", "name": "English"}"#, "the language \"vi\" is missing"),
      (#"{"id": "vi", "name": "A"}, {"id": "vi", "name": "B"}"#, "stands twice"),
      (#"{"id": "vi"}"#, "\"name\" is missing"),
    ])
  func problems(list: String, problem: String) throws {
    let found = try read(list).problems
    #expect(found.contains { $0.contains(problem) }, "\(found)")
  }
}
