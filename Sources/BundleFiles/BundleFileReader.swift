import Bundles
import Sealing
import Slip
import Zlib

/// Reads one bundle from a file, within bounds: 4 KiB of head, 64 KiB of body at a time, one record.
///
///     let bundle = try BundleFileReader(path)
///     let key = try bundle.envelope.signer(among: keys, check: Ed25519.verify)
///     try bundle.envelope.require(recipient: recipient.id)
///     let content = try bundle.contentKey(province)
///     let digest = try bundle.check()
///     try bundle.forEachRecord { record, bytes in … }
package final class BundleFileReader {
  package let envelope: BundleEnvelope
  private let file: FileInput
  private static let piece = 1 << 16

  package var head: BundleHead { envelope.head }

  /// Reads what stands before the body. Nothing is verified yet but lengths.
  ///
  /// - Throws: ``BundleFault``, ``BundleFileFault``.
  package init(_ path: String) throws {
    file = try FileInput(path)
    let size = try file.size()
    guard size <= BundleLimits.file else { throw BundleFault.tooLarge(bytes: size) }
    let length = try BundleEnvelope.headLength(prefix: try file.read(BundleEnvelope.prefixLength))
    let message = try file.read(length)
    guard message.count == length else { throw BundleFault.cut }
    envelope = try BundleEnvelope(message: message)
    let whole = envelope.length + envelope.head.packedLength
    guard size >= whole else { throw BundleFault.cut }
    guard size == whole else { throw BundleFault.trailing }
  }

  /// Opens the key of personal parts.
  ///
  /// - Throws: ``BundleFault/otherRecipient(_:)``, ``BundleFault/contentKey``.
  package func contentKey(_ province: BundleKey) throws(BundleFault) -> ContentKey {
    try envelope.require(recipient: Array(Digest.sha256(province.publicKey).prefix(BundleHead.recipientLength)))
    do {
      return try province.open(head.sealedKey)
    } catch {
      throw .contentKey
    }
  }

  /// Holds the body's bytes against the head, before anything in them is looked at.
  ///
  /// - Returns: SHA-256 of the whole file, which the next bundle names.
  /// - Throws: ``BundleFault/bodyDigest``.
  package func check() throws -> [UInt8] {
    try file.seek(0)
    let (whole, body) = (RunningSHA256(), RunningSHA256())
    whole.add(try file.read(envelope.length))
    while true {
      let piece = try file.read(Self.piece)
      if piece.isEmpty { break }
      whole.add(piece)
      body.add(piece)
    }
    guard body.finish() == head.digest else { throw BundleFault.bodyDigest }
    return whole.finish()
  }

  /// Hands out the records in the file's order, each with its encoding.
  ///
  /// - Throws: ``BundleFault`` where the body is not what the head says, and whatever `give` throws. What was handed out
  ///   before must be taken back then.
  package func forEachRecord(_ give: (BundleRecord, _ bytes: [UInt8]) throws -> Void) throws {
    try file.seek(envelope.length)
    var records = RecordStream(head)
    try packing {
      let zlib = try ZlibStream(.unpack)
      while true {
        let piece = try file.read(Self.piece)
        if piece.isEmpty { break }
        try zlib.take(piece) { try records.take($0, give) }
      }
      guard zlib.isAtEnd else { throw BundleFault.packing }
    }
    try records.finish()
  }
}

/// Tells what zlib refuses as what it is in a bundle.
func packing<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let fault as ZlibFault {
    switch fault {
    case .trailing: throw BundleFault.trailing
    case .refused: throw BundleFault.packing
    }
  }
}

extension ContentKey {
  /// Opens personal parts of records; see ``BundledParticulars/opened(_:_:)``.
  package var opening: BundledParticulars.Opening { { open($0, with: $1) } }
  package var sealing: BundledParticulars.Sealing { { seal($0, with: $1) } }
}
