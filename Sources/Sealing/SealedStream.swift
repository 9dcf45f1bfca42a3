import CSodium

/// Encrypts a stream piece by piece (`crypto_secretstream_xchacha20poly1305`): pieces that are altered, left out, put in or
/// moved do not open, and the last one says that it is.
package struct StreamSealer: Sendable {
  package static let keyLength = 32
  package static let headerLength = 24
  /// How much longer a sealed piece is.
  package static let pieceOverhead = 17
  static let message: UInt8 = 0
  static let final: UInt8 = 3
  package let header: [UInt8]
  private var state = crypto_secretstream_xchacha20poly1305_state()

  package init(key: [UInt8]) throws(SealingError) {
    try Sodium.require(key, count: Self.keyLength)
    var header = [UInt8](repeating: 0, count: Self.headerLength)
    guard crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key) == 0 else { throw .libraryUnavailable }
    self.header = header
  }

  package mutating func seal(_ piece: [UInt8], with context: [UInt8], isLast: Bool) -> [UInt8] {
    var sealed = [UInt8](repeating: 0, count: piece.count + Self.pieceOverhead)
    crypto_secretstream_xchacha20poly1305_push(
      &state, &sealed, nil, piece, UInt64(piece.count), context, UInt64(context.count),
      isLast ? Self.final : Self.message)
    return sealed
  }
}

/// Opens what a ``StreamSealer`` sealed, in the same order.
package struct StreamOpener: Sendable {
  private var state = crypto_secretstream_xchacha20poly1305_state()

  package init(key: [UInt8], header: [UInt8]) throws(SealingError) {
    try Sodium.require(key, count: StreamSealer.keyLength)
    guard header.count == StreamSealer.headerLength,
      crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0
    else { throw .cannotOpen }
  }

  package mutating func open(_ sealed: [UInt8], with context: [UInt8]) throws(SealingError) -> (
    piece: [UInt8], isLast: Bool
  ) {
    guard sealed.count >= StreamSealer.pieceOverhead else { throw .cannotOpen }
    var piece = [UInt8](repeating: 0, count: sealed.count - StreamSealer.pieceOverhead)
    var tag: UInt8 = 0
    let code = crypto_secretstream_xchacha20poly1305_pull(
      &state, &piece, nil, &tag, sealed, UInt64(sealed.count), context, UInt64(context.count))
    guard code == 0 else { throw .cannotOpen }
    return (piece, tag == StreamSealer.final)
  }
}
