import Glibc

/// What an encrypted listener shows and proves itself with, as the texts of two PEM files.
package struct TLSFiles: Sendable, Equatable {
  /// The server's certificate, then those between it and its root.
  package let certificateChain: String
  /// Fits the first certificate; unencrypted.
  package let key: String

  package init(certificateChain: String, key: String) {
    self.certificateChain = certificateChain
    self.key = key
  }
}

/// The texts libmicrohttpd is lent; it does not say for how long, so they live as long as the daemon.
final class TLSTexts: Sendable {
  private let chain: Text
  private let key: Text
  private let rules: Text

  /// What GnuTLS may agree to: nothing older than TLS 1.2, and no cipher below 128 bits.
  static let priorities = "SECURE256:+SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

  init(_ files: TLSFiles) {
    chain = Text(files.certificateChain)
    key = Text(files.key)
    rules = Text(Self.priorities)
  }

  var certificateChainPointer: UnsafeMutableRawPointer { chain.start }
  var keyPointer: UnsafeMutableRawPointer { key.start }
  var prioritiesPointer: UnsafeMutableRawPointer { rules.start }

  /// A C string that is wiped before its memory is given back.
  private final class Text: Sendable {
    nonisolated(unsafe) let start: UnsafeMutableRawPointer
    private let count: Int

    init(_ text: String) {
      let bytes = Array(text.utf8) + [0]
      count = bytes.count
      start = .allocate(byteCount: bytes.count, alignment: 1)
      start.copyMemory(from: bytes, byteCount: bytes.count)
    }

    deinit {
      explicit_bzero(start, count)
      start.deallocate()
    }
  }
}
