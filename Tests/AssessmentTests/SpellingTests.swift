import Testing

@testable import Assessment

@Suite("Comparing what was typed")
struct SpellingTests {
  @Test(
    "case, Vietnamese marks, punctuation and doubled spaces make no difference",
    arguments: [
      ("Sổ  Sức khỏe.", "so suc khoe"), ("ĐƯỜNG", "duong"), ("  Bà Tư!", "ba tu"), ("chuyển-tiền", "chuyen tien"),
      ("hoà", "hoa"), ("hòa", "hoa"), ("Ðà Nẵng", "da nang"), ("", ""), ("?!", ""), ("ô tê pê 24/7", "o te pe 24 7"),
    ])
  func folds(text: String, folded: String) {
    #expect(Spelling.folded(text) == folded)
  }

  @Test("every Vietnamese letter folds to its base, small or capital")
  func foldsAllLetters() {
    let rows = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
      ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]
    for (base, letters) in rows {
      for letter in letters {
        #expect(Spelling.folded(String(letter)) == base)
        #expect(Spelling.folded(letter.uppercased()) == base)
      }
    }
  }

  @Test("decomposed text, as some keyboards send it, folds to the same as composed text")
  func foldsDecomposed() {
    #expect(Spelling.folded("so\u{302}\u{309} su\u{31B}\u{301}c kho\u{309}e") == Spelling.folded("sổ sức khỏe"))
    #expect(Spelling.folded("s\u{F4}\u{309}") == "so")
    #expect(Spelling.amount("150 nghi\u{300}n") == 150_000)
  }

  @Test(
    "an amount is one number however it is written",
    arguments: [
      "150000", "150.000", "150,000", "150 000", "150 000 đ", "150.000đ", "150k", "150K", "150 nghìn", "150 ngàn đồng",
      "150nghin", "150.000 VNĐ", "150000 vnd", "150.000 ₫", "150.000 d", "150.000 đ.", "0,15 triệu", "000150000",
    ])
  func readsAmounts(text: String) {
    #expect(Spelling.amount(text) == 150_000)
  }

  @Test(
    "millions and billions may have one or two places after the comma",
    arguments: [
      ("1,5 triệu", 1_500_000), ("4,6 nghìn", 4_600), ("1,5k", 1_500), ("1.5tr", 1_500_000), ("2 triệu", 2_000_000),
      ("1,25 trieu", 1_250_000),
      ("1.500 triệu", 1_500_000_000), ("1,5 tỷ", 1_500_000_000), ("2 tỉ đồng", 2_000_000_000),
    ])
  func readsFractions(text: String, amount: Int) {
    #expect(Spelling.amount(text) == amount)
  }

  @Test(
    "what is no whole amount is none",
    arguments: [
      "", "đ", "k", "tr", ".", ",150", ".150", "1,5", "1.50", "15.00.000", "1500.000", "-5", "+5", "1e5", "٥",
      "năm",
      "1,,000", "1,5,5 triệu", ",5 triệu", "1234567890123", "0x10", "triệu",
    ])
  func refusesOthers(text: String) {
    #expect(Spelling.amount(text) == nil)
  }

  @Test(
    "numbers too large to hold are no amounts, and stop nothing",
    arguments: [
      "999999999999 tỷ", "9223372036,99 tỷ", "9223372036,9 tỷ", String(repeating: "9", count: 5_000),
      String(repeating: "1.", count: 5_000), String(repeating: "k", count: 5_000),
    ])
  func survivesLargeNumbers(text: String) {
    #expect(Spelling.amount(text) == nil)
  }

  @Test(
    "a typed text matches the expected one by number or by word",
    arguments: [
      ("150k", "150.000", true), ("150", "150.000", false), ("so suc khoe", "Sổ sức khỏe", true),
      ("37.5", "37,5", true),
      ("37", "37,5", false), ("0000 1234 56", "0000123456", true), ("", "Tư", false), ("!", "?", false),
      ("15", "1,5", false),
      ("bà tư", "Bà Tư", true), ("bà tư ơi", "Bà Tư", false),
    ])
  func matches(typed: String, expected: String, isRight: Bool) {
    #expect(Spelling.matches(typed, expected) == isRight)
  }
}
