import ArgumentParser
import PostgresStore
import Province

/// The names that reports call communes by.
struct CommunesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communes",
    abstract: "Take in names of communes: lines of five digits, a semicolon, comma or tab, and a name.",
    discussion: "Without a file, the names known are printed in the same form.")

  @Argument(help: "The file, UTF-8.") var file: String?
  @OptionGroup var store: StoreOptions

  func run() throws {
    let store = try store.open()
    guard let file else {
      for (commune, name) in try store.communeNames().sorted(by: { $0.key < $1.key }) {
        Terminal.say("\(commune);\(name)")
      }
      return
    }
    guard let text = String(validating: try Files.read(file), as: UTF8.self) else {
      throw Failure.refused("\(file): not UTF-8")
    }
    let lines = text.split(whereSeparator: \.isNewline).enumerated().map { ($0.offset + 1, $0.element) }
    let named = try lines.map { number, line in
      let parts = line.split(maxSplits: 1) { ";,\t".contains($0) }.map { $0.drop { $0 == "\u{FEFF}" || $0 == " " } }
      guard parts.count == 2, Commune.isWellFormed(String(parts[0])), (1...120).contains(parts[1].count) else {
        throw Failure.refused("\(file):\(number): expected five digits, a semicolon and a name of at most 120 letters")
      }
      return (Commune(code: String(parts[0])), String(parts[1]))
    }
    try store.atomically { for (commune, name) in named { try store.name(commune, name) } }
    Terminal.say("\(named.count) names")
  }
}
