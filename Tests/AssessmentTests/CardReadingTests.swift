import Testing

@testable import Assessment

/// Bà Hoa's card as desk PCs have typed it.
private let mangled: [(text: String, name: String)] = [
  // Marks lost on the way: the scanner types letters it has no key for as nothing.
  ("008158999003||Nguyn Th Hoa|02091958|N|T 5|15082021", "Nguyn Th Hoa"),
  // Telex switched on swallows letters and turns pairs into others.
  ("008158999003||Nguyeenx Thij Hoa|02091958|Nuwx|Toor 5|15082021", "Nguyeenx Thij Hoa"),
  // VNI writes marks as digits.
  ("008158999003||Nguye64n Thi5 Hoa|02091958|Nu74|To63 5|15082021", "Nguyen Thi Hoa"),
  // Another keyboard layout has another sign where `|` is.
  ("008158999003~~Nguyen Thi Hoa~02091958~Nu~To 5~15082021", "Nguyen Thi Hoa"),
  ("008158999003ˆˆNguyễn Thị Hoaˆ02091958ˆNữˆTổ 5ˆ15082021", "Nguyễn Thị Hoa"),
  // A symbology mark in front, a tab behind.
  ("]Q1008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021\t", "Nguyễn Thị Hoa"),
  // An old number between number and name.
  ("008158999003~070123456~Nguyễn Thị Hoa~02091958~Nữ~Tổ 5~15082021", "Nguyễn Thị Hoa"),
  // The end is cut off.
  ("008158999003||Nguyễn Thị Hoa|02091958", "Nguyễn Thị Hoa"),
  // Full-width letters and digits of an East Asian input method.
  ("００８１５８９９９００３｜｜Nguyễn Thị Hoa｜０２０９１９５８｜Nữ", "Nguyễn Thị Hoa"),
  // Nothing is left of the name.
  ("008158999003||???|02091958|?|? 5|15082021", ""),
]

@Suite("Reading a card that a keyboard has mangled")
struct CardReadingTests {
  @Test("digits and dates decide; the name is offered as it came", arguments: mangled)
  private func reads(card: (text: String, name: String)) throws {
    let reading = try CitizenCard.readTolerantly(card.text)
    #expect(reading.number.digits == "008158999003")
    #expect(reading.birthDate == CivilDate(year: 1958, month: 9, day: 2))
    #expect(reading.sex == .female)
    #expect(reading.name == card.name)
    #expect(reading.isNameDoubtful)
  }

  @Test("a whole card with its marks is not doubted, and reads as before")
  func whole() throws {
    let text = "008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5, Minh Xuân|15082021"
    let reading = try CitizenCard.readTolerantly(text)
    #expect(!reading.isNameDoubtful)
    #expect(try reading.candidate() == CitizenCard.read(text))
  }

  @Test("the sex on the card wins over the number's where it is legible")
  func sex() throws {
    let man = try CitizenCard.readTolerantly("008158999003~~Nguyen Van Hoa~02091958~Nam~To 5~15082021")
    #expect(man.sex == .male)
    #expect(try man.candidate().disagreements == [.sex])
    let illegible = try CitizenCard.readTolerantly("008058999003~~Nguyen Van Hoa~02091958~??~To 5")
    #expect(illegible.sex == .male)
  }

  @Test("the clerk's name replaces what came, and must be a name")
  func corrected() throws {
    let reading = try CitizenCard.readTolerantly(mangled[9].text)
    #expect(try reading.candidate(named: " Nguyễn  Thị Hoa").name == "Nguyễn Thị Hoa")
    #expect(throws: CitizenCardFault.name) { try reading.candidate() }
    #expect(throws: CitizenCardFault.name) { try reading.candidate(named: "4") }
  }

  @Test(
    "without a number or a birth date it is no card",
    arguments: [
      ("", CitizenCardFault.number), ("Nguyễn Thị Hoa", .number), ("00815899900||Hoa|02091958", .number),
      ("998458999003999|Hoa|02091958", .number), ("008158999003||Nguyễn Thị Hoa", .birthDate),
      ("008158999003~~Hoa~31021958", .birthDate), ("02091958 008158999003", .birthDate),
    ])
  func refuses(text: String, fault: CitizenCardFault) {
    #expect(throws: fault) { try CitizenCard.readTolerantly(text) }
  }

  @Test("no text makes the reader stumble, however long or strange")
  func survives() {
    for seed in 0..<400 as Range<UInt64> {
      var dice = SeededDice(seed: seed)
      let alphabet = Array("0123456789|~ạữ\u{301}\u{200B}👵Q]\n".unicodeScalars)
      var text = String.UnicodeScalarView()
      for _ in 0..<Int(dice.next() % 1_500) { text.append(alphabet[Int(dice.next() % UInt64(alphabet.count))]) }
      _ = try? CitizenCard.readTolerantly(String(text))
    }
  }
}
