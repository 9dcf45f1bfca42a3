/// Why a file of sound is not taken.
package enum SoundFault: Error, Equatable, Sendable, CaseIterable {
  case empty
  case tooLarge
  /// Neither Ogg nor WebM, or another codec than Opus in it.
  case unknownFormat
  case damaged
  /// More channels than two, or frames that Opus does not have.
  case unsupported
  case tooShort
  case tooLong
}
