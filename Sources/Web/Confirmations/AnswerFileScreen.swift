import Assessment
import UseCases

/// A file of answers as it was read beside the writer, or why it was not.
package enum AnswerReading: Sendable {
  case rows([UInt8], [SheetRow])
  case refused(UseCaseError)
}

extension Site {
  func readAnswers(_ visit: Visit, _ fields: FormFields) -> AnswerReading {
    guard let upload = fields.upload("file"), !upload.bytes.isEmpty else { return .refused(.table(.empty)) }
    do {
      let rows = try visit.kiosk.answerRows(in: upload.bytes)
      return .rows(upload.bytes, rows.map { SheetRow(line: $0.line, cells: $0.cells) })
    } catch let error as UseCaseError {
      return .refused(error)
    } catch {
      return .refused(.table(.readerFailed))
    }
  }

  func takeAnswers(_ visit: inout Visit, _ preparation: Preparation) throws -> Response {
    guard case .staff(.answers(let reading)) = preparation else { throw Problem.tryAgain }
    do {
      switch reading {
      case .rows(let file, let rows):
        let id = try visit.kiosk.takeAnswers(
          file: file, rows: rows.map { ($0.line, $0.cells) }, by: visit.account())
        return visit.redirect(to: .confirmation(.answerFile(id, page: 1)))
      case .refused(let error): throw error
      }
    } catch let error as UseCaseError {
      let problem = StaffProblem(error)
      let page = try confirmationsPage(&visit, again: problem).page
      throw Instead(response: visit.page(page, status: problem.status))
    }
  }

  func answerFile(_ visit: inout Visit, _ id: AnswerFile.ID, page: Int) throws -> Response {
    guard let file = try visit.kiosk.store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard file.state == .previewed else {
      guard page == 1 else { throw Problem.notFound }
      return visit.page(try appliedPage(&visit, file).page)
    }
    let preview = try previewPage(&visit, id, page)
    guard page == 1 || page <= preview.pageCount else { throw Problem.notFound }
    return visit.page(preview.page)
  }

  private func previewPage(
    _ visit: inout Visit, _ id: AnswerFile.ID, _ page: Int, again problem: StaffProblem? = nil
  ) throws -> AnswerPreviewPage {
    AnswerPreviewPage(
      preview: try visit.kiosk.previewAnswers(id), number: page, problem: problem, token: try visit.tokenField())
  }

  private func appliedPage(
    _ visit: inout Visit, _ file: AnswerFile, again problem: StaffProblem? = nil
  ) throws -> AppliedAnswersPage {
    AppliedAnswersPage(
      applied: try visit.kiosk.appliedAnswers(file, shown: AppliedAnswersPage.mostLines), problem: problem,
      token: try visit.tokenField())
  }

  /// Keeps the choices of a page, or applies all there are.
  func applyAnswers(_ visit: inout Visit, _ id: AnswerFile.ID, _ fields: FormFields) throws -> Response {
    guard let seen = Hex.bytes(try fields.text("seen", most: 64).utf8) else {
      throw FormFault.unexpected("seen", value: "")
    }
    let page = try fields.integer("page")
    let choices = AnswerChoices(chosen: try Self.choices(in: fields))
    do {
      guard fields.has("next") else {
        _ = try visit.kiosk.applyAnswers(id, choices: choices, seen: seen, by: visit.account())
        return visit.redirect(to: .confirmation(.answerFile(id, page: 1)))
      }
      try visit.kiosk.keepChoices(choices, of: id, seen: seen)
      return visit.redirect(to: .confirmation(.answerFile(id, page: page + 1)))
    } catch UseCaseError.confirmation(.changedMeanwhile(let id)) {
      let problem = StaffProblem(UseCaseError.confirmation(.changedMeanwhile(id)))
      throw Instead(response: visit.page(try previewPage(&visit, id, 1, again: problem).page, status: problem.status))
    }
  }

  /// Every line that was asked about: an entry, or empty for a line to be left.
  private static func choices(in fields: FormFields) throws -> [Int: ConfirmationEntry.ID?] {
    var chosen: [Int: ConfirmationEntry.ID?] = [:]
    for (name, value) in try fields.all("line-", most: 19) {
      guard let line = Int(name), value.isEmpty || Int64(value) != nil else {
        throw FormFault.unexpected("line-\(name)", value: value)
      }
      chosen.updateValue(Int64(value), forKey: line)
    }
    return chosen
  }

  func dropAnswers(_ visit: inout Visit, _ id: AnswerFile.ID) throws -> Response {
    try visit.kiosk.dropAnswers(id, by: visit.account())
    return visit.redirect(to: .confirmation(.overview))
  }

  func undoAnswers(_ visit: inout Visit, _ id: AnswerFile.ID) throws -> Response {
    do {
      try visit.kiosk.undoAnswers(id, by: visit.account())
      return visit.redirect(to: .confirmation(.answerFile(id, page: 1)))
    } catch UseCaseError.confirmation(.wentOnSince(let entries)) {
      guard let file = try visit.kiosk.store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
      let problem = StaffProblem(UseCaseError.confirmation(.wentOnSince(entries)))
      throw Instead(response: visit.page(try appliedPage(&visit, file, again: problem).page, status: problem.status))
    }
  }
}
