/// Why the office door has no usable certificate; never holds key bytes. Times are seconds since 1970.
package enum CertificatesError: Error, Hashable, Sendable {
  /// GnuTLS refused; `reason` is its own English sentence.
  case library(call: String, reason: String)
  /// Not a certificate in PEM form.
  case unreadableCertificate(path: String)
  /// Not an unencrypted private key in PEM form.
  case unreadableKey(path: String)
  /// The certificate there was put by hand, and its key was not.
  case keyMissing(path: String)
  case keyDoesNotFit(key: String, certificate: String)
  /// The certificate may sign no others: CA:TRUE or the usage keyCertSign is missing.
  case notAnAuthority(path: String)
  /// Only `authority-key.pem` could sign what has to be made or renewed.
  case nothingToSignWith(path: String)
  case expired(path: String, at: Int)
  case notYetValid(path: String, until: Int)
  /// Group or others may read or write the file or its folder; `mode` holds the permission bits.
  case openToOthers(path: String, mode: UInt32)
  case notRegular(path: String)
  case tooLarge(path: String, limit: Int)
  /// A system call failed with this `errno`.
  case system(call: String, path: String, code: Int32)
}
