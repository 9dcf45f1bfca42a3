import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

/// Ông Minh looks at a quarter in which bà Hoa was tested twice and em Dũng once.
@Suite("Reports in the office")
struct ReportPageTests {
  private let box: TestBox
  private let minh: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(right: 1, session: box.session(1))
    let id = try box.finished("082084999002||=Trần Văn Dũng|01011984|Nam|Ấp 2|15082021", session: box.session(2))
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.lan)
    box.clock.advance(days: 8)
    minh = try Browser.minh(box)
  }

  private static let quarter = "/office/reports/pass-rates/quarter-2026-4"

  private static func cells(_ html: String) -> [[String]] {
    let body = html.split(separator: "<tbody>").last?.split(separator: "</tbody>").first ?? ""
    return body.split(separator: "<tr").dropFirst().map { row in
      row.split(separator: "</t").dropLast(2).map { String($0.split(separator: ">").last ?? "") }
    }
  }

  /// Rows of a CSV file as the page writes them.
  private static func lines(_ csv: String) -> [[String]] {
    csv.split(separator: "\r\n", omittingEmptySubsequences: false).dropFirst().prefix { !$0.isEmpty }.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { $0.isEmpty ? "–" : String($0) }
    }
  }

  @Test(
    "page, paper and CSV have the same cells in each mode",
    arguments: PassRateQuery.Breakdown.allCases, ReportMode.allCases)
  func formsAgree(breakdown: PassRateQuery.Breakdown, mode: ReportMode) throws {
    let address = "\(Self.quarter)/by-\(breakdown.rawValue)/\(mode.rawValue)"
    let page = Self.cells(try minh.get(address).body)
    #expect(minh.status == 200 && !page.isEmpty)
    #expect(try Self.cells(minh.get(address + ".print").body) == page)
    #expect(try Self.lines(minh.get(address + ".semicolon.csv").body) == page)
    #expect(try minh.get(address + ".xlsx").status == 200)
  }

  @Test("the list of attempts is the same on the page and in the file, by points and minutes too")
  func listsAgree() throws {
    let address = "/office/reports/attempts/quarter-2026-4/internal"
    let page = Self.cells(try minh.get(address).body)
    let file = Self.lines(try minh.get(address + ".semicolon.csv").body)
    #expect(page.count == 2 && file.count == 2)
    #expect(page.map { Array($0[2...7]) } == file.map { Array($0[2...7]) })
    #expect(!minh.body.contains("Trần"))
  }

  @Test("the form sends a query that leads to the report's own address")
  func formLeads() throws {
    try minh.get(
      "/office/reports?period=quarter-2026-4&from=2026-10-01&to=2026-12-31&by=hamlet&mode=outside&audience=nguoi-dan&hamlet=&age=60&sex=&help=&turn="
    )
    #expect(minh.path == Self.quarter + "/by-hamlet/audience-nguoi-dan/age-60/outside")
    try minh.get("/office/reports?period=dates&from=2026-11-02&to=2026-11-30&by=list&mode=internal")
    #expect(minh.path == "/office/reports/attempts/dates-2026-11-02-2026-11-30/internal")
  }

  @Test("a period that ends before it begins gets a sentence, and what no form sends gets nothing")
  func refuses() throws {
    try minh.get("/office/reports?period=dates&from=2026-11-30&to=2026-11-02&by=sex&mode=internal")
    #expect(minh.status == 422 && minh.body.contains("Ngày cuối đứng trước ngày đầu"))
    for query in ["period=x&by=sex&mode=internal", "period=year-2026&by=x&mode=internal", "by=sex", "%zz"] {
      #expect(try minh.get("/office/reports?" + query).status == 400, "\(query)")
    }
    #expect(try minh.get(Self.quarter + "/by-sex/age-60/audience-nguoi-dan/internal").status == 404)
  }

  @Test("names are taken by a post that is written down before they leave, and by nobody but an officer")
  func names() throws {
    let address = "/office/reports/named-attempts/quarter-2026-4/internal.csv"
    let before = try box.store.head()
    try minh.post(address, [])
    #expect(minh.status == 200 && minh.body.contains("Nguyễn Thị Hoa"))
    let after = try box.store.head()
    #expect(before != after)
    let lan = try Browser.lan(box)
    let head = try box.store.head()
    #expect(try lan.post(address, []).status == 403)
    #expect(!lan.body.contains("Hoa"))
    #expect(try lan.get(Self.quarter + "/by-sex/internal").status == 403)
    let last = try box.store.head()
    #expect(head == last)
  }

  @Test("a name that looks like a formula is a text in CSV")
  func formulas() throws {
    _ = try box.kiosk.addHamlet("=1+1")
    #expect(try minh.get(Self.quarter + "/by-hamlet/internal.csv").body.contains("\r\n'=1+1,"))
  }

  @Test("head and signer of the paper are the office's own, kept by version")
  func letterhead() throws {
    let fields = [
      ("superior", "UBND tỉnh Thử"), ("office", "UBND xã Thử"), ("symbol", "/BC-UBND"), ("place", "Xã Thử"),
      ("authority", "TM. ỦY BAN NHÂN DÂN"), ("position", "CHỦ TỊCH"), ("signer", "Lê Văn Mẫu"),
      ("recipients", "Sở Khoa học và Công nghệ\nLưu: VT"),
    ]
    try minh.post("/office/letterhead", fields)
    #expect(minh.path == "/office/reports")
    try minh.get(Self.quarter + "/by-sex/internal.print")
    for text in ["UBND tỉnh Thử", "Số: ……/BC-UBND", "Xã Thử, ngày 29 tháng 11 năm 2026", "Lê Văn Mẫu", "- Lưu: VT"] {
      #expect(minh.body.contains(text), "\(text)")
    }
    try minh.post("/office/letterhead", fields.map { $0.0 == "signer" ? ("signer", "Trần Thị Thử") : $0 })
    #expect(try box.kiosk.letterhead().signer == "Trần Thị Thử")
    try minh.post("/office/letterhead", fields.map { $0.0 == "office" ? ("office", "") : $0 })
    #expect(minh.status == 422 && minh.body.contains("Sở Khoa học"))
  }

  @Test("what is internal says so, and the picture tells no more than the table")
  func marks() throws {
    try minh.get(Self.quarter + "/by-sex/internal")
    #expect(minh.body.contains("Nội bộ: không gửi ra ngoài cơ quan") && minh.body.contains("role=\"img\""))
    try minh.get(Self.quarter + "/by-sex/outside")
    #expect(!minh.body.contains("class=\"whisker\"") && minh.body.contains("(ẩn)"))
  }
}
