import TestSupport
import Testing

@testable import Web

@Suite("Guides")
struct GuideTests {
  private let guides: [Guide.Name: Guide]

  init() throws {
    guides = try ShippedWeb.guides()
  }

  @Test("there is one for each of those who work with the product, as long as it was asked for")
  func whole() throws {
    let lengths: [Guide.Name: Int] = [.resident: 0, .desk: 4, .officer: 6, .technician: 6]
    for name in Guide.Name.allCases {
      let guide = try #require(guides[name], "\(name)")
      let sections = guide.blocks.filter { if case .section = $0 { true } else { false } }
      #expect(sections.count == lengths[name], "\(name)")
    }
  }

  @Test("every button and word that a guide quotes stands on the page it names", arguments: Guide.Name.allCases)
  func quotations(name: Guide.Name) throws {
    let pages = Dictionary(uniqueKeysWithValues: try PageSamples.all().map { ($0.name, Self.words(on: $0.html)) })
    let quotations = try #require(guides[name]).quotations
    #expect(quotations.count > 6)
    for (page, words) in quotations {
      let text = try #require(pages[page], "\(name): there is no page \(page)")
      #expect(text.contains(words), "\(name): “\(words)” is not on \(page)")
    }
  }

  @Test("every picture is there, small, and told to whoever cannot see it")
  func pictures() throws {
    for (name, guide) in guides {
      for picture in guide.pictures {
        let bytes = try ShippedWeb.bytes(of: "guides/pictures/guide-\(picture).png")
        #expect((1_000...40_000).contains(bytes.count), "\(name): \(picture) has \(bytes.count) bytes")
      }
    }
  }

  @Test("the wall's sheet is for everybody, the others for the office's network, or where the kiosk is the desk")
  func doors() throws {
    let kiosk = Browser(try TestBox())
    #expect(try kiosk.get("/").body.contains("href=\"/guides/resident\""))
    #expect(try kiosk.get("/guides/resident").status == 200)
    #expect(try kiosk.get("/guides/desk").status == 404)
    #expect(try kiosk.get("/guides/nobody").status == 404)
    #expect(try Browser(try TestBox(), door: .office).get("/guides/technician").status == 200)
    #expect(try Browser(try TestBox(opensDeskAtKiosk: true)).get("/guides/officer").status == 200)
  }

  @Test("what is written is read: sections, steps, points, notes, commands, pictures and quotations")
  func reading() throws {
    let text = "# Tên\n= Mở “đầu”\n## Một\n@ trang\n+ a “b”\n+ c\n- d\n> ghi\n$ lệnh\n! hinh | Cái gì đó\nchữ\n"
    let guide = try #require(Guide(text))

    #expect(guide.title == "Tên")
    #expect(
      guide.blocks == [
        .lead("Mở “đầu”"), .section("Một"), .page("trang"), .steps(["a “b”", "c"]), .points(["d"]), .note("ghi"),
        .command("lệnh"), .picture(name: "hinh", description: "Cái gì đó"), .text("chữ"),
      ])
    #expect(guide.quotations.map(\.page) == ["", "trang"] && guide.quotations.map(\.words) == ["đầu", "b"])
    #expect(Guide("không có tên\n") == nil)
  }

  /// What stands between the tags.
  private static func words(on html: String) -> String {
    html.split(separator: "<").map { part in
      part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
