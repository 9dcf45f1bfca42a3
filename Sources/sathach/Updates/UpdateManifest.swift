import Assessment
import Sealing
import Slip

/// What a stick brings, line by line, and who vouches for it. The format: `UpdateFormat` in the documentation.
struct UpdateManifest: Equatable {
  struct File: Equatable {
    enum Kind: String {
      case package
      case bank
    }

    let kind: Kind
    /// Below the stick's folder.
    let path: String
    let size: Int
    let sha256: [UInt8]

    var line: String { "\(kind.rawValue) \(size) \(sha256.hex) \(path)" }
  }

  static let name = "update.txt"
  static let firstLine = "sathach update 1"
  static let largest = 4 << 20

  /// Counts a maker's updates; a later one has a greater number.
  let number: Int
  let files: [File]

  var packages: [File] { files.filter { $0.kind == .package } }
  var bank: [File] { files.filter { $0.kind == .bank } }
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// What is signed: every line before the signature's.
  var toBeSigned: String {
    ([Self.firstLine, "number \(number)"] + files.map(\.line)).map { $0 + "\n" }.joined()
  }

  func text(signedBy key: SlipKey) -> String {
    toBeSigned + "signature \(key.kid.hex) \(key.sign(Array(toBeSigned.utf8)).hex)\n"
  }

  init(number: Int, files: [File]) {
    (self.number, self.files) = (number, files)
  }

  /// Reads a manifest that this key signed; nothing of it is looked at before the signature holds.
  init(_ text: String, anchor: Anchor) throws(UpdateFault) {
    guard text.hasPrefix(Self.firstLine + "\n") else {
      throw text.hasPrefix("sathach update ") ? .otherVersion : .notAnUpdate
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "", let last = lines.popLast() else { throw .unsigned }
    let words = last.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "signature", let signature = String(words[2]).hexBytes else { throw .unsigned }
    guard words[1] == anchor.kid.hex else { throw .otherKey(id: String(words[1].prefix(16))) }
    let signed = lines.map { $0 + "\n" }.joined()
    guard Ed25519.verify(signature, Array(signed.utf8), anchor.publicKey) else { throw .altered }
    guard lines.count >= 3, let number = Self.number(lines[1]) else { throw .unreadable(line: 2) }
    var files: [File] = []
    for (index, line) in lines.enumerated().dropFirst(2) {
      guard let file = Self.file(line), !files.contains(where: { $0.path == file.path }) else {
        throw .unreadable(line: index + 1)
      }
      files.append(file)
    }
    self.init(number: number, files: files)
  }

  private static func number(_ line: Substring) -> Int? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0] == "number", let number = Int(words[1]), (1...4_294_967_295).contains(number),
      String(number) == words[1]
    else { return nil }
    return number
  }

  private static func file(_ line: Substring) -> File? {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4, let kind = File.Kind(rawValue: String(words[0])), let size = Int(words[1]), size >= 0,
      let hash = String(words[2]).hexBytes, hash.count == 32, isFit(words[3], kind)
    else { return nil }
    return File(kind: kind, path: String(words[3]), size: size, sha256: hash)
  }

  /// Nothing outside the stick's folder, and nothing that a program would take for an option or a folder above.
  private static func isFit(_ path: Substring, _ kind: File.Kind) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && !part.hasPrefix("-") && part.utf8.allSatisfy(isNameByte)
    }
    switch kind {
    case .package: return isPlain && parts.count == 1 && path.hasSuffix(".deb")
    case .bank: return isPlain && (2...3).contains(parts.count) && parts[0] == "bank" && path.hasSuffix(".json")
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "+"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
