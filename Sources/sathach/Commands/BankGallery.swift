import ArgumentParser
import Assessment
import Web

/// Writes every item in every state as pages, for writers, second readers and officers.
struct BankGallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery", abstract: "Write every item in every state, with its key and notes, as pages to print.")

  @Option(help: "The folder for the pages; made if missing.") var to: String
  @Option(help: "Only so many tested items of each audience, drawn by chance, on one page an audience.") var draw: Int?
  @Option(help: "The seed of the drawing.") var seed: UInt64 = 1
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?

  func validate() throws {
    if let draw, !(1...1_000).contains(draw) { throw ValidationError("--draw takes 1 to 1,000") }
  }

  func run() throws {
    let kiosk = KioskFolder.find(kiosk)
    let bank = try Command.bank(in: kiosk)
    let files = draw.map { drawn($0, of: bank) } ?? ItemGallery(bank).files
    try Command.reading {
      try FileSystem.makeFolder(to, mode: 0o755)
      for file in files {
        try FileSystem.write(String(decoding: file.html, as: UTF8.self), to: "\(to)/\(file.name)", mode: 0o644)
      }
      for file in try kiosk.webFiles() where ItemGallery.styles.contains(file.name) {
        try FileSystem.write(String(decoding: file.bytes, as: UTF8.self), to: "\(to)/\(file.name)", mode: 0o644)
      }
    }
    Terminal.say("\(to): \(files.count) pages")
  }

  private func drawn(_ count: Int, of bank: ItemBank) -> [ItemGallery.File] {
    let gallery = ItemGallery(bank)
    return bank.framework.audiences.map { audience in
      var dice = SeededDice(seed: seed)
      let ids = dice.shuffled(bank.cards(for: audience.id).filter { $0.use == .tested }.map(\.id).sorted())
      return ItemGallery.File(
        name: "\(audience.id).html", html: gallery.page(of: Array(ids.prefix(count)), title: audience.name))
    }
  }
}
