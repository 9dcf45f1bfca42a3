import Bundles
import Glibc
import Sealing
import Slip
import Zlib

/// Writes one bundle: the body first, into a file of its own, since the head names its lengths and digest; then the whole
/// under a temporary name. Only a whole and synced file gets the bundle's own name.
package final class BundleFileWriter {
  /// What the head says beside what is counted here.
  package struct Facts {
    package let issuer: Issuer
    package let number: Int
    package let previous: [UInt8]
    package let firstEvent: Int64
    package let lastEvent: Int64
    package let eventHash: [UInt8]
    package let madeAt: Int64
    package let isClockTrusted: Bool
    package let recipient: Recipient

    package init(
      issuer: Issuer, number: Int, previous: [UInt8], firstEvent: Int64, lastEvent: Int64, eventHash: [UInt8],
      madeAt: Int64, isClockTrusted: Bool, recipient: Recipient
    ) {
      (self.issuer, self.number, self.previous) = (issuer, number, previous)
      (self.firstEvent, self.lastEvent, self.eventHash) = (firstEvent, lastEvent, eventHash)
      (self.madeAt, self.isClockTrusted, self.recipient) = (madeAt, isClockTrusted, recipient)
    }
  }

  package private(set) var count = 0
  /// People whose particulars go with it.
  package private(set) var people = 0
  package let key: ContentKey
  private let folder: String
  private let body: FileOutput
  private let zlib: ZlibStream
  private let digest = RunningSHA256()
  private var unpacked = 0

  package static let bodyName = "body.tmp"
  package static let wholeName = "bundle.tmp"

  /// - Parameters:
  ///   - folder: where the bundle will lie.
  ///   - key: a new one for each bundle.
  package init(in folder: String, key: ContentKey) throws {
    (self.folder, self.key) = (folder, key)
    body = try FileOutput(folder + "/" + Self.bodyName)
    zlib = try packing { try ZlibStream(.pack) }
  }

  package func add(_ record: BundleRecord) throws {
    let bytes = try record.framed(number: count + 1)
    unpacked += bytes.count
    count += 1
    guard unpacked <= BundleLimits.unpacked, count <= BundleLimits.records else {
      throw BundleFault.tooLarge(bytes: unpacked)
    }
    if case .person(let person) = record, !person.sealed.isEmpty { people += 1 }
    try packing { try zlib.take(bytes, put) }
  }

  private func put(_ packed: [UInt8]) throws {
    digest.add(packed)
    try body.write(packed)
  }

  /// Closes the body and gives the bundle its name.
  ///
  /// - Returns: its head, and SHA-256 of the whole file.
  package func finish(
    _ facts: Facts, kid: KeyID, sign: (_ message: [UInt8]) throws -> [UInt8]
  ) throws -> (head: BundleHead, digest: [UInt8]) {
    try packing { try zlib.take([], isLast: true, put) }
    guard body.size <= BundleLimits.packed else { throw BundleFault.tooLarge(bytes: body.size) }
    let head = BundleHead(
      issuer: facts.issuer, number: facts.number, previous: facts.previous, firstEvent: facts.firstEvent,
      lastEvent: facts.lastEvent, eventHash: facts.eventHash, madeAt: facts.madeAt,
      isClockTrusted: facts.isClockTrusted, recipient: facts.recipient.id,
      sealedKey: try key.sealed(to: facts.recipient.publicKey), recordCount: count, unpackedLength: unpacked,
      packedLength: body.size, digest: digest.finish())
    let whole = try assemble(try BundleEnvelope.bytes(head, kid: kid, sign: sign))
    try FileNames.rename(folder + "/" + Self.wholeName, to: folder + "/" + head.fileName, in: folder)
    unlink(body.path)
    return (head, whole)
  }

  private func assemble(_ front: [UInt8]) throws -> [UInt8] {
    let whole = RunningSHA256()
    let output = try FileOutput(folder + "/" + Self.wholeName)
    try output.write(front)
    whole.add(front)
    let input = try FileInput(body.path)
    while true {
      let piece = try input.read(1 << 16)
      if piece.isEmpty { break }
      whole.add(piece)
      try output.write(piece)
    }
    try output.sync()
    return whole.finish()
  }
}
