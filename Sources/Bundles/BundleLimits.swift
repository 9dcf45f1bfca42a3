/// How large the parts of a bundle may be; whoever reads one holds to these before memory is set aside.
package enum BundleLimits {
  /// Bytes of the signed head.
  package static let head = 4096
  /// Bytes of one record.
  package static let record = 65_536
  /// Records of one bundle.
  package static let records = 1_000_000
  /// Bytes of the body as it lies in the file: 64 MiB.
  package static let packed = 67_108_864
  /// Bytes of the body unpacked: 256 MiB.
  package static let unpacked = 268_435_456
  /// The whole file.
  package static let file = BundleEnvelope.prefixLength + head + packed
  /// Bytes of a file of answers: 1 MiB.
  package static let answers = 1_048_576
}
