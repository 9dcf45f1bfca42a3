import FoundationEssentials
import Sealing
import Slip
import Testing

/// Holds the published vectors against what the code makes of the fixed seeds.
///
/// After a deliberate change of a format, `WRITE_VECTORS=1 swift test --filter VectorTests` writes the files anew;
/// `git diff` then shows what changed for everybody who reads slips.
@Suite("Vectors")
struct VectorTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
  private static let writes = ProcessInfo.processInfo.environment["WRITE_VECTORS"] == "1"

  private func stored<Value: Codable>(_ name: String, made: Value) throws -> Value {
    let file = VectorTests.folder.appending(path: name)
    if VectorTests.writes {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try (try encoder.encode(made) + Data("\n".utf8)).write(to: file)
    }
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }

  @Test("every slip vector has the stored verdict, and the seeds still make the stored texts")
  func slips() throws {
    let made = try SlipVectors.made()
    let stored = try stored("slips.json", made: made)
    for vector in stored.vectors {
      let keys = try #require(stored.keyLists[vector.keys]).keyList()
      #expect(VerdictRecord(World.verdict(vector.text, keys)) == vector.verdict, "\(vector.name)")
    }
    #expect(stored == made)
  }

  @Test("the slip vectors hold every kind of verdict, and names are unique")
  func coverage() throws {
    let vectors = try SlipVectors.made().vectors
    #expect(
      Set(vectors.map(\.verdict.kind)) == [
        "genuine", "altered", "unknownKey", "keyNotYetInForce", "keyWithdrawn", "revoked", "issuerMismatch",
        "otherVersion", "notASlip", "malformed",
      ])
    #expect(Set(vectors.map(\.name)).count == vectors.count)
    #expect(vectors.filter { $0.verdict.kind == "genuine" }.count == 10)
  }

  @Test("every key list vector has the stored result, and the seeds still make the stored files")
  func keyLists() throws {
    let made = try KeyListVectors.made()
    let stored = try stored("key-lists.json", made: made)
    for vector in stored.vectors { #expect(try stored.open(vector) == vector.result, "\(vector.name)") }
    #expect(stored == made)
    #expect(stored.vectors.filter { $0.result.kind == "accepted" }.count == 5)
  }

  @Test("every spoken code vector is read as stored")
  func spokenCodes() throws {
    let tokens = ["572572572000", "000000000000", "999999999999", "310094827561", "012345678901"]
    let wrong = ["5725 5724 5724 0000", "5724 5742 5724 0000", "5725 4724 5724 0000", "0000 0001 0010 0100"]
    let made = SpokenCodeVectors(
      right: try tokens.map { .init(token: $0, code: SpokenCode(try SlipToken(digits: $0)).text) },
      wrong: wrong.map { .init(code: $0, mistypedGroups: mistypedGroups($0)) })
    let stored = try stored("spoken-codes.json", made: made)
    for vector in stored.right { #expect(try SpokenCode(vector.code).token.digits == vector.token) }
    for vector in stored.wrong { #expect(mistypedGroups(vector.code) == vector.mistypedGroups) }
    #expect(stored == made)
  }

  @Test("every holder check vector gives the stored bits")
  func holderChecks() throws {
    let pairs = [
      ("310094827561", "001160000001"), ("310094827561", "001160000002"), ("000000000000", "001160000001"),
      ("999999999999", "096301012345"), ("012345678901", "000000000000"),
    ]
    let made = HolderCheckVectors(
      vectors: try pairs.map { token, number in
        .init(token: token, number: number, bits: try HolderCheck.bits(number: number, token: SlipToken(digits: token)))
      })
    #expect(try stored("holder-checks.json", made: made) == made)
  }

  private func mistypedGroups(_ code: String) -> [Int] {
    do throws(SlipError) {
      _ = try SpokenCode(code)
      return []
    } catch {
      if case .codeMistyped(let groups) = error { return groups }
      return []
    }
  }
}
