import Sealing

/// What opens a file: the office's key, or for reading back the key of the stream itself.
enum Opening {
  case office(OfficeKey)
  case stream([UInt8])
}

/// Reads what a ``SealedWriter`` wrote, piece by piece.
final class SealedReader {
  static let largestPiece = 256 << 20
  let head: SealedHead
  private let file: InputFile
  private var opener: StreamOpener
  private(set) var isAtEnd = false

  init(_ path: String, _ opening: Opening) throws(BackupFault) {
    file = try InputFile(path)
    head = try SealedHead.read(file)
    let expected = Fingerprint.text(of: head.officeKey)
    do throws(SealingError) {
      let key: [UInt8]
      switch opening {
      case .stream(let known): key = known
      case .office(let office):
        guard office.publicKey == head.officeKey else { throw .cannotOpen }
        key = try office.open(head.sealedKey)
      }
      opener = try StreamOpener(key: key, header: head.streamHeader)
    } catch {
      throw .otherKey(path: path, expected: expected)
    }
  }

  var path: String { file.path }

  /// The next piece; nil after the last one.
  ///
  /// - Throws: ``BackupFault/cut(path:)`` where the file ends before a last piece.
  func next() throws(BackupFault) -> [UInt8]? {
    if isAtEnd { return nil }
    guard let length = UInt32(bigEndianBytes: try file.read(4)) else { throw .cut(path: path) }
    guard (StreamSealer.pieceOverhead...Self.largestPiece).contains(Int(length)) else { throw .altered(path: path) }
    let sealed = try file.read(Int(length))
    guard sealed.count == Int(length) else { throw .cut(path: path) }
    do throws(SealingError) {
      let (piece, isLast) = try opener.open(sealed, with: head.context)
      isAtEnd = isLast
      return piece
    } catch {
      throw .altered(path: path)
    }
  }

  /// Whether the file ends with the SHA-256 of what stands before it. Needs no key.
  static func isUndamaged(_ path: String) throws(BackupFault) -> Bool {
    let size = try Folder.size(path)
    guard size >= SealedHead.length + 32 else { return false }
    let file = try InputFile(path)
    let digest = RunningSHA256()
    var left = size - 32
    while left > 0 {
      let bytes = try file.read(min(left, 1 << 20))
      if bytes.isEmpty { return false }
      digest.add(bytes)
      left -= bytes.count
    }
    return try file.read(32) == digest.finish()
  }
}

/// A public key in words that two people can compare: six groups of five digits.
package enum Fingerprint {
  /// Each 5 bytes of the SHA-256 of `sathach office key` and the key, as a number modulo 100,000.
  package static func text(of publicKey: [UInt8]) -> String {
    let hash = Digest.sha256(Array("sathach office key".utf8) + publicKey)
    return (0..<6).map { place in
      let digits = String(hash[place * 5..<place * 5 + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000)
      return String(repeating: "0", count: 5 - digits.utf8.count) + digits
    }.joined(separator: " ")
  }
}
