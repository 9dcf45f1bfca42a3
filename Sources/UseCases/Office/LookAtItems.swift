import Assessment
import Interchange

extension Kiosk {
  /// What a file of items may come to on the officer's page, in bytes: the one place that says so. Larger ones, up to
  /// `ForeignLimits.fileBytes`, are brought at the box by the command line.
  package static let largestItemUpload = 8 << 20
  /// Minutes that a file which was looked at is kept.
  package static let keptMinutes = 30

  /// A dry run: what would come in of a file, and everything that is wrong with it. Nothing is stored; the file is kept in
  /// memory until the officer takes it in. Runs a program that reads it, so never on the writer.
  ///
  /// - Throws: ``UseCaseError/items(_:)``
  package func lookAtItems(
    in bytes: [UInt8], named name: String, defaults: ImportDefaults, by account: StaffID
  ) throws -> (file: BroughtItems, report: ImportReport) {
    guard !bytes.isEmpty else { throw UseCaseError.items(.noFile) }
    guard bytes.count <= Self.largestItemUpload else {
      throw UseCaseError.items(
        .refused(Finding(.fileTooLarge, [String(bytes.count), String(Self.largestItemUpload)])))
    }
    let file = BroughtItems(
      name: name, bytes: bytes, defaults: defaults, mark: mark(of: bytes, defaults), broughtAt: clock.now())
    let report = try report(on: file)
    items.kept.keep(file, of: account)
    return (file, report)
  }

  /// The dry run of the file that is kept, once more.
  ///
  /// - Throws: ``UseCaseError/items(_:)`` with ``ItemFileFault/notKept`` where it is no longer, or is another one.
  package func lookAgain(atItems mark: String, by account: StaffID) throws -> (file: BroughtItems, report: ImportReport)
  {
    guard let file = items.kept.file(of: account), file.mark == mark,
      clock.now().milliseconds - file.broughtAt.milliseconds < Int64(Self.keptMinutes) * 60_000
    else { throw UseCaseError.items(.notKept) }
    return (file, try report(on: file))
  }

  /// Takes in as drafts what a dry run has shown, and forgets the file.
  package func takeIn(_ report: ImportReport, by account: StaffID) throws {
    let drafts = report.drafts.map { item in
      let place = item.file.isEmpty ? report.fileName : "\(report.fileName)/\(item.file)"
      return NewDraft(item: item.id, content: item.content, file: String(place.prefix(300)), line: item.line)
    }
    try receiveDrafts(drafts, from: report.fileName, by: .account(account))
    items.kept.drop(of: account)
  }

  private func report(on file: BroughtItems) throws -> ImportReport {
    guard let framework = try store.frameworkInForce() else { throw UseCaseError.items(.noBank) }
    let editor = items.rules.map { DraftEditor(rules: $0, today: CivilDate(clock.now())) }
    var review = ImportReview(framework: framework, editor: editor, defaults: file.defaults, fileName: file.name)
    var report = ImportReport(fileName: file.name)
    do {
      try items.reading.read(file.bytes) { line in
        switch line {
        case .item(let item):
          do {
            report.items.append(try review.review(item, known: known))
          } catch let finding as Finding {
            report.findings.append(finding)
          }
        case .finding(let finding): report.findings.append(finding)
        case .row, .end: throw ItemFileFault.readerFailed
        }
      }
    } catch let fault as ItemFileFault {
      throw UseCaseError.items(fault)
    }
    return report
  }

  private func known(_ id: Item.ID) throws -> KnownItem {
    KnownItem(inForce: try store.contentInForce(of: id), draft: try store.draft(of: id)?.content)
  }

  private func mark(of bytes: [UInt8], _ defaults: ImportDefaults) -> String {
    Hexadecimal.text(Array(secrets.sha256(bytes + Array("\n\(defaults)".utf8)).prefix(8)))
  }
}
