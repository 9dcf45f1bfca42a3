import Assessment
import Glibc
import Province
import ProvinceWeb
import Slip
import Testing
import UseCases
import Web

@Suite("The province's pages")
struct ProvinceSiteTests {
  @Test("every address is parsed as it was printed, and what is none is refused", arguments: ProvinceRoute.samples)
  func routes(route: ProvinceRoute) {
    #expect(ProvinceRoute(path: route.path) == route)
    #expect(ProvinceRoute(path: route.path + "/") != route)
  }

  @Test(
    "addresses that nobody prints lead nowhere",
    arguments: [
      "/communes/00000", "/communes/123", "/confirmations/lists/0", "/lists/../x", "/lists/.x", "/answers/02215",
      "/reports/quarter-2026-5/by-commune/internal", "/reports/dates-2026-10-01-2026-10-09/by-commune/internal", "//",
    ])
  func nowhere(path: String) { #expect(ProvinceRoute(path: path) == nil) }

  @Test("whoever is not signed in sees no page and changes nothing", arguments: ProvinceRoute.samples)
  func shut(route: ProvinceRoute) throws {
    let office = try TestOffice()
    guard route.access == .officer else { return }
    if route.methods.contains(.get) {
      #expect(office.get(route).header("Location") == "/session")
    }
    if route.methods.contains(.post) { #expect(try office.post(route, [:]).status == 401) }
  }

  @Test("a form without the session's token, or from elsewhere, does nothing")
  func forged() throws {
    let office = try TestOffice.withOfficer()
    office.store.waiting = try Self.waiting(1)
    let request = Request(
      .post, "/confirmations", cookie: office.cookie, contentType: "application/x-www-form-urlencoded",
      origin: "http://127.0.0.1", body: Array("token=00".utf8))
    #expect(office.ask(request).status == 403)
    #expect(try office.post(.confirmations, [:], origin: "http://elsewhere").status == 403)
    #expect(office.store.batches.isEmpty)
  }

  @Test("a session ends after 20 minutes without a request, and with the account")
  func sessions() throws {
    let office = try TestOffice.withOfficer()
    office.clock.advance(milliseconds: 19 * 60_000)
    #expect(office.get(.overview).status == 200)
    office.clock.advance(milliseconds: 21 * 60_000)
    #expect(office.get(.overview).header("Location") == "/session")
    _ = try office.post(.session, ["login": "lan", "password": TestOffice.password])
    #expect(office.get(.overview).status == 200)
    try office.office.disableOfficer(login: "lan")
    #expect(office.get(.overview).header("Location") == "/session")
  }

  static func waiting(_ count: Int) throws -> [ListableProvinceSlip] {
    try (1...count).map { number in
      ListableProvinceSlip(
        issuer: try Issuer("02215-1"), token: try SlipToken(number: UInt64(number) * 1_000_003),
        audience: Audience.ID("nguoi-dan"), passedAt: Moment(milliseconds: 1_795_000_000_000))
    }
  }

  @Test("a list goes out with its taker written down, and answers change what was agreed to")
  func confirmations() throws {
    let office = try TestOffice.withOfficer()
    office.store.waiting = try Self.waiting(3)
    #expect(try office.post(.confirmations, [:]).header("Location") == "/confirmations/lists/1")
    let file = try office.post(.listFile(1), ["format": "csv"])
    #expect(file.html.contains("Lò Thị 2") && office.store.disclosed == ["list=1 rows=3 format=csv by=1"])
    _ = try office.post(.handover(1), [:])
    #expect(try office.post(.handover(1), [:]).status == 409)
    let codes = office.store.entries.map { SpokenCode($0.slip.token).text }
    let answers =
      "Mã phiếu,Họ và tên,Kết quả,Lý do\r\n\(codes[0]),Lò Thị 1,Đã xác nhận,\r\n\(codes[1]),Người khác,Từ chối,Sai tên\r\n"
    #expect(office.upload(answers).header("Location") == "/confirmations/answers")
    let preview = office.get(.answers).html
    let seen = String(preview.split(separator: "name=\"seen\" value=\"")[1].prefix(64))
    #expect(try office.post(.application, ["seen": String(repeating: "0", count: 64)]).status == 409)
    let applied = try office.post(.application, ["seen": seen, "line-3": "2"])
    #expect(applied.header("Location") == "/confirmations#applied")
    #expect(office.store.entries.map(\.slip.entry.state) == [.confirmed, .refused, .sent])
    #expect(office.upload(answers).status == 409, "the same file again")
  }

  @Test("a bundle's fate has a status of its own, and a refusal says what to do")
  func fates() {
    #expect(BundleOutcome.applied(records: 3).status == 201 && BundleOutcome.again.status == 200)
    #expect(BundleOutcome.waiting(.gap(missing: 2)).status == 202)
    let refused = BundleOutcome.refused(.otherProvince)
    #expect(refused.status == 403 && refused.text.hasPrefix("refused other-province\n"))
    #expect(refused.text.split(separator: "\n").count == 2)
  }

  @Test("small counts of communes are hidden in what is sent out, and the whole province stays")
  func hidden() throws {
    let office = try TestOffice()
    let period = try #require(CalendarPeriod(.year, year: 2026, number: 1))
    let query = ProvinceQuery(period: period, breakdown: .commune, mode: .outside)
    guard case .communes(let rates) = try office.office.rates(query) else { return #expect(Bool(false)) }
    let small = rates.lines.first { $0.commune == TestProvinceStore.small }
    #expect(small?.people.numerator == nil && small?.attempts == nil)
    #expect(rates.total.people.denominator == 46)
    #expect(rates.lines.last?.commune == TestProvinceStore.silent || rates.lines.last?.people.proportion == nil)
  }

  @Test("a commune whose population is not known has no share, and the whole has none either")
  func targets() throws {
    let outlook = try #require(try TestOffice().office.targetOutlooks().first)
    let lines = Dictionary(uniqueKeysWithValues: outlook.lines.map { ($0.commune, $0.standing) })
    #expect(lines[TestProvinceStore.commune]?.verdict == .reached, "30 of 40 are more than 60 %")
    #expect(lines[TestProvinceStore.small]?.wanted == 180 && lines[TestProvinceStore.small]?.count == 3)
    #expect(lines[TestProvinceStore.silent]?.verdict == .needsPopulation && outlook.total.standing.share == nil)
    #expect(
      outlook.lines.map(\.commune) == [TestProvinceStore.small, TestProvinceStore.commune, TestProvinceStore.silent])
  }

  @Test("every page is as it was last read and found right")
  func snapshots() throws {
    let office = try TestOffice.withOfficer()
    office.store.waiting = try Self.waiting(2)
    let period = try #require(CalendarPeriod(.quarter, year: 2026, number: 4))
    let commune = ProvinceQuery(period: period, breakdown: .commune, mode: .outside)
    let pages: [(String, ProvinceRoute)] = [
      ("overview", .overview), ("report-communes", .report(commune, .page)),
      ("commune", .commune(TestProvinceStore.commune)),
      ("targets", .targets), ("confirmations", .confirmations), ("published", .published), ("password", .password),
    ]
    _ = try office.post(.confirmations, [:])
    for (name, route) in pages + [("list", .list(1))] {
      let html = office.get(route).html.split(separator: office.token).joined(separator: "TOKEN")
      let path = Self.path(name)
      if getenv("WRITE_SNAPSHOTS") != nil { try Self.write(html, path) }
      #expect(Self.read(path) == html, "\(name) differs from \(path)")
      #expect(!html.contains("<script") && !html.contains("Optional("))
    }
  }

  private static func path(_ name: String) -> String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Snapshots/\(name).html"
  }

  private struct Unwritable: Error {}

  private static func write(_ text: String, _ path: String) throws {
    guard let file = fopen(path, "w") else { throw Unwritable() }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unwritable() }
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
