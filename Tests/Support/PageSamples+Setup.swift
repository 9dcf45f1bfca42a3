import UseCases

/// The first run of a box, at its own screen: the way in, every step, and what can go wrong in one.
extension PageSamples {
  static func setup() throws -> [PageSample] {
    try setupWayIn() + setupSettings() + setupInForce() + setupPaper()
  }

  private static func setupWayIn() throws -> [PageSample] {
    let box = try TestBox(isBeingSetUp: true)
    box.screen.appear()
    let browser = Browser(box)
    var samples = [take("welcome-of-bare-box", try browser.get("/"))]
    samples.append(take("leave-bare-box", try browser.get("/staff/leave")))
    let desk = Browser(try TestBox(opensDeskAtKiosk: true))
    samples.append(take("welcome-where-desk-is", try desk.get("/")))
    return samples
  }

  /// Ông Minh has made his account.
  private static func officer() throws -> (TestBox, Browser) {
    let box = try TestBox(isBeingSetUp: true)
    try box.hireOffice()
    let minh = Browser(box)
    try minh.get("/check")
    minh.keep(try box.open(TestBox.minh), as: "sathach-staff")
    return (box, minh)
  }

  private static func setupSettings() throws -> [PageSample] {
    let (box, minh) = try officer()
    var samples = [take("setup", try minh.get("/office/setup"))]
    samples.append(take("setup-place", try minh.get("/office/setup/place")))
    let place = [("office", "UBND xã Tân Trào"), ("commune", ""), ("device", "1")]
    samples.append(take("setup-place-refused", try minh.post("/office/setup/place", place)))
    try minh.post("/office/setup/place", [place[0], ("commune", "02545"), place[2]])
    samples.append(take("setup-doors", try minh.get("/office/setup/doors")))
    try minh.post("/office/setup/doors", [("doors", "both")])
    samples.append(take("setup-printer", try minh.get("/office/setup/printer")))
    try minh.post("/office/setup/printer", [("kind", "escpos-80mm"), ("name", "/dev/usb/lp0")])
    samples.append(take("setup-backups-without-stick", try minh.get("/office/setup/backups")))
    box.firstRun.plug(["/media/usb", "/media/usb2"])
    let missing = [("folder", "other"), ("other", "/srv/usb")]
    samples.append(take("setup-backups-refused", try minh.post("/office/setup/backups", missing)))
    try minh.post("/office/setup/backups", [("folder", "/media/usb"), ("other", "")])
    samples.append(take("setup-backups", try minh.get("/office/setup/backups")))
    samples.append(take("setup-restart", try minh.get("/office/setup/restart")))
    samples.append(take("setup-restarting", try minh.post("/office/setup/restart", [])))
    box.firstRun.set {
      $0.done.remove(.restart)
      $0.obstacle = "sathach: this box has issued slips as 99999-1 and cannot become 02545-1; use a folder of its own"
    }
    samples.append(take("setup-obstacle", try minh.get("/office/setup")))
    return samples
  }

  private static func setupInForce() throws -> [PageSample] {
    let (box, minh) = try officer()
    box.firstRun.set { $0.done = Set(SetupStep.settings + [.restart]) }
    box.firstRun.plug(["/media/usb"])
    var samples = [take("setup-clock", try minh.get("/office/setup/clock"))]
    let noDay = [("day", "31"), ("month", "2"), ("year", "2026"), ("hour", "1"), ("minute", "1"), ("answer", "wrong")]
    samples.append(take("setup-clock-refused", try minh.post("/office/setup/clock", noDay)))
    samples.append(take("setup-key", try minh.get("/office/setup/key")))
    samples.append(take("setup-key-saved", try minh.post("/office/setup/key", [("folder", "/media/usb")])))
    samples.append(take("setup-recovery", try minh.get("/office/setup/recovery")))
    samples.append(take("setup-recovery-key", try minh.post("/office/setup/recovery", [("go", "make")])))
    samples.append(take("setup-recovery-again", try minh.get("/office/setup/recovery")))
    samples.append(take("setup-slip-without-printer", try minh.get("/office/setup/slip")))
    return samples
  }

  private static func setupPaper() throws -> [PageSample] {
    let (box, minh) = try officer()
    box.firstRun.set { $0.done = Set(SetupStep.allCases.filter { $0 != .slip }) }
    box.printer.load(.roll80)
    var samples = [take("setup-slip", try minh.get("/office/setup/slip"))]
    box.printer.set(.waiting(nil))
    samples.append(take("setup-slip-printing", try minh.post("/office/setup/slip", [("go", "print")])))
    box.printer.set(.waiting(.outOfPaper), trouble: .outOfPaper)
    samples.append(take("setup-slip-out-of-paper", try minh.get("/office/setup/slip")))
    box.printer.set(.printed)
    samples.append(
      take("setup-slip-misread", try minh.post("/office/setup/slip", [("go", "read"), ("code", "AAAAAA")])))
    try minh.post("/office/setup/slip", [("go", "read"), ("code", box.firstRun.state().slipCode ?? "")])
    samples.append(take("setup-done", minh))
    samples.append(take("setup-finished", try minh.post("/office/setup", [])))
    return samples
  }
}
