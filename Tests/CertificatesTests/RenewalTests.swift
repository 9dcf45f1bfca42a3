import Testing

@testable import Certificates

/// When a certificate is made anew: a table without files or keys.
@Suite("Renewal")
struct RenewalTests {
  private static let now = 1_800_000_000
  private static let day = 86_400
  private static let names: [SubjectName] = [.localhost, .host("hop")]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: Renewal?
    var daysLeft = 200
    var daysOld = 30
    var isOwn = true
    var fitsKey = true
    var isFromAuthority = true
    var names = RenewalTests.names
    var authorityDaysLeft = 3000
  }

  @Test(
    "a certificate is made anew for these reasons",
    arguments: [
      Case(testDescription: "fresh", expected: nil),
      Case(testDescription: "60 days left", expected: nil, daysLeft: 60),
      Case(testDescription: "59 days left", expected: .endsSoon(at: now + 59 * day), daysLeft: 59),
      Case(testDescription: "ended", expected: .endsSoon(at: now - day), daysLeft: -1),
      Case(testDescription: "from the future", expected: .notYetValid(until: now + 5 * day), daysOld: -5),
      Case(testDescription: "key lost", expected: .keyDoesNotFit, fitsKey: false),
      Case(testDescription: "other authority", expected: .otherAuthority, isFromAuthority: false),
      Case(testDescription: "new address", expected: .lacks([.host("hop")]), names: [.localhost]),
      Case(testDescription: "a name too many", expected: nil, names: names + [.host("cu")]),
      Case(testDescription: "put by hand and ended", expected: nil, daysLeft: -1, isOwn: false, isFromAuthority: false),
      Case(testDescription: "ends with its authority", expected: nil, daysLeft: 20, authorityDaysLeft: 20),
      Case(testDescription: "authority ended", expected: nil, daysLeft: -3, names: [], authorityDaysLeft: -3),
    ])
  func reasons(given: Case) {
    let validity = CertificateContent.Validity(
      from: Self.now - given.daysOld * Self.day, until: Self.now + given.daysLeft * Self.day)
    let facts = CertificateFacts(names: given.names, validity: validity, isOwn: given.isOwn)
    let found = Renewal.Found(facts: facts, fitsKey: given.fitsKey, isFromAuthority: given.isFromAuthority)

    let due = Renewal.due(
      found, names: Self.names, now: Self.now, authorityUntil: Self.now + given.authorityDaysLeft * Self.day)

    #expect(due == given.expected)
  }
}

@Suite("What goes into a certificate")
struct CertificateContentTests {
  private let serial = [UInt8](0x41...0x50)

  @Test("names have 64 bytes at most and are cut between characters; the authority's ends in its serial")
  func names() {
    let office = String(repeating: "Ủy ban nhân dân xã ", count: 6)
    let content = CertificateContent.authority(office: office, serial: serial, now: 1_800_000_000, earliest: 0)

    #expect(content.commonName.utf8.count <= 64 && content.commonName.hasSuffix(" 4D4E4F50"))
    #expect(content.organization.utf8.count <= 64 && office.hasPrefix(content.organization))
  }

  @Test("an authority is trusted also where the clock was years ahead when it was made")
  func clockAhead() {
    let content = CertificateContent.authority(office: "X", serial: serial, now: 3_000_000_000, earliest: 1_795_132_800)
    #expect(content.validity.from < 1_795_132_800)
  }

  @Test("a server's certificate is valid for 397 days, and no longer than its authority")
  func length() {
    let lengths = [Int.max, 1_800_000_000 + 10 * 86_400].map { end in
      CertificateContent.server([], office: "X", serial: serial, now: 1_800_000_000, authorityUntil: end).validity
    }.map { ($0.until - $0.from) / 86_400 }
    #expect(lengths == [397, 11])
  }

  @Test("a serial number is positive and of sixteen bytes, whatever chance gives", arguments: [0, 0x7f, 0x80, 0xff])
  func serialNumbers(byte: UInt8) {
    let serial = CertificateContent.serial { byte }
    #expect(serial.count == 16 && (0x40..<0x80).contains(serial[0]))
  }
}

@Suite("Names")
struct SubjectNameTests {
  @Test(
    "names and addresses are read as browsers write them",
    arguments: [
      ("HOP-1.local", "hop-1.local"), ("192.168.1.9", "192.168.1.9"), ("FD00::0:1", "fd00::1"), ("1a", "1a"),
    ])
  func reads(text: String, written: String) {
    #expect(SubjectName(text)?.text == written)
  }

  @Test(
    "what no certificate can hold is refused",
    arguments: [
      "", ".", "a..b", "-a", "a-", "*.a", "a_b", "hộp", "a b", "192.168.1", "1.2.3.4.5", "256.1.1.1", "fd00::g",
      "[::1]",
      "a:80", String(repeating: "a", count: 64), String(repeating: "a.", count: 127) + "bc", "a.",
    ])
  func refuses(text: String) {
    #expect(SubjectName(text) == nil)
  }

  @Test("the machine finds its loopback names by itself")
  func loopback() {
    #expect(FoundNames.loopback.map(\.text) == ["localhost", "127.0.0.1", "::1"])
    #expect(!FoundNames.addresses().contains(.address([127, 0, 0, 1])))
  }
}
