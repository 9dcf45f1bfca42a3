import ArgumentParser
import Assessment
import QRSymbols
import Sealing
import Slip
import UseCases

struct SlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip", abstract: "List, show and verify result slips.",
    subcommands: [SlipList.self, SlipShow.self, SlipVerify.self])
}

/// Lists the slips of this box, oldest first.
struct SlipList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the slips this box issued.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let store = try options.existing().openReading()
    var slips: [StoredSlip] = []
    while true {
      let more = try store.slips(after: slips.last?.serial ?? 0, most: 1_000)
      if more.isEmpty { break }
      slips += more
    }
    if report.json {
      Terminal.say(JSON(slips.map { slip in
        JSON.object([
          "code": JSON(SpokenCode(slip.token).text.filter { $0 != " " }), "text": JSON(SlipText.encode(slip.bytes)),
          "serial": JSON(Int(slip.serial)), "attempt": JSON(Int(slip.attempt)),
          "issuedAt": JSON(Int(slip.issuedAt.seconds)),
        ])
      }))
    } else {
      for slip in slips {
        Terminal.say("\(slip.serial)\t\(SpokenCode(slip.token).text)\tattempt \(slip.attempt)")
      }
    }
  }
}

/// Prints the text of one slip's symbol, or the symbol itself.
struct SlipShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the QR text of a slip, or draw its symbol.")

  @Argument(help: "The 16 digits of the spoken code.")
  var code: String

  @Flag(help: "Draw the symbol as SVG.")
  var svg = false

  @OptionGroup var options: BoxOptions

  func run() throws {
    let spoken: SpokenCode
    do {
      spoken = try SpokenCode(code)
    } catch {
      throw Failure.refused("sathach: \(SlipErrorWording.text(error))")
    }
    guard let slip = try options.existing().openReading().slip(with: spoken.token) else {
      throw Failure.refused("sathach: no slip with the code \(spoken.text) on this box")
    }
    let text = SlipText.encode(slip.bytes)
    Terminal.say(svg ? SymbolDrawingText.svg(try QRPainter().symbol(for: text)) : text)
  }
}

/// Says whether a slip is genuine, and why not.
struct SlipVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a QR text or a spoken code; exit 0 if genuine, 1 if not.")

  @Argument(help: "The scanned text, or the 16 digits of the spoken code of a slip of this box.")
  var text: String

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    let signing = try box.signing(creating: false)
    let own = try KnownKey(kid: signing.keyID, publicKey: signing.publicKey, issuer: try box.issuer())
    let verdict = SlipVerification.verdict(
      on: try qrText(box), keys: KeyList(keys: [own]), check: Ed25519.verify)
    let answer = VerdictReport(verdict)
    if report.json {
      Terminal.say(answer.json)
    } else {
      for line in answer.lines { Terminal.say(line) }
    }
    if !answer.isGenuine { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func qrText(_ box: BoxFolder) throws -> String {
    guard SpokenCode.isLikely(text) else { return text }
    let spoken: SpokenCode
    do {
      spoken = try SpokenCode(text)
    } catch {
      throw Failure.refused("not genuine: \(SlipErrorWording.text(error))")
    }
    guard let slip = try box.openReading().slip(with: spoken.token) else {
      throw Failure.refused("not genuine: no slip with the code \(spoken.text) on this box")
    }
    return SlipText.encode(slip.bytes)
  }
}
