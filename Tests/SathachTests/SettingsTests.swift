import Testing

@testable import sathach

@Suite("Settings")
struct SettingsTests {
  @Test("comments and empty lines are passed over, values trimmed")
  func reads() throws {
    let settings = try Settings("# một ghi chú\n\n office =  UBND xã Tân Trào \ncommune = 02545\ndevice=3\n")

    #expect(settings.office == "UBND xã Tân Trào")
    #expect(settings.commune == "02545")
    #expect(settings.device == 3)
  }

  @Test("a file that says nothing gives the box that nobody has set up")
  func firstSettings() throws {
    #expect(try Settings("") == Settings())
    #expect(Settings().commune == "99999")
  }

  @Test(
    "a line that cannot be right is told with its number",
    arguments: [
      ("office", 1), ("# gì đó\ncommune = 2545", 2), ("commune = 00000", 1), ("device = 0", 1), ("device = mười", 1),
      ("phone = 1", 1), ("office =", 1),
    ])
  func tellsLines(text: String, line: Int) {
    do {
      _ = try Settings(text)
      Issue.record("accepted: \(text)")
    } catch let fault as Settings.Fault {
      #expect(fault.line == line)
      #expect(fault.description.hasPrefix("sathach.conf:\(line): "))
    } catch {
      Issue.record("another error: \(error)")
    }
  }
}
