import Assessment
import Slip
import UseCases

/// The page that checks slips by itself, before keys and words are put into it: one file, for a phone without a network.
///
/// Its policy allows exactly this script and this style, by their hashes, and nothing from anywhere.
package struct VerifierTemplate: Sendable {
  /// In this order the scripts make one.
  package static let scripts = ["digests.js", "signatures.js", "formats.js", "holder.js", "page.js"]
  package static let page = "page.html"
  package static let style = "style.css"

  private let page: String
  private let style: String
  private let script: String

  /// - Parameter part: the text of one of the files by its name.
  package init(_ part: (String) throws -> String) rethrows {
    page = try part(Self.page)
    style = try part(Self.style)
    script = try Self.scripts.map(part).joined(separator: "\n")
  }

  /// The whole page.
  package func html(_ keys: PublishedKeys, sha256: ([UInt8]) -> [UInt8]) -> [UInt8] {
    let constants =
      "\"use strict\";\nconst WORDS = \(Self.text(Self.words));\nconst KEYS = \(Self.text(Self.json(keys)));\n"
    let script = constants + script
    let values: [(String, String)] = [
      ("script-hash", Self.hash(script, sha256)), ("style-hash", Self.hash(style, sha256)),
      ("title", VerifierWording.title), ("lead", VerifierWording.lead), ("too-old", VerifierWording.tooOld),
      ("slip-label", VerifierWording.slipLabel), ("slip-help", VerifierWording.slipHelp),
      ("scan", VerifierWording.scan), ("stop", VerifierWording.stop), ("holder-label", Wording.checkHolderLabel),
      ("check", Wording.checkButton), ("keys-title", VerifierWording.keysTitle),
      ("keys-limit", VerifierWording.keysLimit), ("privacy", VerifierWording.privacy), ("style", style),
      ("script", script),
    ]
    return Array(Self.filled(page, values).utf8)
  }

  /// Each name is looked for once in the page, never in what was put into it.
  private static func filled(_ page: String, _ values: [(String, String)]) -> String {
    page.split(separator: "{{", omittingEmptySubsequences: false).enumerated().map { index, piece in
      guard index > 0, let (name, value) = values.first(where: { piece.hasPrefix("\($0.0)}}") }) else {
        return String(piece)
      }
      return value + piece.dropFirst(name.count + 2)
    }.joined()
  }

  private static func hash(_ text: String, _ sha256: ([UInt8]) -> [UInt8]) -> String {
    String(decoding: Base64.encode(sha256(Array(text.utf8))), as: UTF8.self)
  }

  /// JSON that can end no script.
  private static func text(_ json: JSON) -> String {
    String(decoding: json.canonicalBytes, as: UTF8.self).split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "\\u003c")
  }

  private static func json(_ keys: PublishedKeys) -> JSON {
    let own = keys.own.map { key in
      JSON.object([
        "kid": JSON(key.kid.hex), "public": JSON(Hex.text(key.publicKey)), "issuer": JSON(key.issuer.text),
        "fromSerial": JSON(key.fromSerial),
      ])
    }
    let revoked = keys.revoked.map { slip in
      JSON.object(["issuer": JSON(slip.issuer.text), "token": JSON(slip.token.digits)])
    }
    return JSON.object([
      "anchor": keys.province.map { JSON(Hex.text($0.anchor)) } ?? JSON(.null),
      "list": keys.province.map { JSON($0.text) } ?? JSON(.null), "keys": JSON(own), "revoked": JSON(revoked),
      "madeAt": JSON(Int(keys.madeAt.seconds)),
    ])
  }
}
