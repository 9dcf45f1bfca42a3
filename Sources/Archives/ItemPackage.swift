import Interchange

/// Reads a content package of QTI: the manifest, then every item in a file of its own.
package struct ItemPackage {
  package static let manifest = "imsmanifest.xml"
  /// A picture and its item are far smaller; what is larger was not made for a screen.
  private static let largestFile = 4 << 20

  private let archive: ZipArchive
  private let intake: Intake

  package static func read(_ archive: ZipArchive, into intake: Intake) throws(Finding) {
    try ItemPackage(archive: archive, intake: intake).read()
  }

  private func read() throws(Finding) {
    var manifest = QTIManifest()
    try parse(Self.manifest, level: 3) { element throws(Finding) in manifest.take(element) }
    for other in manifest.others { intake.note(Finding(.partLeft, [other.type], file: other.href)) }
    for resource in manifest.items {
      do throws(Finding) {
        try item(resource)
      } catch {
        guard let kept = Self.asItem(error) else { throw error }
        intake.note(kept.at(file: resource.href))
      }
    }
    try intake.finish()
  }

  private func item(_ resource: QTIManifest.Resource) throws(Finding) {
    guard archive.has(resource.href) else { throw Finding(.brokenReference, [resource.href], file: Self.manifest) }
    let folder = resource.href.split(separator: "/").dropLast().map(String.init)
    try parse(resource.href, level: 1) { root throws(Finding) in
      let reader = QTIItemReader(root) { name throws(Finding) in try picture(name, in: folder) }
      try reader.read(into: intake, file: resource.href, labels: resource.labels)
    }
  }

  private func picture(_ name: String, in folder: [String]) throws(Finding) -> XMLElement? {
    guard let path = Self.path(name, in: folder), path.hasSuffix(".svg"), archive.has(path) else { return nil }
    var picture: XMLElement?
    try parse(path, level: 1) { root throws(Finding) in picture = root }
    return picture
  }

  /// Relative to the item's file, never out of the package.
  static func path(_ name: String, in folder: [String]) -> String? {
    guard !name.contains(":"), !name.hasPrefix("/") else { return nil }
    var parts = folder
    for part in name.split(separator: "/") {
      switch part {
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      case ".": continue
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private func parse(
    _ name: String, level: Int, each: (XMLElement) throws(Finding) -> Void
  ) throws(Finding) {
    try withoutActuallyEscaping(each) { each throws(Finding) in
      let listener = ElementListener(level: level, root: { _ throws(Finding) in }, each: each)
      let parser = try XMLParser(listener)
      var length = 0
      do throws(Finding) {
        try archive.read(name) { piece throws(Finding) in
          length += piece.count
          guard level > 1 || length <= Self.largestFile else { throw Finding(.textTooLong, [String(Self.largestFile)]) }
          try parser.feed(piece)
        }
        try parser.finish()
      } catch {
        throw error.at(file: name)
      }
    }
  }

  /// A damaged item leaves the others of its package alone; nil where the package itself is at fault.
  private static func asItem(_ finding: Finding) -> Finding? {
    switch finding.reason {
    case .damagedXML, .documentType, .tooDeep, .textTooLong:
      Finding(
        .unreadableEntry, [finding.reason.rawValue] + finding.facts, file: finding.file, line: finding.line,
        column: finding.column)
    case _ where finding.reason.weight == .refusesItem: finding
    default: nil
    }
  }
}
