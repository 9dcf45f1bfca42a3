import ArgumentParser
import Assessment
import UseCases

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys slips are signed with.", subcommands: [KeysExport.self])
}

/// Prints the public half of this box's key: all another box needs to check its slips.
struct KeysExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print this box's public keys as JSON.")

  @OptionGroup var options: BoxOptions

  func run() throws {
    let box = try options.existing()
    let signing = try box.signing(creating: false)
    let issuer = try box.issuer()
    Terminal.say(
      JSON([
        JSON.object([
          "kid": JSON(signing.keyID.hex), "public": JSON(signing.publicKey.hex), "issuer": JSON(issuer.text),
          "fromSerial": 1,
        ])
      ]))
  }
}

extension Array where Element == UInt8 {
  var hex: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
