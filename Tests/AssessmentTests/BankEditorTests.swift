import Testing

@testable import Assessment

@Suite("Reading a bank as an editor")
struct BankEditorTests {
  private let rules: EditorialRules = {
    var rules = EditorialRules()
    rules.wordsInSentence = 10
    rules.lettersInSyllable = 7
    rules.knownWords = ["internet"]
    rules.rareWords = [EditorialRules.RareWord("thao tác", plainer: "làm")]
    rules.colourWords = ["ô xanh"]
    rules.keyLongestPercent = 34
    rules.keyLengthPercent = 150
    rules.keyPlacePercent = 40
    rules.sharedTrigramPercent = 60
    rules.sharedAcrossUsesPercent = 60
    rules.testedPerCompetence = 1
    rules.factYears = 6
    rules.spokenApart = ["OTP", ".vn"]
    return rules
  }()
  private let today = CivilDate(year: 2026, month: 11, day: 21)

  private func remarks(exchanging old: String = "", for new: String = "", rules: EditorialRules? = nil) throws
    -> [BankEditor.Rule]
  {
    let bank = try ItemBank.read(SampleFiles.files(exchanging: old, for: new, distinct: true))
    return BankEditor(bank, rules: rules ?? self.rules, today: today).remarks.map(\.rule)
  }

  @Test("a bank without faults gets no remark")
  func clean() throws {
    #expect(try remarks().isEmpty)
  }

  @Test(
    "each planted fault gets its remark and no other",
    arguments: [
      ("Bà Hoa nên", "Bà Hoa đi chợ phiên buổi sáng sớm gặp người quen rủ mua nên", BankEditor.Rule.longSentence),
      ("\"Chỗ quen\"", "\"Chỗ quen biết lâu năm, có địa chỉ rõ ràng\"", .keyLength),
      ("Bà Hoa nên mua ở đâu?", "Bà Hoa có nên đọc OTP cho họ?", .noTextForTheEar),
      ("\"text\": \"Chỗ lạ\"", "\"text\": \"Vào xa.vn\"", .noTextForTheEar),
      ("\"text\": \"Chỗ lạ\"", "\"text\": \"Chỗ shipperrr bán\"", .foreignWord),
      ("\"text\": \"Chỗ lạ\"", "\"text\": \"Chỗ dễ thao tác\"", .rareWord),
      ("\"text\": \"Chỗ lạ\"", "\"text\": \"Chạm ô xanh\"", .colourCue),
      (
        "{\"kind\": \"principle\"}", "{\"kind\": \"fact\", \"text\": \"báo\", \"date\": \"2019-05\"}",
        BankEditor.Rule.oldFact
      ),
    ])
  func planted(old: String, new: String, rule: BankEditor.Rule) throws {
    #expect(try remarks(exchanging: old, for: new) == [rule])
  }

  @Test("two items in one mould are found, wherever in the bank they stand")
  func nearDuplicates() throws {
    let bank = try ItemBank.read(SampleFiles.files())
    let found = BankEditor(bank, rules: rules, today: today).remarks

    // The plain sample files repeat one item under three ids.
    #expect(found.map(\.rule) == [.bothUses, .bothUses, .nearDuplicate])
  }

  @Test("a competence with too few tested items is named")
  func fewItems() throws {
    var strict = rules
    strict.testedPerCompetence = 4
    #expect(try remarks(rules: strict) == [.fewItems])
  }

  @Test("a key that is too often the longest, or too often in one place, is told for its use")
  func keysOverTheBank() throws {
    let items = (0..<12).map { index in
      let words = ["sông", "núi", "rừng", "biển", "đồng", "ruộng", "vườn", "ao", "hồ", "suối", "đèo", "làng"]
      return SampleFiles.item("ms-\(index + 1)", use: index == 0 ? "warm-up" : index == 1 ? "practice" : "tested")
        .replacing("Bà Hoa nên mua ở đâu?", with: "Ở \(words[index]) thì \(words[11 - index]) ra sao \(index)?")
        .replacing("\"Chỗ quen\"", with: "\"\(words[index]) quen thuộc \(index)\"")
        .replacing("\"Chỗ lạ\"", with: "\"\(words[11 - index]) lạ \(index)\"")
        .replacing("\"Chỗ rẻ nhất\"", with: "\"\(words[index]) rẻ \(index)\"")
    }
    var files = SampleFiles.files()
    files[3] = ItemBank.File(
      path: files[3].path, bytes: Array("{\"items\": [\(items.joined(separator: ","))]}".utf8))
    var loose = EditorialRules()
    loose.keyLongestPercent = 34
    loose.keyPlacePercent = 40
    let found = BankEditor(try ItemBank.read(files), rules: loose, today: today).remarks

    #expect(found.map(\.rule) == [.keyLongest, .keyPlace])
    #expect(found.allSatisfy { $0.subject == "use \"tested\"" })
  }

  @Test("a draw that has too few items to draw from, and a bank with too little to do, are told")
  func supply() throws {
    var strict = rules
    strict.supplyFactor = 4
    strict.practicalPercent = 25
    let found = BankEditor(
      try ItemBank.read(SampleFiles.files(distinct: true)), rules: strict, today: today
    ).remarks
    #expect(found.map(\.rule) == [.thinDraw, .fewPractical])
    #expect(found.first?.text.contains("1 tested items for 1 drawn, at least 4 are wanted") == true)
  }

  @Test("every rule there is has its planted fault in these tests or in those of simulated screens")
  func everyRule() {
    let planted: Set<BankEditor.Rule> = [
      .longSentence, .foreignWord, .rareWord, .colourCue, .noTextForTheEar, .oldFact, .keyLength, .keyLongest,
      .keyPlace,
      .nearDuplicate, .bothUses, .fewItems, .thinDraw, .fewPractical, .forbiddenTooNear, .goalInOrder,
    ]
    #expect(planted == Set(BankEditor.Rule.allCases))
  }

  @Test("sentences are counted at the signs that end them")
  func sentences() {
    #expect(WordCount.sentences(in: "Bà Hoa đi chợ. Bà mua “cá rô”? Rồi về") == [4, 4, 2])
    #expect(WordCount.sentences(in: "Giá 1.000 đồng").first == 3)
  }
}
