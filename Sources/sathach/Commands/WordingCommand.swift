import ArgumentParser
import Assessment
import Web

/// Every sentence that a resident may read or hear, for a Vietnamese reader to go through.
struct WordingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wording",
    abstract: "List every sentence of the residents' pages: key, text and page, with tabs between them.")

  @Option(help: "The file to write; without it, standard output.") var to: String?
  @OptionGroup var report: ReportOptions

  func run() throws {
    let bytes = Array((report.json ? json : table).utf8)
    guard let to else { return Terminal.put(bytes) }
    try Command.reading { try FileSystem.write(bytes: bytes, to: to, mode: 0o644) }
  }

  private var table: String {
    WordingCatalogue.entries.map { "\($0.key)\t\($0.text)\t\($0.page)\n" }.joined()
  }

  private var json: String {
    let entries = WordingCatalogue.entries.map { entry in
      JSON.object(["key": JSON(entry.key), "text": JSON(entry.text), "page": JSON(entry.page)])
    }
    return String(decoding: JSON(entries).canonicalBytes, as: UTF8.self) + "\n"
  }
}
