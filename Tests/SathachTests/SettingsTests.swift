import Certificates
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

  @Test("the office door is off until an office opens it, with the names it gives")
  func officeDoor() throws {
    #expect(!Settings().officeDoor.isOn && Settings().officeDoor.port == 8443)
    let text = "office-door = on\noffice-port = 443\noffice-address = ::\noffice-names = Hop.local, 10.0.0.7\n"
    let door = try Settings(text + "office-redirect-port = 0\n").officeDoor

    #expect(door.isOn && door.port == 443 && door.address == "::" && door.redirectPort == 0)
    #expect(door.names == [.host("hop.local"), .address([10, 0, 0, 7])])
    #expect(try Settings("office-names =\n").officeDoor.names.isEmpty)
  }

  @Test("residents may seat themselves unless an office says no")
  func selfSeating() throws {
    #expect(Settings().letsPeopleSeatThemselves)
    #expect(try !Settings("self-seating = off\n").letsPeopleSeatThemselves)
    #expect(try Settings("self-seating = on\n").letsPeopleSeatThemselves)
  }

  @Test("browsers print until an office names a printer and its paper")
  func printers() throws {
    #expect(Settings().printer == .none && Settings().printer.device == nil)
    #expect(try Settings("printer = escpos:/dev/usb/lp0:58mm").printer == .receipt(path: "/dev/usb/lp0", size: .roll58))
    #expect(try Settings("printer = cups:Phieu:a5").printer == .spooled(queue: "Phieu", size: .a5, isRaw: false))
    #expect(try Settings("printer = cups-raw:Cuon_1:80mm").printer.device?.size == .roll80)
    for value in [
      "", "escpos", "escpos:/etc/passwd:80mm", "escpos:/dev/../etc/x:80mm", "escpos:/dev/usb/lp0:a5", "cups:-o:a5",
      "cups:a b:a5", "cups::a5", "cups-raw:Phieu:a5", "tcp:10.0.0.9:80mm",
    ] {
      #expect(throws: Settings.Fault.self, "\(value)") { try Settings("printer = \(value)") }
    }
  }

  @Test("nothing is copied anywhere until an office names a place, how often and how long")
  func backups() throws {
    #expect(Settings().backups == BackupSettings() && Settings().backups.place == nil)
    let text = "backup-to = /media/usb/\nbackup-every = 6\nbackup-keep-days = 3\nmirror = /media/two\n"
    let backups = try Settings(text).backups

    #expect(backups.place == "/media/usb" && backups.hours == 6 && backups.mirror == "/media/two")
    #expect(backups.keep.days == 3 && backups.keep.weeks == 5)
    #expect(try Settings("backup-to =\n").backups.place == nil)
  }

  @Test("a screen asks and clears after the office's seconds")
  func idle() throws {
    #expect(Settings().idle.askAfter == 180 && Settings().idle.clearAfter == 60)
    let idle = try Settings("idle-question = 300\nidle-clear = 90\nidle-question-without-scripts = 900\n").idle
    #expect((idle.askAfter, idle.clearAfter, idle.askWithoutScripts) == (300, 90, 900))
    #expect(throws: Settings.Fault.self) { try Settings("idle-clear = 0\n") }
  }

  @Test("a file that says nothing gives the box that nobody has set up")
  func firstSettings() throws {
    #expect(try Settings("") == Settings())
    #expect(Settings().commune == "99999")
  }

  @Test("the file of a new box has every setting once, with meaning, unit and default, and changes nothing")
  func guide() throws {
    let entries = SettingsGuide.chapters.flatMap(\.entries)
    #expect(entries.map(\.key).sorted() == Settings.keys.sorted())
    #expect(try Settings(SettingsGuide.text) == Settings())
    for entry in entries {
      let written = "# Expected: \(entry.expected). Default: "
      #expect(!entry.meaning.isEmpty && SettingsGuide.text.contains(written), "\(entry.key)")
      #expect(SettingsGuide.text.contains("\n\(entry.key) ="), "\(entry.key)")
    }
  }

  @Test(
    "a line that cannot be right is told with its number",
    arguments: [
      ("office", 1), ("# gì đó\ncommune = 2545", 2), ("commune = 00000", 1), ("device = 0", 1), ("device = mười", 1),
      ("phone = 1", 1), ("office =", 1), ("office-door = yes", 1), ("office-port = 0", 1), ("office-port = 65536", 1),
      ("office-address = hop", 1), ("office-names = a b", 1), ("office-names = a,", 1),
      ("office-redirect-port = -1", 1),
      ("= on", 1), ("self-seating = maybe", 1), ("backup-to = usb", 1), ("backup-every = 0", 1),
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
