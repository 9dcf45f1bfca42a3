import Assessment
import Glibc
import Interchange

/// Tells of an import while it runs, and what it came to.
struct ImportTally {
  private let file: String
  private let isJSON: Bool
  private let isDryRun: Bool
  private let showsProgress: Bool
  private var items: [JSON] = []
  private var findings: [JSON] = []
  private var read = 0
  private(set) var refused = 0
  private var counts: [ReviewedItem.Standing: Int] = [:]
  private var ready = 0

  init(file: String, isJSON: Bool, isDryRun: Bool) {
    (self.file, self.isJSON, self.isDryRun) = (file, isJSON, isDryRun)
    showsProgress = isatty(STDERR_FILENO) == 1
  }

  mutating func take(_ item: ReviewedItem) {
    count()
    counts[item.standing, default: 0] += 1
    if item.standing != .same, item.isReady { ready += 1 }
    if isJSON {
      items.append(Self.json(item))
    } else {
      for problem in item.problems { say("\(problem.description)") }
      for remark in item.remarks { say("\(place(item)): \(remark)") }
    }
  }

  mutating func take(_ finding: Finding) {
    if finding.reason.weight == .refusesItem {
      count()
      refused += 1
    }
    if isJSON { findings.append(finding.json) } else { say(FindingWording.line(finding, in: file)) }
  }

  private mutating func count() {
    read += 1
    if showsProgress, read % 200 == 0 { Terminal.note("\r\(file): \(read) items read") }
  }

  private func say(_ text: String) {
    Terminal.complain(showsProgress ? "\r\(text)" : text)
  }

  private func place(_ item: ReviewedItem) -> String {
    let file = item.file.isEmpty ? file : "\(file)/\(item.file)"
    return item.line > 0 ? "\(file):\(item.line)" : file
  }

  func tell() {
    let drafts = counts.reduce(0) { $0 + ($1.key == .same ? 0 : $1.value) }
    if isJSON {
      Terminal.say(
        .object([
          "file": JSON(file), "dryRun": JSON(isDryRun), "drafts": JSON(drafts), "ready": JSON(ready),
          "same": JSON(counts[.same] ?? 0), "refused": JSON(refused), "items": JSON(items), "findings": JSON(findings),
        ]))
      return
    }
    if showsProgress { Terminal.note("\r") }
    let verb = isDryRun ? "would come in as drafts" : "came in as drafts"
    Terminal.say(
      "\(file): \(drafts) items \(verb), \(ready) of them ready to be released; \(counts[.same] ?? 0) are in the bank word for word, "
        + "\(refused) refused")
  }

  private static func json(_ item: ReviewedItem) -> JSON {
    .object([
      "id": JSON(item.id.text), "file": JSON(item.file), "line": JSON(item.line),
      "type": JSON(item.kind?.rawValue ?? ""), "standing": JSON(item.standing.rawValue), "ready": JSON(item.isReady),
      "problems": JSON(
        item.problems.map {
          .object(["kind": JSON($0.kind.rawValue), "facts": JSON($0.facts.map { JSON($0) }), "text": JSON($0.text)])
        }),
      "remarks": JSON(item.remarks.map { .object(["rule": JSON($0.rule.rawValue), "text": JSON($0.text)]) }),
    ])
  }
}
