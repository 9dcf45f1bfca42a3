import Sealing

/// Writes a file that only the office's recovery key opens: a head, then pieces, each with its length.
final class SealedWriter {
  let file: OutputFile
  /// Known only here and, sealed, in the head: to read back what was written, and for nothing else.
  let streamKey: [UInt8]
  private let head: SealedHead
  private var sealer: StreamSealer
  private let digest = RunningSHA256()

  init(_ path: String, kind: SealedHead.Kind, officeKey: [UInt8]) throws {
    streamKey = RandomBytes.bytes(StreamSealer.keyLength)
    sealer = try StreamSealer(key: streamKey)
    head = SealedHead(
      kind: kind, officeKey: officeKey, sealedKey: try OfficeKey.seal(streamKey, to: officeKey),
      streamHeader: sealer.header)
    file = try OutputFile(path)
    try write(head.bytes)
  }

  func put(_ piece: [UInt8], isLast: Bool = false) throws(BackupFault) {
    let sealed = sealer.seal(piece, with: head.context, isLast: isLast)
    try write(UInt32(sealed.count).bigEndianBytes)
    try write(sealed)
  }

  /// The SHA-256 of everything before, so that damage is found without any key; then the sync.
  /// - Returns: that digest.
  func finish() throws(BackupFault) -> [UInt8] {
    let sum = digest.finish()
    try file.write(sum)
    try file.sync()
    return sum
  }

  private func write(_ bytes: [UInt8]) throws(BackupFault) {
    digest.add(bytes)
    try file.write(bytes)
  }
}
