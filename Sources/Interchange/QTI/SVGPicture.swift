import Assessment

/// An SVG file as a picture of the bank, which is the inside of one.
enum SVGPicture {
  static func members(of svg: XMLElement, alt: String) throws(Finding) -> JSON {
    guard svg.name == "svg" else { throw Finding(.picture, [svg.name]) }
    let view = svg["viewBox"].map { $0.split { " ,".contains($0) }.map { Double($0) } } ?? []
    guard view.isEmpty || (view.count == 4 && view[0] == 0 && view[1] == 0) else {
      throw Finding(.picture, ["viewBox"])
    }
    let width = view.count == 4 ? view[2] : length(svg["width"])
    let height = view.count == 4 ? view[3] : length(svg["height"])
    var members = Members()
    let title = svg.child("title").map { PlainText.tidy($0.text) } ?? ""
    members.set("alt", text: alt.isEmpty ? title : alt)
    members.set("width", width.flatMap(whole).map { JSON($0) })
    members.set("height", height.flatMap(whole).map { JSON($0) })
    members.set("svg", JSON(svg.children.filter { !["title", "desc"].contains($0.name) }.map { JSON(line($0)) }))
    return members.json
  }

  private static func length(_ text: String?) -> Double? {
    text.flatMap { Double($0.hasSuffix("px") ? String($0.dropLast(2)) : $0) }
  }

  private static func whole(_ number: Double) -> Int? {
    number > 0 && number < 10_000 ? Int(number.rounded()) : nil
  }

  /// White space between shapes says nothing.
  private static func packed(_ element: XMLElement) -> XMLElement {
    XMLElement(
      element.name, element.attributes,
      element.nodes.compactMap { node in
        switch node {
        case .element(let child): .element(packed(child))
        case .text(let text): PlainText.tidy(text).isEmpty ? nil : node
        case .instruction: nil
        }
      })
  }

  /// One shape with what is in it, as the bank's pictures write it.
  private static func line(_ element: XMLElement) -> String {
    var writer = XMLWriter(hasDeclaration: false, isCompact: true)
    writer.add(packed(element))
    return PlainText.tidy(String(decoding: writer.bytes, as: UTF8.self))
  }
}
