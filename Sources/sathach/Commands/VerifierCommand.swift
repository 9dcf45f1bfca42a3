import ArgumentParser
import UseCases
import Web

/// Writes the one page that checks slips on a phone without a network.
struct VerifierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verifier",
    abstract: "Write one HTML page that checks slips without a network, with the keys this box holds.")

  @Option(help: "The file to write; without it, standard output.") var to: String?
  @Option(help: "The folder with the files the page is made of.") var kiosk: String?
  @OptionGroup var options: BoxOptions

  func run() throws {
    let box = try options.existing()
    let folder = KioskFolder.find(kiosk)
    guard let template = try Command.reading({ try folder.verifier() }) else {
      throw Failure.couldNot("sathach: no verifier in \(folder.path): expected the folder deployed beside the program")
    }
    let secrets = try box.secrets(creating: false)
    let parts = KioskParts(
      box: box, secrets: secrets, signing: try box.signing(creating: false), office: try box.office())
    let page = template.html(
      try parts.kiosk(try box.openReading()).publishKeys(), sha256: secrets.sha256)
    guard let to else { return Terminal.put(page) }
    try Command.reading { try FileSystem.write(bytes: page, to: to, mode: 0o644) }
  }
}
