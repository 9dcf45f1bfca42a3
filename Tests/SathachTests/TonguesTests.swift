import Testing

@testable import Web
@testable import sathach

@Suite("Languages of a kiosk's folder")
struct TonguesTests {
  private let folder: FolderOfTest
  private let kiosk: KioskFolder

  init() throws {
    folder = try FolderOfTest()
    for part in ["/languages", "/languages/en"] { try FileSystem.makeFolder(folder.path + part, mode: 0o755) }
    kiosk = KioskFolder(folder.path)
    try put(#"{"version": 1, "name": "English", "texts": {"Trang đầu": "First page"}}"#, as: "interface.json")
  }

  private func put(_ text: String, as name: String) throws {
    try FileSystem.write(text, to: "\(folder.path)/languages/en/\(name)", mode: 0o644)
  }

  @Test("the texts of items are read when somebody first asks for a language, and kept")
  func readsLate() throws {
    let english = try #require(try kiosk.tongues().first)
    #expect(english.language.name == "English")
    try put(#"{"version": 1, "items": [{"item": "a-1", "itemVersion": 1, "texts": {"Có": "Yes"}}]}"#, as: "items.json")
    #expect(english.has("Có") && english.has("Trang đầu"))
    try put(#"{"version": 1, "items": []}"#, as: "items.json")
    #expect(english.has("Có"))
    #expect(try #require(try kiosk.tongues().first).has("Có") == false)
  }

  @Test("a language without a file of the pages is none")
  func nameless() throws {
    try FileSystem.makeFolder(folder.path + "/languages/tay", mode: 0o755)
    #expect(try kiosk.tongues().map(\.language.name) == ["English"])
  }
}
