import ArgumentParser
import Assessment
import Printing
import QRSymbols
import SQLiteStore
import Sealing
import Slip
import UseCases
import Web

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
      Terminal.say(
        JSON(
          slips.map { slip in
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

/// Prints the text of one slip's symbol, the symbol itself, or the whole sheet.
struct SlipShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the QR text of a slip, draw its symbol or its sheet.")

  @Argument(help: "The 16 digits of the spoken code.")
  var code: String

  @Flag(help: "Draw the symbol as SVG.")
  var svg = false

  @Flag(help: "Draw the symbol as PNG, four dots a module at 203 dots an inch.")
  var png = false

  @Option(help: "Draw the whole sheet as PNG, 80mm, 58mm or a5, read back before it is printed.")
  var sheet: String?

  @OptionGroup var options: BoxOptions

  func validate() throws {
    guard sheet.map({ PaperSize(rawValue: $0) != nil }) ?? true else {
      throw ValidationError("--sheet takes 80mm, 58mm or a5, not \(sheet ?? "")")
    }
  }

  func run() throws {
    let box = try options.existing()
    let store = try box.openReading()
    let slip: StoredSlip
    do {
      slip = try BoxSlips(store: store).slip(code: code)
    } catch let problem as CodeProblem {
      throw Failure.refused("sathach: \(problem.text)")
    }
    let text = SlipText.encode(slip.bytes)
    if let size = sheet.flatMap(PaperSize.init) {
      try Terminal.put(picture(of: slip, text: text, on: size, box: box, store: store))
    } else if png {
      Terminal.put(try PNGImage(try QRPainter().symbol(for: text).raster(dotsPerModule: 4)).bytes)
    } else if svg {
      Terminal.say(SymbolDrawingText.svg(try QRPainter().symbol(for: text)))
    } else {
      Terminal.say(text)
    }
  }

  private func picture(
    of slip: StoredSlip, text: String, on size: PaperSize, box: BoxFolder, store: KioskStore
  ) throws -> [UInt8] {
    let office = try box.office()
    let parts = KioskParts(
      box: box, secrets: try box.secrets(creating: false), signing: try box.signing(creating: false), office: office)
    let kiosk = parts.kiosk(store)
    guard let record = try store.attempt(slip.attempt) else { throw UseCaseError.unknownAttempt(slip.attempt) }
    let paper = SlipPaper(
      result: try kiosk.result(of: record), slip: slip, office: office, symbol: try QRPainter().symbol(for: text),
      copy: max(1, try store.printCount(of: slip.serial)), isSample: box.isSample)
    return try kiosk.sheet(paper.paper, on: size, text: text)
  }
}

/// Why a spoken code leads to no slip.
struct CodeProblem: Error {
  let word: String
  let text: String
}

/// Finds slips of this box by their spoken code.
struct BoxSlips {
  let store: KioskStore

  func slip(code: String) throws -> StoredSlip {
    let spoken: SpokenCode
    do {
      spoken = try SpokenCode(code)
    } catch {
      throw CodeProblem(word: "mistyped", text: SlipErrorWording.text(error))
    }
    guard let slip = try store.slip(with: spoken.token) else {
      throw CodeProblem(word: "code-unknown", text: "no slip with the code \(spoken.text) on this box")
    }
    return slip
  }
}

/// Says whether a slip is genuine, and why not.
struct SlipVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a QR text or a spoken code; exit 0 if genuine, 1 if not.")

  @Argument(help: "The scanned text, or the 16 digits of the spoken code of a slip of this box.")
  var text: String

  @Option(help: "The citizen number of whoever shows the slip; exit 1 if the slip is somebody else's.")
  var holder: String?

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    let keys = try keys(of: box)
    let text: String
    do {
      text = try qrText(box)
    } catch let problem as CodeProblem {
      return try refuse(problem)
    }
    let verdict = SlipVerification.verdict(on: text, keys: keys, check: Ed25519.verify)
    let answer = VerdictReport(verdict, edition: keys.edition, holder: try comparison(verdict))
    if report.json {
      Terminal.say(answer.json)
    } else {
      for line in answer.lines { Terminal.say(line) }
    }
    if !answer.isAccepted { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func keys(of box: BoxFolder) throws -> KeyList {
    do {
      return try KeyRingFiles(box: box).keys()
    } catch let error as SlipError {
      throw Failure.couldNot("sathach: the key list held is damaged: \(SlipErrorWording.text(error))")
    }
  }

  private func comparison(_ verdict: Verdict) throws -> HolderComparison? {
    guard let holder else { return nil }
    guard let number = CitizenNumber(holder) else {
      throw Failure.refused("sathach: --holder takes 12 digits")
    }
    guard case .genuine(let claims, _) = verdict else { return nil }
    return try HolderComparison(of: claims) { try HolderCheck.bits(number: number.digits, token: $0) }
  }

  private func qrText(_ box: BoxFolder) throws -> String {
    let text = text.trimmed
    guard SpokenCode.isLikely(text) else { return text }
    return SlipText.encode(try BoxSlips(store: try box.openReading()).slip(code: text).bytes)
  }

  private func refuse(_ problem: CodeProblem) throws {
    if report.json {
      Terminal.say(
        JSON.object(["genuine": false, "verdict": JSON(problem.word), "reason": JSON("not genuine: \(problem.text)")]))
    } else {
      Terminal.say("not genuine: \(problem.text)")
    }
    throw ExitCode(ExitStatus.refused.rawValue)
  }
}
