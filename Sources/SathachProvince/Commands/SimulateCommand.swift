import ArgumentParser
import Bundles
import Sealing

/// Writes the bundles of a province that does not exist.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write real bundles of boxes that do not exist (communes 99001 and on), sealed to this province.",
    discussion: """
      The folder gets keys.json for `trust`, bundles in stick-1 and, with --disorder, three further ones, and ledger.jsonl:
      what must have been counted in the end, attempt by attempt. The same seed gives the same records; sealed parts hold
      chance.
      """)

  @Option(help: "How many boxes, each of a commune of its own.") var boxes = 124
  @Option(help: "How many attempts in all.") var attempts = 2_000
  @Option(help: "The seed.") var seed: UInt64 = 1
  @Option(help: "The folder to write to.") var to: String
  @Flag(help: "Bundles on several sticks, out of order, some twice.") var disorder = false
  @OptionGroup var folder: FolderOptions

  func validate() throws {
    guard (1...900).contains(boxes), (boxes...20_000_000).contains(attempts) else {
      throw ValidationError("--boxes takes 1 to 900, and --attempts at least as many and at most 20,000,000")
    }
  }

  func run() throws {
    let key = try folder.prepared().bundleKey()
    guard let recipient = Recipient(publicKey: key.publicKey, sha256: Digest.sha256) else {
      throw Failure.couldNot("the province's key is unreadable")
    }
    try Files.makeFolder(to)
    try SimulatedProvince(
      boxes: boxes, attempts: attempts, seed: seed, isDisordered: disorder, folder: to, recipient: recipient
    ).write()
  }
}
