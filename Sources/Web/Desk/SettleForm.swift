import Assessment
import UseCases

/// What a clerk has settled about somebody, as a form carries it from page to page.
struct SettleForm {
  /// Whom it is about. Of a card only what is kept goes into a page: its other fields are other people's.
  enum Source: Equatable {
    case card(CardReading)
    case typed(birthYear: String, number: String)
    case unnumbered(birthYear: String, sex: Sex?)
  }

  let source: Source
  var name: String
  var audience = ""
  var device = ""
  var language = Language.vietnamese.id.text
  var hamlet = ""
  var tags: Set<String> = []
  var time = TimeFactor.usual
  var needs: Set<Need> = []
  var relation = ""
  var guardian = ""
  var tallies: Set<TallyKind> = []
  var isConfirmed = false
  var isFaceCompared = false

  /// The first step: a card's text, or what was typed.
  init(reading fields: FormFields, _ kiosk: Kiosk) throws {
    source = try Self.source(fields, kiosk)
    if case .card(let reading) = source {
      name = reading.offeredName
    } else {
      name = try fields.text("name", most: 320)
    }
  }

  /// The second step: everything.
  init(settled fields: FormFields, _ kiosk: Kiosk) throws {
    source = try Self.source(fields, kiosk)
    name = try fields.text("name", most: 320)
    audience = try fields.optional("audience", most: 40) ?? ""
    device = try fields.optional("device", most: 20) ?? ""
    language = try fields.optional("language", most: 40) ?? Language.vietnamese.id.text
    hamlet = try fields.optional("hamlet", most: 20) ?? ""
    tags = Set(try fields.all("tag-", most: 8).keys)
    time = try fields.optional("time", most: 4).flatMap { Int($0) }.flatMap(TimeFactor.init) ?? .usual
    needs = Set(try fields.all("need-", most: 8).keys.compactMap(Need.init))
    relation = try fields.optional("relation", most: 20) ?? ""
    guardian = try fields.optional("guardian", most: 320) ?? ""
    tallies = Set(try fields.all("tally-", most: 8).keys.compactMap(TallyKind.init))
    isConfirmed = fields.has("confirmed")
    isFaceCompared = fields.has("face")
  }

  var isOfCard: Bool {
    if case .card = source { true } else { false }
  }

  private static func source(_ fields: FormFields, _ kiosk: Kiosk) throws -> Source {
    if let card = try fields.optional("card", most: CitizenCard.longestText * 4) {
      return .card(try kiosk.readCard(card))
    }
    let birthYear = try fields.text("birthYear", most: 16)
    guard fields.has("unnumbered") else {
      return .typed(birthYear: birthYear, number: try fields.text("number", most: 32))
    }
    return .unnumbered(birthYear: birthYear, sex: try fields.optional("sex", most: 8).flatMap(Sex.init))
  }

  func candidate(_ kiosk: Kiosk) throws -> Candidate {
    switch source {
    case .card(let reading):
      do {
        return try reading.candidate(named: name)
      } catch {
        // Nothing legible was left of the name: the clerk types it.
        guard name.isEmpty else { throw UseCaseError.particulars([.name]) }
        return Candidate(
          name: "", number: reading.number, birthYear: reading.birthDate.year, birthDate: reading.birthDate,
          sex: reading.sex, identity: .cardString)
      }
    case .typed(let birthYear, let number):
      return try kiosk.candidate(from: .typed(name: name, birthYear: birthYear, number: number))
    case .unnumbered(let birthYear, let sex):
      return try kiosk.candidate(from: .unnumbered(name: name, birthYear: birthYear, sex: sex))
    }
  }

  /// What most clerks would choose; every one of it can be changed.
  mutating func suggest(from outlook: SeatingOutlook, devices: [SeatingDevice]) {
    audience = outlook.likeliest?.text ?? ""
    if let first = devices.first, first.isFree, first.isThere { device = String(first.device.id) }
  }

  func request(_ kiosk: Kiosk) throws -> SeatRequest {
    let candidate = try candidate(kiosk)
    guard !candidate.name.isEmpty else { throw UseCaseError.particulars([.name]) }
    return SeatRequest(
      candidate: candidate, audience: Audience.ID(audience), isFaceCompared: isFaceCompared, isConfirmed: isConfirmed,
      hamlet: try number(hamlet), tags: try tags.compactMap(number).sorted(),
      accommodations: Accommodations(time: time, needs: needs), guardian: agreement(kiosk),
      language: Language.ID(language), device: try number(device))
  }

  private func agreement(_ kiosk: Kiosk) -> GuardianAgreement? {
    guard let relation = GuardianAgreement.Relation(rawValue: relation) else { return nil }
    return GuardianAgreement(relation: relation, name: guardian, at: kiosk.clock.now())
  }

  /// Nil for an empty choice.
  private func number(_ text: String) throws -> Int64? {
    guard !text.isEmpty else { return nil }
    guard let number = Int64(text), number > 0 else { throw FormFault.unexpected("choice", value: text) }
    return number
  }

  /// Whom it is about, for the next page's form.
  var hiddenFields: Markup {
    switch source {
    case .card(let reading):
      let date = reading.birthDate
      let day = Formatting.padded(date.day) + Formatting.padded(date.month) + String(date.year)
      let sex = reading.sex == .male ? SeatingWording.male : SeatingWording.female
      return
        "<input type=\"hidden\" name=\"card\" value=\"\(reading.number.digits)||\(reading.name)|\(day)|\(sex)||\">\n"
    case .typed(let birthYear, let number):
      return """
        <input type="hidden" name="birthYear" value="\(birthYear)"><input type="hidden" name="number" value="\(number)">

        """
    case .unnumbered(let birthYear, let sex):
      return """
        <input type="hidden" name="unnumbered" value="yes"><input type="hidden" name="birthYear" value="\(birthYear)">
        <input type="hidden" name="sex" value="\(sex?.rawValue ?? "")">

        """
    }
  }
}
