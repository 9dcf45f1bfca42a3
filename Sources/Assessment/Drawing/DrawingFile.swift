/// Reads a picture from a content file; the format is written down in <doc:ItemBankFile>, "A picture".
enum DrawingFile {
  static func read(_ json: JSON, subject: String, findings: Findings) -> Drawing? {
    let reader = MemberReader(json, subject: subject, findings: findings)
    let drawing = read(reader)
    reader.finish()
    return drawing
  }

  /// For an object that has other members beside the picture's; the caller finishes the reader. Nil where the shapes
  /// cannot be read; other wrong members give stand-ins.
  static func read(_ reader: MemberReader) -> Drawing? {
    let alt = Item.Wording(reader.text("alt", most: 500), ear: reader.optionalText("ear", most: 1_000))
    let width = reader.integer("width", in: Drawing.sides)
    let height = reader.integer("height", in: Drawing.sides)
    return shapes(reader).map { Drawing(alt: alt, width: width, height: height, shapes: $0) }
  }

  private static func shapes(_ reader: MemberReader) -> [Drawing.Shape]? {
    let elements = reader.list("svg")
    var lines: [String] = []
    for element in elements {
      guard case .text(let line) = element.value else {
        reader.problem("\"svg\" must be a list of texts, found \(element.kind)", at: element.line)
        return nil
      }
      lines.append(line)
    }
    // A missing or misshapen list has been told already.
    guard !lines.isEmpty else { return nil }
    do throws(DrawingFault) {
      return try DrawingReader.read(lines)
    } catch {
      let place = elements.indices.contains(error.line - 1) ? elements[error.line - 1].line : reader.line
      reader.problem("\"svg\", line \(error.line): expected \(error.expected)", at: place)
      return nil
    }
  }
}
