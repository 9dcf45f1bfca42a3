/// What a response declaration says is right, and what it is worth.
struct QTIResponse {
  let identifier: String
  let cardinality: String
  let baseType: String
  let correct: [String]
  let mapping: [(key: String, value: Double)]
  let hasAreas: Bool

  init(_ declaration: XMLElement) throws(Finding) {
    identifier = declaration["identifier"] ?? ""
    cardinality = declaration["cardinality"] ?? "single"
    baseType = declaration["basetype"] ?? "identifier"
    correct = declaration.child("correctresponse")?.children("value").map { PlainText.tidy($0.text) } ?? []
    hasAreas = declaration.child("areamapping") != nil
    var mapping: [(key: String, value: Double)] = []
    for entry in declaration.child("mapping")?.children("mapentry") ?? [] {
      guard let value = entry["mappedvalue"].flatMap({ Double($0) }), value.isFinite else {
        throw Finding(.badNumber, ["mappedValue", String((entry["mappedvalue"] ?? "").prefix(20))], line: entry.line)
      }
      mapping.append((PlainText.tidy(entry["mapkey"] ?? ""), value))
    }
    self.mapping = mapping
  }

  /// What is right: what is said to be, else what is worth most.
  var keys: [String] {
    if !correct.isEmpty { return correct }
    let right = mapping.filter { $0.value > 0 }
    guard cardinality == "single", let best = right.map(\.value).max() else { return right.map(\.key) }
    return right.filter { $0.value == best }.map(\.key)
  }

  /// In percent of the best that one choice can be worth.
  func weight(of key: String) -> Double? {
    guard !mapping.isEmpty, let best = mapping.map(\.value).max(), best > 0 else { return nil }
    return (mapping.first { $0.key == key }?.value ?? 0) / best * 100
  }

  /// Pairs of a response of the type pair, as in `A 1`.
  var pairs: [(String, String)] {
    keys.compactMap { key in
      let sides = key.split(separator: " ").map(String.init)
      return sides.count == 2 ? (sides[0], sides[1]) : nil
    }
  }
}
