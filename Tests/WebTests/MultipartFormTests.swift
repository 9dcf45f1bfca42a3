import Assessment
import Testing

@testable import Web

@Suite("A form in parts")
struct MultipartFormTests {
  /// As a browser sends it: two fields, an empty file and one with every byte there is.
  private static let content = (0...255).map { UInt8($0) }
  private static let body: [UInt8] =
    Array(
      """
      --xyz\r\nContent-Disposition: form-data; name="title"\r\n\r\nLớp chiều\r\n\
      --xyz\r\nContent-Disposition: form-data; name="list"\r\n\r\n\r\n\
      --xyz\r\nContent-Disposition: form-data; name="none"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n\
      --xyz\r\nContent-Disposition: form-data; name="file"; filename="C:\\\\danh sách.csv"\r\nContent-Type: text/csv\r\n\r\n
      """.utf8) + content + Array("\r\n--xyz--\r\n".utf8)

  private func read(_ text: String, boundary: String = "xyz") throws -> FormFields {
    try MultipartForm.fields(in: Array(text.utf8), boundary: boundary)
  }

  @Test("fields and files come out as they were put in, whatever bytes a file has")
  func reads() throws {
    let fields = try MultipartForm.fields(in: Self.body, boundary: "xyz")
    #expect(try fields.text("title", most: 40) == "Lớp chiều")
    #expect(try fields.text("list", most: 40) == "")
    #expect(fields.upload("file") == Upload(name: "file", fileName: "danh sách.csv", bytes: Self.content))
    #expect(fields.upload("none")?.bytes == [])
    #expect(fields.upload("title") == nil && !fields.has("file"))
  }

  @Test("the boundary is read with and without quotes, and nothing else beside it")
  func boundaries() {
    #expect(
      MultipartForm.boundary(in: "multipart/form-data; boundary=----WebKitFormBoundary7MA4")
        == "----WebKitFormBoundary7MA4")
    #expect(MultipartForm.boundary(in: "Multipart/Form-Data; Boundary=\"a b\"") == nil)
    #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=\"a:b\"") == "a:b")
    for type in [
      "", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
      "text/plain; boundary=x",
      "multipart/form-data; boundary=x; boundary=y", "multipart/form-data; charset=utf-8; boundary=x",
      "multipart/form-data; boundary=\(String(repeating: "x", count: 71))", "multipart/form-data; boundary=\u{1}",
    ] {
      #expect(MultipartForm.boundary(in: type) == nil, "\(type)")
    }
  }

  @Test(
    "what no browser sends refuses the form",
    arguments: [
      "", "--xyz", "--xyz--", "x--xyz--\r\n", "--xyz\n\n",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz--\r\nmore",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyzz\r\n",
      "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''x\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Type: text/plain\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--xyz--",
      "--xyz\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--xyz--",
      "--xyz\r\n\r\n\r\n--xyz--",
    ])
  func refuses(text: String) {
    // "--xyz--" alone is a form without fields.
    guard text != "--xyz--" else { return }
    #expect(throws: FormFault.notAForm, "\(text)") { try read(text) }
  }

  @Test("a name that stands twice, a field that is no text, and too many parts are refused")
  func bounds() {
    func part(_ name: String, file: Bool = false) -> String {
      let disposition = "form-data; name=\"\(name)\"" + (file ? "; filename=\"f\"" : "")
      return "--xyz\r\nContent-Disposition: \(disposition)\r\n\r\n1\r\n"
    }
    #expect(throws: FormFault.repeated("a")) { try read(part("a") + part("a", file: true) + "--xyz--") }
    #expect(throws: FormFault.tooLarge) { try read((0...60).map { part("a\($0)") }.joined() + "--xyz--") }
    #expect(throws: FormFault.tooLarge) { try read((0...4).map { part("a\($0)", file: true) }.joined() + "--xyz--") }
    let head = Array("--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
    for bad in [[0xFF], [0x00], [0xC3]] as [[UInt8]] {
      #expect(throws: FormFault.notUTF8) {
        try MultipartForm.fields(in: head + bad + Array("\r\n--xyz--".utf8), boundary: "xyz")
      }
    }
  }

  @Test("altered in any way, it is refused or read, and never more comes out than was put in")
  func mutations() {
    var refused = 0
    for seed in 0..<3_000 as Range<UInt64> {
      var dice = SeededDice(seed: seed)
      var bytes = Self.body
      for _ in 0...dice.below(4) {
        let place = dice.below(bytes.count)
        switch dice.below(4) {
        case 0: bytes[place] = UInt8(dice.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(dice.below(256)), at: place)
        default: bytes = Array(bytes.prefix(place + 1))
        }
      }
      guard let fields = try? MultipartForm.fields(in: bytes, boundary: "xyz") else {
        refused += 1
        continue
      }
      let kept = fields.kept.reduce(0) { $0 + $1.value.utf8.count } + fields.uploads.reduce(0) { $0 + $1.bytes.count }
      #expect(kept <= bytes.count)
    }
    #expect(refused > 1_000 && refused < 3_000)
  }
}
