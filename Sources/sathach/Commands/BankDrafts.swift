import ArgumentParser
import Assessment
import UseCases

/// Lists the drafts that wait, with what keeps each from being released.
struct BankDrafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts", abstract: "List the items that wait to be released, and what each of them lacks.")

  @Argument(help: "Only this item, with its content.") var item: String?
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let rules = try KioskFolder.find(kiosk).editorialRules()
    let reviews = try OpenBox.change(options) { try $0.kiosk.reviewDrafts(rules: rules) }
    let shown = reviews.filter { item == nil || $0.draft.item.text == item }
    if item != nil, shown.isEmpty { throw Failure.refused("sathach: no draft of the item \"\(item ?? "")\" waits") }
    if report.json {
      Terminal.say(JSON(shown.map { DraftLines.json($0, withContent: item != nil) }))
      return
    }
    for review in shown {
      DraftLines.tell(review)
      if item != nil { Terminal.put(review.draft.content + [0x0A]) }
    }
    Terminal.say("\(reviews.count) drafts, \(reviews.filter(\.isReady).count) ready to be released")
  }
}

/// Makes ready drafts part of the bank.
struct BankRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Make drafts that nothing is remarked on part of the bank; logged with who did it.")

  @Argument(help: "The items' ids.") var items: [String] = []
  @Flag(help: "Every draft that is ready.") var all = false
  @Option(name: .customLong("as"), help: "The officer who has read them; without it, the command line.") var login:
    String?
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var options: BoxOptions

  func validate() throws {
    if items.isEmpty != all { throw ValidationError("expected ids of items, or --all") }
  }

  func run() throws {
    let rules = try KioskFolder.find(kiosk).editorialRules()
    let release = try OpenBox.change(options) { box in
      let actor = try box.actor(login)
      return try box.store.atomically {
        let wanted =
          all
          ? try box.kiosk.reviewDrafts(rules: rules).filter(\.isReady).map(\.draft.item) : items.map { Item.ID($0) }
        return try box.kiosk.releaseDrafts(of: wanted, rules: rules, by: actor)
      }
    }
    for review in release.kept { DraftLines.tell(review) }
    Terminal.say("\(release.released.count) released, \(release.kept.count) wait on")
    if !release.kept.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

/// Takes a draft away.
struct BankDiscard: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "discard", abstract: "Take a draft away for good.")

  @Argument(help: "The item's id.") var item: String
  @Option(name: .customLong("as"), help: "The officer who does it; without it, the command line.") var login: String?
  @OptionGroup var options: BoxOptions

  func run() throws {
    try OpenBox.change(options) { box in
      let actor = try box.actor(login)
      try box.store.atomically { try box.kiosk.discardDraft(of: Item.ID(item), by: actor) }
    }
    Terminal.say("\(item) is discarded")
  }
}

/// A draft in lines.
enum DraftLines {
  static func tell(_ review: DraftReview) {
    let draft = review.draft
    let kind = review.item.map { "\t\($0.kind.rawValue)" } ?? ""
    Terminal.say("\(draft.item)\(kind)\t\(review.isReady ? "ready" : "not ready")\t\(draft.file):\(draft.line)")
    for problem in review.problems { Terminal.say("  \(problem.text)") }
    for remark in review.remarks { Terminal.say("  \(remark.rule.rawValue): \(remark.text)") }
  }

  static func json(_ review: DraftReview, withContent: Bool) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member(name: "item", value: JSON(review.draft.item.text)),
      JSON.Member(name: "file", value: JSON(review.draft.file)),
      JSON.Member(name: "line", value: JSON(review.draft.line)),
      JSON.Member(name: "ready", value: JSON(review.isReady)),
      JSON.Member(name: "problems", value: JSON(review.problems.map { JSON($0.text) })),
      JSON.Member(name: "remarks", value: JSON(review.remarks.map { JSON("\($0.rule.rawValue): \($0.text)") })),
    ]
    // What is stored is canonical JSON; damage shows as a missing member.
    if withContent, let content = try? JSONReader.read(review.draft.content) {
      members.append(JSON.Member(name: "content", value: content))
    }
    return JSON(.object(members))
  }
}
