import FoundationEssentials
import Testing

/// Values of NumPy, SciPy and statsmodels, made by `Tests/Independent/measurement_vectors.py`.
enum VectorFile {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }
}

/// Equal but for the last digits, relative to their size.
func expectClose(
  _ found: Double?, _ expected: Double?, within tolerance: Double = 1e-9, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let found, let expected else {
    #expect(found == expected, "\(what)", sourceLocation: sourceLocation)
    return
  }
  let room = tolerance * max(1e-3, abs(expected))
  #expect(
    found == expected || abs(found - expected) <= room, "\(what): \(found), expected \(expected)",
    sourceLocation: sourceLocation)
}
