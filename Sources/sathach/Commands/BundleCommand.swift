import ArgumentParser
import Assessment
import BundleFiles
import Bundles
import SQLiteStore
import Slip
import UseCases

struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "What happened, as signed and sealed files for the province.",
    subcommands: [BundleExport.self, BundleList.self, BundleAgain.self, BundleRecipient.self])
}

/// Makes the bundles that wait, and hands on what was not handed on; also while the box serves.
struct BundleExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what happened since the last bundle into a folder; also while the box serves.",
    discussion: """
      The box keeps each bundle in DATA/bundles. Those that did not get into the folder before are copied too. A running
      service enters into its register what left; a box that stands still does it at its next start.
      """)

  @Option(help: "The folder, instead of bundles-to in sathach.conf. It must be there.") var to: String?
  @Flag(help: "Also where nothing has happened, as a sign of life.") var evenEmpty = false
  @Flag(help: "Also write ISSUER.request, by which sathach-send asks for this box's answers within a day.")
  var withRequest = false
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    guard let place = try to ?? box.settings().backups.bundles else {
      throw Failure(code: .wrongUse, text: "sathach: where to? Give --to DIR, or set bundles-to in sathach.conf")
    }
    try BundleRun.working {
      var run = BundleRun(box: box, to: place, now: SystemClock().now())
      run.hasRequest = withRequest
      let done = try run.carryOut(isWantedEmpty: evenEmpty)
      tell(done, place)
    }
  }

  private func tell(_ run: BundleRun.Outcome, _ place: String) {
    if report.json {
      Terminal.say(
        JSON.object([
          "made": JSON(run.made.map(BundleLines.json)), "copied": JSON(run.copied.map { JSON($0) }),
          "folder": JSON(place),
        ]))
      return
    }
    for bundle in run.made { Terminal.say(BundleLines.text(bundle)) }
    if run.made.isEmpty { Terminal.say("nothing has happened that the province has not been told") }
    if !run.copied.isEmpty { Terminal.say("copied to \(place): \(run.copied.joined(separator: ", "))") }
  }
}

/// Tells which bundles there are; reads while the box serves.
struct BundleList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Tell the bundles this box has made, and what waits.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try BundleRun.working {
      let box = try options.existing()
      let (shelf, issuer, keys) = (BundleShelf(box: box), try box.issuer(), try KeyRingFiles.own(box))
      let made = try shelf.numbers(of: issuer).map { try shelf.made(issuer, $0, keys: keys) }
      let waiting = try BundleRun.waiting(shelf, issuer, keys: keys, store: try box.openReading())
      let handedOn = shelf.handedOn(of: issuer)
      if report.json {
        Terminal.say(
          JSON.object([
            "issuer": JSON(issuer.text), "handedOn": JSON(handedOn), "waiting": JSON(waiting),
            "bundles": JSON(made.map(BundleLines.json)),
          ]))
        return
      }
      for bundle in made {
        Terminal.say(BundleLines.text(bundle) + (bundle.head.number > handedOn ? "; not handed on" : ""))
      }
      Terminal.say(waiting == 0 ? "nothing waits" : "\(waiting) things wait for the next one")
    }
  }
}

/// Copies a bundle once more, the same bytes.
struct BundleAgain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again", abstract: "Write a bundle once more into a folder, as it was made.")

  @Argument(help: "Its number.") var number: Int
  @Option(help: "The folder.") var to: String
  @OptionGroup var options: BoxOptions

  func run() throws {
    try BundleRun.working {
      let box = try options.existing()
      let (shelf, issuer) = (BundleShelf(box: box), try box.issuer())
      guard try shelf.numbers(of: issuer).contains(number) else {
        throw Failure.refused("sathach: there is no bundle \(number) of \(issuer.text) in \(shelf.folder)")
      }
      _ = try shelf.made(issuer, number, keys: KeyRingFiles.own(box))
      try Command.reading { try shelf.copy(issuer, number, to: to) }
      Terminal.say("\(to)/\(BundleName(issuer: issuer, number: number).text)")
    }
  }
}

/// Takes in the province's key that bundles are sealed to, once somebody has compared its fingerprint.
struct BundleRecipient: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipient",
    abstract: "Seal bundles to this key of the province; its fingerprint must be given as read out by the province.")

  @Argument(help: "A file with the public key, 64 hexadecimal digits.") var file: String
  @Option(help: "Six groups of five digits, from the province by another way than the file.") var fingerprint: String?
  @OptionGroup var options: BoxOptions

  func run() throws {
    let shelf = BundleShelf(box: try options.existing())
    let recipient = try BundleShelf.recipient(from: try Command.reading { try FileSystem.text(file) })
    guard let fingerprint else {
      throw Failure.refused(
        "the key's fingerprint is \(recipient.fingerprint); ask the province for theirs and give it with --fingerprint")
    }
    guard recipient.isConfirmed(by: fingerprint) else {
      throw Failure.refused(
        "sathach: the key's fingerprint is \(recipient.fingerprint), not the one given; nothing changed")
    }
    try Command.reading {
      try FileSystem.write(recipient.publicKey.hex + "\n", to: shelf.recipientFile, mode: 0o600)
    }
    Terminal.say("bundles are sealed to \(recipient.id.hex) from now on")
  }
}

/// Bundles in words and as JSON.
enum BundleLines {
  static func text(_ bundle: MadeBundle) -> String {
    let head = bundle.head
    return
      "\(head.fileName): \(head.recordCount) records, events \(head.firstEvent)-\(head.lastEvent), \(bundle.size) bytes"
  }

  static func json(_ bundle: MadeBundle) -> JSON {
    let head = bundle.head
    return JSON.object([
      "file": JSON(head.fileName), "number": JSON(head.number), "records": JSON(head.recordCount),
      "firstEvent": JSON(Int(head.firstEvent)), "lastEvent": JSON(Int(head.lastEvent)), "bytes": JSON(bundle.size),
      "madeAt": JSON(Int(head.madeAt)), "sha256": JSON(bundle.digest.hex),
    ])
  }
}
