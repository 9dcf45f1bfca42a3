import Testing

@testable import sathach

@Suite("Site files")
struct SiteFileTests {
  private func faults(_ text: String) -> [String] {
    do throws(SiteFile.Faulty) {
      _ = try SiteFile(text)
      return []
    } catch {
      return error.faults.map { "\($0.line): \($0.text)" }
    }
  }

  @Test("settings, the first officer and the keys stand in one file")
  func reads() throws {
    let key = String(repeating: "ab", count: 32)
    let site = try SiteFile(
      "# xã Thử\noffice = UBND xã Thử\ncommune = 02215\nfirst-officer = minh\nfirst-officer-name = Trần Văn Minh\n"
        + "recovery-key = \(key)\npublic-key-to = /media/usb\n")

    #expect(site.settings.map(\.key) == ["office", "commune"])
    #expect(site.officer == SiteFile.Officer(login: "minh", name: "Trần Văn Minh"))
    #expect(site.recovery == .known([UInt8](repeating: 0xAB, count: 32)) && site.publicKeyTo == "/media/usb")
  }

  @Test("every bad line is told at once, with its number")
  func tellsAll() {
    let told = faults(
      "office = \ncommune = 2215\nphone = 1\nnonsense\ncommune = 02215\nfirst-officer = A!\nmirror = usb\n")

    #expect(told.map { $0.prefix(2) } == ["1:", "2:", "3:", "4:", "5:", "6:", "7:"])
    #expect(told[1].contains("expected five digits") && told[4].contains("stands in line 2 already"))
  }

  @Test("office and commune must be there, and the code of nobody is no commune")
  func needed() {
    #expect(faults("") == ["0: \"office\" is missing", "0: \"commune\" is missing"])
    #expect(faults("office = A\ncommune = 99999\n").count == 1)
  }

  @Test("a key is taken only beside the fingerprint that its owner read out")
  func fingerprints() throws {
    let key = String(repeating: "07", count: 32)
    let head = "office = A\ncommune = 02215\nupdate-key = \(key)\n"
    let told = try #require(faults(head).first)
    let digits = try #require(told.split(separator: "fingerprint ").dropFirst().first).prefix(35)

    #expect(try SiteFile(head + "update-fingerprint = \(digits)\n").updateKey?.count == 32)
    #expect(faults(head + "update-fingerprint = 00000 00000 00000 00000 00000 00000\n").count == 1)
  }

  @Test("the template reads as a file that lacks only the commune")
  func template() {
    #expect(faults(SiteGuide.text).map { $0.split(separator: "\"")[1] } == ["commune"])
  }

  @Test("a changed value changes its line and nothing else")
  func settingsText() {
    var text = SettingsText("# ghi chú: office = cũ\noffice = A\ndevice=1\n")
    text.set("device", to: "7")
    text.set("mirror", to: "/media/two")
    #expect(text.text == "# ghi chú: office = cũ\noffice = A\ndevice = 7\nmirror = /media/two\n")
    #expect(text.value(of: "office") == "A" && text.value(of: "commune") == nil)
  }
}
