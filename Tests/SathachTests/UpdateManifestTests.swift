import Sealing
import Slip
import Testing

@testable import sathach

/// A list of one package and one file, signed with a key that everybody knows.
@Suite("Lists of updates")
struct UpdateManifestTests {
  private let key: SlipKey
  private let anchor: Anchor
  private let manifest = UpdateManifest(
    number: 12,
    files: [
      UpdateManifest.File(
        kind: .package, path: "sathach_2_amd64.deb", size: 3, sha256: Digest.sha256(Array("deb".utf8))),
      UpdateManifest.File(kind: .bank, path: "bank/framework.json", size: 2, sha256: Digest.sha256(Array("{}".utf8))),
    ])

  init() throws {
    key = try SlipKey(seed: [UInt8](repeating: 9, count: 32))
    anchor = try Anchor(publicKey: key.publicKey, sha256: Digest.sha256)
  }

  private func fault(_ text: String, _ anchor: Anchor? = nil) -> UpdateFault? {
    do throws(UpdateFault) {
      _ = try UpdateManifest(text, anchor: anchor ?? self.anchor)
      return nil
    } catch {
      return error
    }
  }

  private func signed(_ lines: String) -> String {
    lines + "signature \(key.kid.hex) \(key.sign(Array(lines.utf8)).hex)\n"
  }

  @Test("what is written reads back, and is the vector of the format's page")
  func vector() throws {
    let text = manifest.text(signedBy: key)
    #expect(try UpdateManifest(text, anchor: anchor) == manifest)
    let page = try FileSystem.text("Sources/sathach/sathach.docc/UpdateFormat.md")
    let indented = text.split(separator: "\n").map { "    \($0)\n" }.joined()
    #expect(page.contains(indented))
    #expect(page.contains(key.publicKey.hex))
  }

  @Test("whatever is changed after signing is found, wherever it is")
  func altered() {
    let text = Array(manifest.text(signedBy: key).utf8)
    for place in stride(from: 0, to: text.count, by: 7) {
      var other = text
      other[place] ^= 1
      #expect(fault(String(decoding: other, as: UTF8.self)) != nil, "byte \(place)")
    }
  }

  @Test("lists without a signature, by another key or of another version are refused as that")
  func refused() throws {
    let text = manifest.text(signedBy: key)
    #expect(fault(manifest.toBeSigned) == .unsigned)
    #expect(fault("PK\u{3}") == .notAnUpdate && fault("sathach update 2\n") == .otherVersion)
    let other = try SlipKey(seed: [UInt8](repeating: 8, count: 32))
    #expect(fault(text, try Anchor(publicKey: other.publicKey, sha256: Digest.sha256)) == .otherKey(id: key.kid.hex))
  }

  @Test(
    "a signed list that leads out of its folder is not read",
    arguments: [
      "../x.deb", "/x.deb", "a/x.deb", "-x.deb", "x.sh", "bank/../x.json", "bank/.x.json", "x.json", "a b.deb",
    ])
  func paths(path: String) {
    for kind in ["package", "bank"] {
      let hash = [UInt8](repeating: 0, count: 32).hex
      #expect(fault(signed("sathach update 1\nnumber 1\n\(kind) 0 \(hash) \(path)\n")) == .unreadable(line: 3))
    }
  }
}
