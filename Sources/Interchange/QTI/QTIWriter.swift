import Assessment

/// Writes a content package of QTI 2.1 or 3.0, one item a file; see <doc:QTI>.
package struct QTIWriter {
  package enum Version: String, CaseIterable, Sendable {
    case second = "2.1"
    case third = "3.0"
  }

  package private(set) var report = ExportReport()
  private let version: Version
  private var zip = ZipWriter()
  private var manifest: QTIManifestWriter

  package init(_ version: Version) {
    self.version = version
    manifest = QTIManifestWriter(version)
  }

  package mutating func add(_ exported: ExportedItem) {
    let item = exported.item
    guard let parts = QTIParts(item.task, pictureName: "\(item.id).svg", version: version) else {
      return report.leave(item, .noSuchKind)
    }
    var element = QTIItemElement(item, parts: parts, version: version).element
    let picture = parts.picture
    let reader = QTIItemReader(element) { _ throws(Finding) in picture }
    guard let read = try? reader.read() else { return report.leave(item, .notReadBack) }  // what cannot be is told
    let lost = exported.lost(in: read)
    report.write(lost)
    if let lost { element.nodes.insert(XMLWriter.own(lost), at: 0) }

    var xml = XMLWriter()
    xml.add(version == .third ? QTIItemElement.third(element) : element)
    zip.add("items/\(item.id).xml", xml.bytes)
    if let picture { zip.add("items/\(item.id).svg", QTIParts.file(of: picture)) }
    manifest.add(item, hasPicture: picture != nil)
  }

  package mutating func finished() -> [UInt8] {
    zip.add("imsmanifest.xml", manifest.bytes)
    return zip.archive
  }
}

/// The item around its interaction.
struct QTIItemElement {
  let item: Item
  let parts: QTIParts
  let version: QTIWriter.Version

  init(_ item: Item, parts: QTIParts, version: QTIWriter.Version) {
    (self.item, self.parts, self.version) = (item, parts, version)
  }

  var element: XMLElement {
    var children: [XMLElement] = [parts.response]
    children.append(.of("outcomeDeclaration", ["identifier": "SCORE", "cardinality": "single", "baseType": "float"]))
    if parts.hasFeedback {
      children.append(
        .of(
          "outcomeDeclaration",
          [
            "identifier": "FEEDBACK", "cardinality": parts.response["cardinality"] ?? "single",
            "baseType": "identifier",
          ]))
    }
    children.append(explanationOutcome)
    children.append(.of("itemBody", [:], [stem] + parts.body))
    if version == .third, !parts.spoken.isEmpty || item.stem.ear != nil { children.append(catalogs) }
    children += [processing, explanation]
    return .of(
      "assessmentItem",
      [
        "xmlns": version == .second
          ? "http://www.imsglobal.org/xsd/imsqti_v2p1" : "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "identifier": Self.identifier(item.id.text), "title": item.id.text, "adaptive": "false",
        "timeDependent": "false", "xml:lang": "vi",
      ], children)
  }

  /// Identifiers of XML begin with a letter or an underscore.
  static func identifier(_ id: String) -> String {
    id.first?.isNumber ?? true ? "_" + id : id
  }

  private var stem: XMLElement {
    var stem = XMLElement.words("p", item.stem.written)
    if version == .third, item.stem.ear != nil {
      stem.attributes = [XMLAttribute(name: "data-catalog-idref", value: "ear-stem")]
    }
    return stem
  }

  private var catalogs: XMLElement {
    let texts = (item.stem.ear.map { [("ear-stem", $0)] } ?? []) + parts.spoken
    return .of(
      "catalogInfo", [:],
      texts.map { id, text in
        .of("catalog", ["id": id], [.of("card", ["support": "spoken"], [.of("htmlContent", [:], [.words("p", text)])])])
      })
  }

  private var explanationOutcome: XMLElement {
    .of(
      "outcomeDeclaration", ["identifier": "EXPLANATION", "cardinality": "single", "baseType": "identifier"],
      [.of("defaultValue", [:], [.words("value", "explanation")])])
  }

  private var explanation: XMLElement {
    let words = XMLElement.words("p", item.rationale)
    return .of(
      "modalFeedback",
      ["outcomeIdentifier": "EXPLANATION", "identifier": "explanation", "showHide": "show"],
      version == .third ? [.of("contentBody", [:], [words])] : [words])
  }

  private var processing: XMLElement {
    guard !parts.isMapped else {
      let score = XMLElement.of(
        "setOutcomeValue", ["identifier": "SCORE"], [.of("mapResponse", ["identifier": "RESPONSE"])])
      let feedback = XMLElement.of(
        "setOutcomeValue", ["identifier": "FEEDBACK"], [.of("variable", ["identifier": "RESPONSE"])])
      return .of("responseProcessing", [:], parts.hasFeedback ? [score, feedback] : [score])
    }
    let template =
      version == .second
      ? "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
      : "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"
    return .of("responseProcessing", ["template": template])
  }

  /// The same element in the letters of 3.0.
  static func third(_ element: XMLElement) -> XMLElement {
    let isHTML = QTINames.third(element: element.name) == element.name
    return XMLElement(
      QTINames.third(element: element.name),
      element.attributes.map { attribute in
        let stays = isHTML || attribute.name.hasPrefix("xml") || attribute.name.hasPrefix("data-")
        return XMLAttribute(name: stays ? attribute.name : QTINames.kebab(attribute.name), value: attribute.value)
      },
      element.nodes.map { node in
        if case .element(let child) = node { .element(third(child)) } else { node }
      })
  }
}
