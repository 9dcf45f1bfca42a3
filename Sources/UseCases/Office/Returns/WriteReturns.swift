import Assessment

/// Words a return: whoever shows one brings these.
package protocol ReturnWording {
  /// The heading of the office's own targets.
  var ownTargets: String { get }
  /// The nine cells of a document's heading.
  func heading(_ document: PlanDocument, number: Int) -> [String]
  /// The nine cells of a target.
  func cells(_ standing: Standing, texts: ReturnTexts, number: String) -> [String]
}

extension Kiosk {
  /// Opens the draft of a period.
  package func openReturn(_ period: CalendarPeriod, by account: StaffID) throws -> TargetReturn.ID {
    if let known = try store.targetReturns().first(where: { $0.period == period }) {
      throw UseCaseError.plan([.returnExists(known.id)])
    }
    guard CalendarPeriod.returnKinds.contains(period.kind), period.first <= CivilDate(clock.now()) else {
      throw UseCaseError.plan([.period])
    }
    return try open(period, version: 1, by: account)
  }

  /// Opens the next version of a closed return, with the texts of the one before; figures are counted anew.
  package func correctReturn(_ id: TargetReturn.ID, by account: StaffID) throws -> TargetReturn.ID {
    let old = try targetReturn(id)
    guard old.isClosed else { throw UseCaseError.plan([.notClosed(id)]) }
    let versions = try store.targetReturns().filter { $0.period == old.period }
    if let later = versions.first(where: { $0.version > old.version }) {
      throw UseCaseError.plan([.corrected(later.id)])
    }
    let new = try open(old.period, version: old.version + 1, by: account)
    for (target, texts) in try store.texts(of: id) { try store.keep(texts, for: target, in: new) }
    return new
  }

  private func open(_ period: CalendarPeriod, version: Int, by account: StaffID) throws -> TargetReturn.ID {
    let id = try store.addReturn(period, version: version, by: account, at: clock.now())
    try store.append(
      Event(.returnOpened, note: "account=\(account) return=\(id) \(period.fact) version=\(version)"), at: clock.now())
    return id
  }

  package func targetReturn(_ id: TargetReturn.ID) throws -> TargetReturn {
    guard let found = try store.targetReturn(id) else { throw UseCaseError.plan([.unknownReturn(id)]) }
    return found
  }

  /// Keeps what was written into one row of a draft.
  package func writeReturn(_ id: TargetReturn.ID, target: PlanTarget.ID, _ texts: ReturnTexts) throws {
    guard try !targetReturn(id).isClosed else { throw UseCaseError.plan([.alreadyClosed(id)]) }
    guard try officePlan().target(target) != nil else { throw UseCaseError.plan([.unknownTarget(target)]) }
    var tidy = ReturnTexts()
    for (field, text) in texts.texts {
      guard text.count <= ReturnTexts.longest else {
        throw UseCaseError.plan([.textTooLong(most: ReturnTexts.longest)])
      }
      tidy.texts[field] = ReturnTexts.tidied(text)
    }
    try store.keep(tidy, for: target, in: id)
  }

  /// A draft with the figures of this moment, or a closed return as it was closed.
  package func content(of id: TargetReturn.ID, wording: some ReturnWording) throws -> ReturnContent {
    let found = try targetReturn(id)
    if found.isClosed {
      guard let content = try store.frozenContent(of: id).flatMap(ReturnContent.init) else {
        throw UseCaseError.contentDamaged
      }
      return content
    }
    let asOf = found.period.asOf(CivilDate(clock.now()))
    let standings = try standings(ownTitle: wording.ownTargets, asOf: asOf)
    let texts = try store.texts(of: id)
    var rows: [ReturnRow] = []
    var document: PlanDocument.ID?
    var (heading, number) = (0, 0)
    for standing in standings {
      if standing.document.id != document {
        document = standing.document.id
        (heading, number) = (heading + 1, 0)
        rows.append(ReturnRow(target: nil, cells: wording.heading(standing.document, number: heading)))
      }
      number += 1
      let cells = wording.cells(
        standing, texts: texts[standing.target.id] ?? ReturnTexts(), number: "\(heading).\(number)")
      rows.append(
        ReturnRow(
          target: standing.target.id, cells: cells, count: standing.count, population: standing.population?.people))
    }
    return ReturnContent(asOf: asOf, rows: rows, letterhead: try letterhead())
  }

  /// Freezes figures, texts and letterhead with today's date.
  ///
  /// - Parameter seen: ``digest(of:)-(ReturnContent)`` of what was on the screen, so that nobody signs other figures.
  package func closeReturn(
    _ id: TargetReturn.ID, seen: [UInt8], wording: some ReturnWording, by account: StaffID
  ) throws {
    guard try !targetReturn(id).isClosed else { throw UseCaseError.plan([.alreadyClosed(id)]) }
    let content = try content(of: id, wording: wording)
    guard digest(of: content) == seen else { throw UseCaseError.plan([.changedMeanwhile]) }
    let bytes = content.json.canonicalBytes
    try store.close(id, frozen: bytes, by: account, at: clock.now())
    try store.append(
      Event(.returnClosed, digest: secrets.sha256(bytes), note: "account=\(account) return=\(id)"), at: clock.now())
  }

  package func digest(of content: ReturnContent) -> [UInt8] { secrets.sha256(content.json.canonicalBytes) }
}

extension CalendarPeriod {
  fileprivate var fact: String { "period=\(ReportPeriod.calendar(self).text)" }
}

extension ReturnTexts {
  /// Lines without the spaces around them; no empty ones at either end, no control characters.
  static func tidied(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let rest = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    let scalars = rest.joined(separator: "\n").unicodeScalars.filter {
      $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
