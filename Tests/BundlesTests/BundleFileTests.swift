import Assessment
import Bundles
import Sealing
import Slip
import Testing
import Zlib

@testable import BundleFiles

@Suite("Bundles as files")
struct BundleFileTests {
  let world = try? BundleWorld()

  @Test("a record of each kind comes back as it was")
  func records() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    var written: [BundleRecord] = []
    let path = try world.bundle {
      written = try world.records($0)
      return written
    }
    let read = try world.read(path)
    #expect(read.records == written)
    #expect(path.hasSuffix("/02215-1-000001.shb"))
    guard case .person(let person) = read.records[0] else { return #expect(Bool(false)) }
    #expect(try BundledParticulars.opened(person, read.key.opening) == BundleWorld.lan)
  }

  @Test("nothing of a name stands in the file, nor beside it")
  func sealed() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let path = try world.bundle(world.records)
    #expect(FileNames.all(in: world.folder) == ["02215-1-000001.shb"])
    var unpacked: [UInt8] = []
    let bytes = try world.bytes(path)
    let bundle = try BundleFileReader(path)
    try ZlibStream(.unpack).take(Array(bytes.dropFirst(bundle.envelope.length))) { unpacked += $0 }
    for secret in [BundleWorld.lan.name, BundleWorld.lan.number, BundleWorld.lan.birth] {
      #expect(unpacked.firstRange(of: Array(secret.utf8)) == nil)
    }
    #expect(unpacked.firstRange(of: Array("an-toan-01".utf8)) != nil)
  }

  @Test("a sealed part that was moved to another person does not open")
  func moved() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let key = try ContentKey.new()
    let person = try world.person(key)
    let other = BundledPerson(
      id: world.id(4), sealed: person.sealed, sex: nil, standing: .agrees, firstSeenAt: person.firstSeenAt,
      changedAt: person.changedAt)
    #expect(throws: BundleFault.particulars) { try BundledParticulars.opened(other, key.opening) }
    #expect(throws: BundleFault.particulars) { try BundledParticulars.opened(person, ContentKey.new().opening) }
  }

  @Test("the digest that is handed out is that of the whole file")
  func digest() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let path = try world.bundle(world.records)
    #expect(try BundleFileReader(path).check() == Digest.sha256(world.bytes(path)))
  }

  @Test("a bundle cut anywhere is refused, and so is one with a byte too many")
  func cut() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let bytes = try world.bytes(try world.bundle(world.records))
    for count in Array(0...12) + [bytes.count / 4, bytes.count / 2, bytes.count - 1] {
      #expect(world.refusal(try world.file(Array(bytes.prefix(count)))) == .cut, "\(count) bytes")
    }
    #expect(world.refusal(try world.file(bytes + [0])) == .trailing)
  }

  @Test("no flipped bit gets through")
  func flipped() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let bytes = try world.bytes(try world.bundle(world.records))
    for place in stride(from: 0, to: bytes.count, by: 3) {
      var other = bytes
      other[place] ^= 1 << UInt8(place % 8)
      #expect(world.refusal(try world.file(other)) != nil, "byte \(place)")
    }
  }

  @Test("a newer version, another file and another province's bundle are told apart")
  func foreign() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    var bytes = try world.bytes(try world.bundle(world.records))
    bytes[4] = 2
    #expect(world.refusal(try world.file(bytes)) == .version(2))
    #expect(world.refusal(try world.file(Array("%PDF-1.7 and so on".utf8))) == .foreign)
    let other = try BundleWorld.recipient(BundleKey(seed: [UInt8](repeating: 3, count: 32)))
    #expect(world.refusal(try world.bundle(world.records, to: other)) == .otherRecipient(other.id))
  }

  @Test("forged and unknown keys are refused, and a key speaks for its own box only")
  func keys() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let stranger = try SlipKey(seed: [UInt8](repeating: 5, count: 32))
    #expect(world.refusal(try world.bundle(world.records, by: stranger)) == .unknownKey(stranger.kid))
    let envelope = try BundleFileReader(try world.bundle(world.records)).envelope
    let elsewhere = try Issuer("02216-1")
    let key = try KnownKey(kid: world.signing.kid, publicKey: world.signing.publicKey, issuer: elsewhere)
    #expect(throws: BundleFault.otherIssuer(found: world.issuer, key: elsewhere)) {
      try envelope.signer(among: [key], check: Ed25519.verify)
    }
    let fake = try KnownKey(kid: world.signing.kid, publicKey: stranger.publicKey, issuer: world.issuer)
    #expect(throws: BundleFault.forged) { try envelope.signer(among: [fake], check: Ed25519.verify) }
  }
}

@Suite("Bundles of a box that lies")
struct LyingBundleTests {
  let world = try? BundleWorld()

  @Test("a body that swells beyond what its head says is left at once")
  func swollen() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let bomb = try BundleWorld.packed([UInt8](repeating: 0, count: 50_000_000))
    guard
      case .unpackedLength(1000, let found)? = world.refusal(
        try world.forged(packed: bomb, unpacked: 1000, count: 1))
    else { return #expect(Bool(false)) }
    #expect(found <= 1000 + ZlibStream.pieceLength)
  }

  @Test("a head may not promise more than there may be")
  func promised() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let limit = BundleLimits.unpacked + 1
    #expect(world.refusal(try world.forged(packed: [1], unpacked: limit, count: 1)) == .head(.unpacked))
    #expect(world.refusal(try world.forged(packed: [1], unpacked: 1, count: 2_000_000)) == .head(.count))
  }

  @Test("records of a wrong length, form, kind or number are refused by their place")
  func records() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let bank = BundleRecord.bank(
      BundledBank(hash: [UInt8](repeating: 1, count: 32), adoptedAt: Moment(milliseconds: 1)))
    let good = try bank.framed(number: 1)
    func refusal(_ body: [UInt8], count: Int) throws -> BundleFault? {
      world.refusal(try world.forged(packed: try BundleWorld.packed(body), unpacked: body.count, count: count))
    }
    #expect(try refusal(good, count: 1) == nil)
    #expect(try refusal(good, count: 2) == .recordCount(expected: 2, found: 1))
    #expect(try refusal(good + good, count: 1) == .recordCount(expected: 1, found: 2))
    #expect(try refusal(good + [0, 0], count: 1) == .recordForm(record: 2))
    #expect(try refusal(good + [0, 1, 0, 1, 9], count: 2) == .recordLength(record: 2, bytes: 65_537))
    #expect(try refusal([0, 0, 0, 2, 0x81, 0x63], count: 1) == .recordForm(record: 1))
    #expect(try refusal([0, 0, 0, 3, 0x81, 0x18, 0x63], count: 1) == .recordKind(record: 1, kind: 99))
    #expect(try refusal([0, 0, 0, 2, 0x81, 0x08], count: 1) == .recordForm(record: 1))
    #expect(try refusal([0, 0, 0, 4, 0x83, 0x08, 0x40, 0x00], count: 1) == .recordField(record: 1, .bank))
  }

  @Test("bytes behind the packed stream, and a stream that does not end, are refused")
  func ends() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    let packed = try BundleWorld.packed([])
    #expect(world.refusal(try world.forged(packed: packed + [0], unpacked: 0, count: 0)) == .trailing)
    #expect(world.refusal(try world.forged(packed: Array(packed.dropLast()), unpacked: 0, count: 0)) == .packing)
    #expect(world.refusal(try world.forged(packed: [1, 2, 3], unpacked: 0, count: 0)) == .packing)
    let other = [UInt8](repeating: 0, count: 32)
    #expect(world.refusal(try world.forged(packed: packed, unpacked: 0, count: 0, digest: other)) == .bodyDigest)
  }
}
