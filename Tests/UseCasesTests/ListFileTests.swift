import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("A list as a file with its signature")
struct ListFileTests {
  private let box: TestBox
  private let list: ConfirmationList
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
    try box.sentNeighbours()
    list = try box.kiosk.confirmationList(1)
  }

  @Test("the same list gives the same bytes, also as a workbook made on another day", arguments: ListForm.all)
  func isReproducible(form: ListForm) throws {
    let first = try kiosk.file(of: list, as: form)
    box.clock.advance(days: 1)
    #expect(try kiosk.file(of: list, as: form) == first)
  }

  @Test("CSV has its mark, headings and a line each; JSON Lines an object each, by the names of fields")
  func texts() throws {
    let csv = String(decoding: try kiosk.file(of: list, as: .csv(.semicolon)), as: UTF8.self)
    let lines = csv.split(separator: "\r\n")
    #expect(lines[0] == "\u{FEFF}STT;Mã phiếu;Họ và tên;Số định danh cá nhân;Ngày sinh")
    #expect(lines.count == 4)
    let json = String(decoding: try kiosk.file(of: list, as: .jsonLines), as: UTF8.self).split(separator: "\n")
    #expect(
      json[2] == """
        {"birth":"05/06/1984","name":"Trần Văn Dũng","number":"008084999012","row":3,"slipCode":"\(try box.code(of: 3))"}
        """)
  }

  @Test("who takes a list stands in the log, with how many people were on it and in which form")
  func isNoted() throws {
    try kiosk.noteDisclosure(of: 1, rows: 3, format: "xlsx", digest: box.secrets.sha256([1]), by: TestBox.minh)
    #expect(try box.store.events(of: "names-disclosed") == ["account=2 batch=1 rows=3 format=xlsx"])
    let entry = try #require(try box.store.disclosures(before: .max, most: 1).first)
    #expect(entry.kind == .confirmationList && entry.subject == "1" && entry.digest == box.secrets.sha256([1]))
  }

  @Test("a signature holds for the file it was made of and for no other")
  func signs() throws {
    let bytes = try kiosk.file(of: list, as: .jsonLines)
    let signature = try kiosk.detachedSignature(of: bytes)
    #expect(try kiosk.checkList(bytes, signature: signature) == .genuine(Issuer("99999-1")))
    #expect(try kiosk.checkList(bytes + [0x20], signature: signature) == .altered)
    let mail = signature.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try kiosk.checkList(bytes, signature: mail) == .genuine(Issuer("99999-1")))
  }

  @Test("the signature of the three bytes abc by the key of thirty-two times 09 is the one that is written down")
  func vector() throws {
    #expect(
      try kiosk.detachedSignature(of: Array("abc".utf8)) == """
        sathach-list-signature 1
        issuer 99999-1
        kid dbc298251c51321b
        sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        signature 274d3dac1df2c01eeca8caf08680e3d2c7638819e7d4a056909661d3c487dff4\
        00342982d03953fb64109c1fb18e4e7ae9c753ec3df7df4c43c364e44a4d6f09

        """)
  }

  @Test("a signature by a key that is not known here, and what is none, are told apart")
  func doubts() throws {
    let bytes: [UInt8] = [1, 2]
    let signature = try kiosk.detachedSignature(of: bytes)
    let foreign = signature.split(separator: "kid ").joined(separator: "kid 00")
    #expect(try kiosk.checkList(bytes, signature: foreign) == .unknownKey("00" + box.signing.keyID.hex))
    for text in ["", "sathach-list-signature 1\n", String(signature.dropLast(5)), signature + "x"] {
      #expect(try kiosk.checkList(bytes, signature: text) == .notASignature)
    }
  }

  @Test("a layout reads back as it was written")
  func layoutRoundTrip() throws {
    let layout = try ConfirmationLayout(text: TestBox.layout)
    #expect(try ConfirmationLayout(text: layout.text) == layout)
  }

  @Test("the layout that came with the program is taken once, and never over an office's own")
  func adoptsOnce() throws {
    let number = try kiosk.confirmationLayout().number
    try kiosk.adoptConfirmationLayout(TestBox.layout)
    #expect(try kiosk.confirmationLayout().number == number)
  }
}
