import Testing
import UseCases

@testable import sathach

/// A folder that was served once and set up by nobody.
@Suite("The first run, on the box's folder")
struct FirstRunTests {
  let folder: FolderOfTest
  var box: BoxFolder { BoxFolder(folder.path) }
  var run: FirstRunFolder { FirstRunFolder(box: box, isOpen: true, mounts: "/dev/null") { _ in } }

  init() throws {
    folder = try FolderOfTest()
    try box.make()
    _ = try box.signing(creating: true)
    _ = try box.secrets(creating: true)
  }

  private func sayPlace(_ commune: String = "02215") throws {
    try run.keep([SetupLine("office", "UBND xã Thử"), SetupLine("commune", commune)], of: .place)
  }

  @Test("what is said waits in a site file until the next start takes it, once")
  func takes() throws {
    try sayPlace()
    #expect(try box.issuer().text == "99999-1" && run.state().next == .doors)
    _ = try SiteFile(FileSystem.text(box.path + "/setup.conf"))
    FirstRunFolder.takeWanted(box)
    #expect(try box.issuer().text == "99999-1")
    try run.restart()
    FirstRunFolder.takeWanted(box)
    #expect(try box.issuer().text == "02215-1" && run.state().done.contains(.restart))
  }

  @Test("saying the same again changes nothing; saying something else is to be put in force anew")
  func again() throws {
    try sayPlace()
    try run.note(.restart)
    try sayPlace()
    #expect(try run.state().done.contains(.restart))
    try sayPlace("02216")
    #expect(!(try run.state().done.contains(.restart)))
  }

  @Test("what could not stand in the settings is not kept", arguments: ["99999", "1", ""])
  func refuses(commune: String) throws {
    #expect(throws: SetupFault.setting("commune")) { try sayPlace(commune) }
    #expect(try run.state().done.isEmpty && run.state().values["commune"] == "")
  }

  @Test("a file that cannot be taken says why, and is not tried again by itself")
  func obstacle() throws {
    try FileSystem.write("commune = 02215\n#: wanted\n", to: box.path + "/setup.conf", mode: 0o600)
    FirstRunFolder.takeWanted(box)
    #expect(try run.state().obstacle?.contains("office") == true)
    #expect(!(try FileSystem.text(box.path + "/setup.conf").contains("#: wanted")))
  }

  @Test("it is open where nobody has set the box up, or somebody has begun; never for samples")
  func isOpen() throws {
    func isOpen(_ settings: Settings, hasOfficer: Bool = false) -> Bool {
      FirstRunFolder.of(box, settings) { hasOfficer }.isOpen
    }
    var mine = Settings()
    mine.commune = "02215"
    #expect(isOpen(Settings()) && !isOpen(Settings(), hasOfficer: true) && !isOpen(mine))
    try run.begin()
    #expect(isOpen(mine, hasOfficer: true))
    try run.finish()
    try FileSystem.write("PHIẾU MẪU\n", to: box.sampleMark, mode: 0o600)
    #expect(!isOpen(Settings()))
  }

  @Test("the key goes to a stick as a file would have it, and a folder that is not there is told")
  func key() throws {
    try sayPlace()
    try run.restart()
    FirstRunFolder.takeWanted(box)
    try FileSystem.makeFolder(folder.path + "/usb", mode: 0o700)
    let path = try run.savePublicKey(in: folder.path + "/usb")
    #expect(try FileSystem.text(path) == run.publicKey() + "\n")
    #expect(throws: SetupFault.folder(path: "/nowhere/usb")) { try run.savePublicKey(in: "/nowhere/usb") }
  }

  @Test("sticks are what is mounted for people and can be written to")
  func sticks() {
    let mounts = """
      /dev/sda2 / ext4 rw,relatime 0 0
      /dev/sdb1 /media/usb vfat rw,nosuid 0 0
      /dev/sdc1 /run/media/minh/SAO\\040LUU vfat rw 0 0
      /dev/sdd1 /media/cd iso9660 ro 0 0
      """
    #expect(MountedSticks.folders(in: mounts) == ["/media/usb", "/run/media/minh/SAO LUU"])
  }
}
