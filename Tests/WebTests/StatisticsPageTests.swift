import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

/// Ông Minh looks at a year in which forty people were tested.
@Suite("Statistics in the office")
struct StatisticsPageTests {
  private let box: TestBox
  private let minh: Browser

  init() throws {
    box = try StatisticsBox.filled()
    minh = try Browser.minh(box)
  }

  private static let root = "/office/statistics"
  private static let year = "year-2026/audience-nguoi-dan"

  private func cells(_ html: String) -> [[String]] {
    let body = html.split(separator: "<tbody>").last?.split(separator: "</tbody>").first ?? ""
    return body.split(separator: "<tr").dropFirst().map { row in
      row.split(separator: "</t").dropLast(2).map { cell in
        String(cell.split(separator: "</a").first?.split(separator: ">").last ?? "")
      }
    }
  }

  private func lines(_ csv: String) -> [[String]] {
    csv.split(separator: "\r\n", omittingEmptySubsequences: false).dropFirst().prefix { !$0.isEmpty }.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        cell.isEmpty ? "–" : String(cell.hasPrefix("-") ? "−" + cell.dropFirst() : cell)
      }
    }
  }

  @Test(
    "page, paper and CSV have the same cells in each mode",
    arguments: ["items/\(year)/by-facility", "cut/\(year)", "cut/\(year)/cut-3"], ReportMode.allCases)
  func formsAgree(words: String, mode: ReportMode) throws {
    let address = "\(Self.root)/\(words)/\(mode.rawValue)"
    let page = cells(try minh.get(address).body)
    #expect(minh.status == 200 && page.count > 3)
    #expect(try cells(minh.get(address + ".print").body) == page)
    #expect(try lines(minh.get(address + ".semicolon.csv").body) == page)
    #expect(try minh.get(address + ".xlsx").status == 200)
  }

  @Test("headings sort by their addresses, and every item leads to its own page")
  func sorts() throws {
    try minh.get("\(Self.root)/items/\(Self.year)/by-item/internal")
    #expect(minh.body.contains("href=\"\(Self.root)/items/\(Self.year)/by-facility/internal\""))
    let address = "\(Self.root)/item/\(StatisticsBox.item)/figures/\(Self.year)/internal"
    #expect(minh.body.contains("href=\"\(address)\""))
    try minh.get(address)
    #expect(minh.body.contains("Việc vội") && minh.body.contains("Nữ so với nam") && minh.body.contains("(quá ít)"))
  }

  @Test("what if the cut were lower: the rate, and how many decisions change, in words and in the table")
  func weighs() throws {
    let query = "subject=cut&audience=nguoi-dan&period=year-2026&from=&to=&mode=internal&competence=&order=item&cut="
    try minh.get("\(Self.root)?\(query)2")
    #expect(minh.path == "\(Self.root)/cut/\(Self.year)/cut-2/internal")
    #expect(minh.body.contains("Nếu điểm đạt là 2") && minh.body.contains("role=\"img\""))
    try minh.get("\(Self.root)?\(query)hai")
    #expect(minh.status == 422 && minh.body.contains("Điểm đạt là một số nguyên"))
    try minh.get("\(Self.root)/cut/\(Self.year)/cut-99/internal")
    #expect(minh.body.contains("từ 0 đến số câu của đề"))
  }

  @Test("the test is one audience's: without one the form says so, and a wrong period too")
  func refuses() throws {
    let query = "subject=test&audience=&mode=internal&competence=&order=item&cut="
    try minh.get("\(Self.root)?\(query)&period=year-2026&from=&to=")
    #expect(minh.status == 422 && minh.body.contains("Chọn một đối tượng"))
    try minh.get("\(Self.root)?\(query)&period=dates&from=2026-11-30&to=2026-11-02")
    #expect(minh.status == 422 && minh.body.contains("Ngày cuối đứng trước ngày đầu"))
    for address in ["test/year-2026/internal", "items/year-2026/internal", "item/no-such/figures/year-2026/internal"] {
      #expect(try minh.get("\(Self.root)/\(address)").status == 404, "\(address)")
    }
  }

  @Test("a year without attempts says so, and few attempts are said to be few")
  func few() throws {
    try minh.get("\(Self.root)/test/year-2025/audience-nguoi-dan/internal")
    #expect(minh.body.contains("chưa có lượt sát hạch nào"))
    try minh.get("\(Self.root)/items/year-2025/by-item/internal")
    #expect(minh.status == 200 && minh.body.contains("quá ít để nhận xét"))
  }

  @Test("clerks do not see statistics")
  func officersOnly() throws {
    #expect(try Browser.lan(box).get("\(Self.root)/items/\(Self.year)/by-item/internal").status == 403)
  }

  @Test("what is sent out of the cut leaves no step of one to four people between lines")
  func steps() throws {
    let csv = try minh.get("\(Self.root)/cut/\(Self.year)/outside.csv").body
    let shown = lines(csv.split(separator: ",").joined(separator: ";")).filter { $0[1] != "(ẩn)" }
    let passed = [StatisticsBox.people] + shown.compactMap { Int($0[2]) } + [0]
    #expect(zip(passed, passed.dropFirst()).allSatisfy { $0 - $1 == 0 || $0 - $1 > 4 })
  }
}
