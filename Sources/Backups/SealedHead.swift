import Sealing

/// The first bytes of every backup and mirror file: what it is, whose key opens it, and the sealed key of its stream.
struct SealedHead {
  enum Kind: UInt8 {
    case backup = 1
    case snapshot = 2
    case changes = 3
  }

  static let magic = Array("SATHACHB".utf8)
  static let version: UInt8 = 1
  static let sealedKeyLength = 80
  static let length = 8 + 2 + OfficeKey.publicLength + sealedKeyLength + StreamSealer.headerLength

  let kind: Kind
  let officeKey: [UInt8]
  let sealedKey: [UInt8]
  let streamHeader: [UInt8]

  /// Bound to every piece.
  var context: [UInt8] { Self.magic + [Self.version, kind.rawValue] + officeKey }
  var bytes: [UInt8] { context + sealedKey + streamHeader }
}

extension SealedHead {
  static func read(_ file: InputFile) throws(BackupFault) -> SealedHead {
    let bytes = try file.read(length)
    guard bytes.starts(with: magic), bytes.count > 9 else { throw .foreignFile(path: file.path) }
    guard bytes[8] == version else { throw .newerFormat(path: file.path, found: Int(bytes[8])) }
    guard bytes.count == length else { throw .cut(path: file.path) }
    guard let kind = Kind(rawValue: bytes[9]) else { throw .foreignFile(path: file.path) }
    let key = 10 + OfficeKey.publicLength
    return SealedHead(
      kind: kind, officeKey: Array(bytes[10..<key]), sealedKey: Array(bytes[key..<key + sealedKeyLength]),
      streamHeader: Array(bytes[(key + sealedKeyLength)...]))
  }
}
