import Assessment

/// What a content package says it holds.
package struct QTIManifest {
  package struct Resource {
    package let href: String
    package let type: String
    /// Keywords of its LOM metadata.
    package let labels: [String]
  }

  package private(set) var resources: [Resource] = []

  package init() {}

  /// - Parameter element: a child of `resources`.
  package mutating func take(_ element: XMLElement) {
    guard element.name == "resource" else { return }
    resources.append(
      Resource(
        href: element["href"] ?? "", type: element["type"] ?? "",
        labels: Self.keywords(in: element).filter { !$0.isEmpty }))
  }

  private static func keywords(in element: XMLElement) -> [String] {
    element.children.flatMap { child in
      child.name == "keyword" ? child.children.map { PlainText.tidy($0.text) } : keywords(in: child)
    }
  }

  package var items: [Resource] { resources.filter { $0.type.hasPrefix("imsqti_item") } }
  /// Tests and other things that are no items.
  package var others: [Resource] {
    resources.filter {
      !$0.type.hasPrefix("imsqti_item")
        && !["webcontent", "associatedcontent/learning-application-resource"].contains($0.type)
    }
  }
}

struct QTIManifestWriter {
  private let version: QTIWriter.Version
  private var xml = XMLWriter()

  init(_ version: QTIWriter.Version) {
    self.version = version
    let schema = version == .second ? "imscp_v1p1" : "qti/qtiv3p0/imscp_v1p1"
    xml.begin(
      "manifest",
      [
        XMLAttribute(name: "xmlns", value: "http://www.imsglobal.org/xsd/\(schema)"),
        XMLAttribute(name: "xmlns:lom", value: "http://ltsc.ieee.org/xsd/LOM"),
        XMLAttribute(name: "identifier", value: "sathach"),
      ])
    let name = version == .second ? "QTIv2.1 Package" : "QTI Package"
    xml.add(
      .of("metadata", [:], [.words("schema", name), .words("schemaversion", version == .second ? "1.0.0" : "3.0.0")]),
      indent: 1)
    xml.add(.of("organizations"), indent: 1)
    xml.begin("resources")
  }

  mutating func add(_ item: Item, hasPicture: Bool) {
    let keywords = Labels.of(item).map { XMLElement.of("lom:keyword", [:], [.words("lom:string", $0)]) }
    let path = "items/\(item.id)"
    let files = hasPicture ? ["\(path).xml", "\(path).svg"] : ["\(path).xml"]
    xml.add(
      .of(
        "resource",
        [
          "identifier": "r-\(item.id)", "type": version == .second ? "imsqti_item_xmlv2p1" : "imsqti_item_xmlv3p0",
          "href": "\(path).xml",
        ],
        [.of("metadata", [:], [.of("lom:lom", [:], [.of("lom:general", [:], keywords)])])]
          + files.map { .of("file", ["href": $0]) }), indent: 2)
  }

  var bytes: [UInt8] {
    var whole = xml
    whole.end("resources")
    whole.end("manifest")
    return whole.bytes
  }
}
