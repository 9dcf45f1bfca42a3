import Assessment
import UseCases

extension Site {
  func planPage(_ visit: inout Visit, _ route: PlanRoute) throws -> Response {
    switch route {
    case .rules: try rules(&visit)
    case .ruleSet(let audience): try ruleSet(&visit, audience)
    case .targets: try targets(&visit)
    case .newTarget: try newTarget(&visit)
    case .ownTarget(let id): try ownTarget(&visit, id)
    case .figures: try figures(&visit)
    case .returns: try returns(&visit)
    case .targetReturn(let id): try targetReturn(&visit, id)
    case .row(let id, let target): try returnRow(&visit, id, target)
    case .paper(let id): try returnPaper(&visit, id)
    case .file(let id, let form): try returnFile(&visit, id, form)
    case .proposal, .documents, .withdrawal, .certificates, .closing, .correction: throw Problem.methodNotAllowed
    }
  }

  func planWrite(_ visit: inout Visit, _ route: PlanRoute, _ fields: FormFields) throws -> Response {
    switch route {
    case .ruleSet(let audience): try adoptRules(&visit, audience, fields)
    case .proposal(let audience): try returnToProposal(&visit, audience)
    case .documents: try chooseDocuments(&visit, fields)
    case .targets: try keepTarget(&visit, id: nil, fields)
    case .ownTarget(let id): try keepTarget(&visit, id: id, fields)
    case .withdrawal(let id): try dropTarget(&visit, id, fields)
    case .figures: try enterFigure(&visit, fields)
    case .certificates: try takeCertificates(&visit, fields)
    case .returns: try openReturn(&visit, fields)
    case .row(let id, let target): try writeRow(&visit, id, target, fields)
    case .closing(let id): try closeReturn(&visit, id, fields)
    case .correction(let id): try correctReturn(&visit, id)
    case .rules, .newTarget, .targetReturn, .paper, .file: throw Problem.methodNotAllowed
    }
  }
}

/// What colleagues type, to be shown again where it is refused.
struct TypedFields {
  private let values: [String: String]

  init(_ fields: FormFields? = nil) {
    values = Dictionary(fields?.kept.map { ($0.name, $0.value) } ?? [], uniquingKeysWith: { first, _ in first })
  }

  init(_ values: [String: String]) {
    self.values = values
  }

  /// Whether nothing was sent yet.
  var isEmpty: Bool { values.isEmpty }

  subscript(_ name: String) -> String { values[name] ?? "" }
  subscript(_ name: String, or other: String) -> String { values[name] ?? other }
}

/// The parts that these pages share.
enum PlanParts {
  static let styles = ["staff.css", "office-plan.css"]

  static func alert(_ sentences: [String]) -> Markup {
    guard !sentences.isEmpty else { return "" }
    return "<div class=\"faults\" role=\"alert\">\(each: sentences, { "<p>\($0)</p>" })</div>\n"
  }

  static func text(
    _ name: StaticString, _ label: String, _ value: String, type: StaticString = "text", help: String? = nil
  ) -> Markup {
    let name = Markup(stringLiteral: name)
    let type = Markup(stringLiteral: type)
    let hint: Markup = help.map { "<span class=\"hint\">\($0)</span>" } ?? ""
    return """
      <div><label for="\(name)">\(label)</label>\(hint)<input id="\(name)" name="\(name)" type="\(type)" value="\(value)"></div>

      """
  }

  static func area(_ name: StaticString, _ label: String, _ value: String, rows: Int = 4) -> Markup {
    let name = Markup(stringLiteral: name)
    return """
      <div class="wide"><label for="\(name)">\(label)</label>\
      <textarea id="\(name)" name="\(name)" rows="\(rows)">\(value)</textarea></div>

      """
  }

  static func select(
    _ name: StaticString, _ label: String, _ options: [(value: String, name: String)], chosen: String
  ) -> Markup {
    let name = Markup(stringLiteral: name)
    return """
      <div><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\
      \(each: options, { "<option value=\"\($0.value)\"\(" selected", if: $0.value == chosen)>\($0.name)</option>" })\
      </select></div>

      """
  }

  static func facts(_ facts: [(String, String)]) -> Markup {
    "<dl class=\"facts\">\(each: facts, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" })</dl>\n"
  }
}
