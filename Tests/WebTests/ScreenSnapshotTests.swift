import Glibc
import TestSupport
import Testing

/// Every page in every state, beside its stored HTML. A change of a page shows here as a difference to be read; run the
/// tests with WRITE_SNAPSHOTS=1 to store what is right now.
@Suite("Screens")
struct ScreenSnapshotTests {
  @Test("every page in every state is as it was last read and found right")
  func matchSnapshots() throws {
    let isWriting = getenv("WRITE_SNAPSHOTS") != nil
    for sample in try PageSamples.all() {
      let snapshot = Snapshot(name: sample.name)
      if isWriting { try snapshot.write(sample.html) }
      #expect(snapshot.text == sample.html, "\(sample.name) differs from \(snapshot.path)")
    }
  }

  @Test("no page says “Trượt”, an English word of ours, or anything from elsewhere")
  func sayNothingForbidden() throws {
    for sample in try PageSamples.all() {
      for word in ["Trượt", "trượt", "http://", "https://", "undefined", "Optional(", "nil", "&lt;"] {
        // Nothing is fetched from the box's own address that way; a tablet is told it.
        let visible = ["xmlns", TestDoors.office.url, TestDoors.kiosk].reduce(sample.html) {
          $0.split(separator: $1, omittingEmptySubsequences: false).joined()
        }
        #expect(!visible.contains(word), "\(sample.name) contains \(word)")
      }
    }
  }

  @Test("every form that posts carries its token and no other does, every page one first heading and a language")
  func areWellFormed() throws {
    for sample in try PageSamples.all() {
      let forms = sample.html.split(separator: "<form ", omittingEmptySubsequences: false).dropFirst()
      for form in forms {
        let inside = form.split(separator: "</form>", maxSplits: 1, omittingEmptySubsequences: false)[0]
        // What a form asks for stands in the address: a token there would be in every log.
        #expect(inside.contains("name=\"token\"") == !inside.contains("method=\"get\""), "\(sample.name)")
      }
      #expect(sample.html.split(separator: "<h1", omittingEmptySubsequences: false).count == 2, "\(sample.name)")
      #expect(sample.html.contains("<html lang=\"vi\">"), "\(sample.name)")
    }
  }

  @Test("no page before hand-in carries the key, its reason or its meanings")
  func keepTheKey() throws {
    for sample in try PageSamples.all() where sample.name.hasPrefix("item") || sample.name.hasPrefix("review") {
      for word in ["Việc đúng thì an toàn", "biết làm", "vội vàng"] {
        #expect(!sample.html.contains(word), "\(sample.name)")
      }
    }
  }
}

private struct Snapshot {
  let path: String

  init(name: String) {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    path = "/\(folder)/Snapshots/\(name).html"
  }

  struct Unwritable: Error {}

  var text: String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String) throws {
    guard let file = fopen(path, "w") else { throw Unwritable() }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unwritable() }
  }
}
