import Assessment
import UseCases

/// Confirmations in lines for the operator and as JSON: counts, numbers and days, no names.
enum ConfirmationLines {
  static func text(_ tally: ConfirmationTally) -> String {
    "passed \(tally.passed): on no list \(tally.unlisted), listed \(tally.listed), sent \(tally.sent), "
      + "confirmed \(tally.confirmed), refused \(tally.refused)"
  }

  static func json(_ tally: ConfirmationTally) -> JSON {
    JSON.object([
      "passed": JSON(tally.passed), "unlisted": JSON(tally.unlisted), "listed": JSON(tally.listed),
      "sent": JSON(tally.sent), "confirmed": JSON(tally.confirmed), "refused": JSON(tally.refused),
    ])
  }

  static func text(_ batch: ConfirmationBatch, _ counts: [ConfirmationState: Int]) -> String {
    let states = ConfirmationState.allCases.compactMap { state in counts[state].map { "\(state.rawValue) \($0)" } }
    let sent = batch.sentAt.map { "handed over \(CivilDate($0).iso)" } ?? "not handed over"
    return "list \(batch.id)\t\(CivilDate(batch.madeAt).iso)\t\(sent)\t\(states.joined(separator: ", "))"
  }

  static func json(_ batch: ConfirmationBatch, _ counts: [ConfirmationState: Int]) -> JSON {
    let states = counts.map { JSON.Member(name: $0.key.rawValue, value: JSON($0.value)) }
    return JSON.object([
      "list": JSON(Int(batch.id)), "layout": JSON(batch.layout), "made": JSON(CivilDate(batch.madeAt).iso),
      "sent": batch.sentAt.map { JSON(CivilDate($0).iso) } ?? JSON(.null), "counts": JSON(.object(states)),
    ])
  }

  static func text(_ file: AnswerFile) -> String {
    "answers \(file.id)\t\(CivilDate(file.at).iso)\t\(file.state.rawValue)\t\(file.rows) lines, \(file.changed) changed"
  }

  static func json(_ file: AnswerFile) -> JSON {
    JSON.object([
      "answers": JSON(Int(file.id)), "day": JSON(CivilDate(file.at).iso), "state": JSON(file.state.rawValue),
      "lines": JSON(file.rows), "changed": JSON(file.changed),
    ])
  }

  static func word(_ match: AnswerFinding.Match) -> String {
    switch match {
    case .sure: "sure"
    case .doubtful: "doubtful"
    case .several: "several"
    case .unknown: "unknown"
    case .doubled: "doubled"
    case .already: "already"
    case .unreadable: "unreadable"
    }
  }

  static func word(_ kind: AnswerTable.CellFault.Kind) -> String {
    switch kind {
    case .slipCode: "no slip code"
    case .number: "no citizen number"
    case .birth: "no date of birth"
    case .verdict: "neither confirmed nor refused"
    case .formula: "a formula"
    }
  }

  static func words(_ differences: [AnswerFinding.Difference]) -> String {
    guard !differences.isEmpty else { return "only the year of birth is known" }
    return differences.map { difference in
      switch difference {
      case .name: "another name"
      case .number: "another number"
      case .birth: "another birth"
      case .answeredBefore(let state): "on record as \(state.rawValue)"
      }
    }.joined(separator: ", ")
  }

  static func text(_ fault: ConfirmationFault) -> String {
    switch fault {
    case .nothingToList: "nobody waits for a list"
    case .unknownBatch(let id): "there is no list \(id)"
    case .alreadySent(let id): "list \(id) was handed over and does not change"
    case .notSent(let id): "list \(id) was not handed over"
    case .layout(let fault): "the layout of lists does not hold: \(fault)"
    case .answers(let fault): text(fault)
    case .unknownAnswers(let id): "there are no answers \(id)"
    case .appliedBefore(let id): "applied before, as answers \(id)"
    case .notApplied(let id): "answers \(id) are not applied"
    case .changedMeanwhile: "somebody else changed something meanwhile; try again"
    case .wentOnSince(let entries): "\(entries.count) people went on since; nothing was taken back"
    case .unknownEntry(let id): "there is no entry \(id)"
    case .notRefused(let id): "entry \(id) is not refused"
    case .signedAnswers(let fault): "the province's file of answers is not taken: \(BundleWording.text(fault))"
    case .noAnchor: "no key of the province is trusted here yet; `sathach keys anchor FILE` installs one"
    }
  }

  private static func text(_ fault: AnswersFault) -> String {
    switch fault {
    case .empty: "the file has no line of answers"
    case .tooManyRows(let rows, let most): "the file has \(rows) lines, at most \(most) are taken"
    case .noHeadings: "no line has the headings of the layout"
    case .noColumn(let field): "the column \(field.rawValue) is missing"
    case .noWayToMatch: "a column with slip codes, with numbers, or two with names and births are needed"
    case .doubledColumn(_, let columns):
      "columns \(columns.map(String.init).joined(separator: " and ")) have the same heading"
    }
  }

  static func text(_ fault: TableFault) -> String {
    switch fault {
    case .empty: "the file is empty"
    case .tooLarge: "the file is too large"
    case .unknownFormat: "the file is neither separated values nor a workbook"
    case .unknownEncoding: "the file's encoding is not known: UTF-8, UTF-16 and Windows-1258 are"
    case .damaged(let line): "the file is damaged" + (line.map { " in line \($0)" } ?? "")
    case .readerFailed: "sathach-import failed"
    }
  }
}
