/// A file that came with a form.
package struct Upload: Equatable, Sendable {
  /// The name of its field.
  package let name: String
  /// What the sender calls it, without folders; to be shown, never to be used as a path. Empty where no file was chosen.
  package let fileName: String
  package let bytes: [UInt8]

  package init(name: String, fileName: String, bytes: [UInt8]) {
    self.name = name
    self.fileName = fileName
    self.bytes = bytes
  }
}
