/// What a file from outside may come to before anybody looks into it.
package enum ForeignLimits {
  /// Ten thousand items of Moodle XML come to 30 MB.
  package static let fileBytes = 64 << 20
  /// What a bank may have in all.
  package static let items = 20_000
  /// One line of ``ReaderLine``: an item with a picture and its notes, or a row of long cells.
  package static let lineBytes = 4 << 20
}
