import UseCases

/// Pages of accounts, lists and devices, in every state.
extension PageSamples {
  static func accounts() throws -> [PageSample] {
    try firstOfficer() + owed() + ownAccount() + office() + devices() + enrolment()
  }

  private static func firstOfficer() throws -> [PageSample] {
    let box = try TestBox()
    let browser = Browser(box, door: .office)
    var samples = [take("sign-in-without-officer", try browser.get("/staff/session"))]
    samples.append(take("first-officer", try browser.get("/staff/first-officer")))
    let code = try box.kiosk.makeFirstOfficerCode() ?? ""
    var fields = [
      ("console-code", "AAAAA-AAAAA"), ("login", "minh"), ("name", "Ông Minh"), ("password", TestBox.password),
      ("again", TestBox.password),
    ]
    samples.append(take("first-officer-refused", try browser.post("/staff/first-officer", fields)))
    fields[0].1 = code
    samples.append(take("first-officer-made", try browser.post("/staff/first-officer", fields)))
    samples.append(take("first-officer-exists", try browser.get("/staff/first-officer")))
    return samples
  }

  private static func owed() throws -> [PageSample] {
    let box = try TestBox()
    let made = try box.kiosk.prepareAccount(login: "tu", name: "Cô Tú", role: .technician)
    let tu = try box.kiosk.createAccount(made, by: .console)
    let browser = Browser(box, door: .office)
    browser.keep(try box.open(tu), as: "sathach-staff")
    var samples = [take("account-owes-password", try browser.get("/staff/account"))]
    try box.store.setPassword(box.passwords.hash("x"), isOneTime: false, of: tu, at: box.clock.now())
    samples.append(take("account-owes-factor", try browser.get("/staff/account")))
    samples.append(take("authenticator", try browser.post("/staff/account/authenticator", [])))
    samples.append(
      take("authenticator-refused", try browser.post("/staff/account/authenticator/code", [("code", "1")])))
    samples.append(take("codes", try browser.post("/staff/account/codes", [])))
    return samples
  }

  private static func ownAccount() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let lan = try Browser.lan(box)
    var samples = [take("account-of-clerk", try lan.get("/staff/account"))]
    let passwords = [("present", "sai"), ("password", "chiec non la"), ("again", "chiec non la")]
    samples.append(take("account-refused", try lan.post("/staff/account/password", passwords)))
    try box.store.replaceCodes(["00000010", "00000011"], of: .account(TestBox.minh), at: box.clock.now())
    let minh = try Browser.minh(box)
    samples.append(take("account-with-few-codes", try minh.get("/staff/account")))
    return samples
  }

  private static func office() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let minh = try Browser.minh(box)
    var samples = [take("office", try minh.get("/office"))]
    samples.append(take("lists-empty", try minh.get("/office/lists")))
    let hamlets = [("list", "hamlets"), ("names", "Thôn Đông\nThôn Đoài\n\nBản Mơ\nthôn đông")]
    samples.append(take("lists", try minh.post("/office/lists", hamlets)))
    let tags = [("list", "tags"), ("names", "Đoàn viên\n" + String(repeating: "x", count: 81))]
    samples.append(take("lists-refused", try minh.post("/office/lists", tags)))
    let thu = [("login", "thu"), ("name", "Cô Thu"), ("role", "clerk")]
    samples.append(take("one-time-password", try minh.post("/office/accounts", thu)))
    _ = try box.hire("tu", "Cô Tú", .technician)
    try minh.post("/office/accounts/1/disablement", [])
    samples.append(take("accounts", minh))
    samples.append(take("accounts-refused", try minh.post("/office/accounts", thu)))
    return samples
  }

  private static func devices() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let minh = try Browser.minh(box)
    var samples = [take("devices-empty", try minh.get("/office/devices"))]
    let tablet = [("deviceNumber", "5"), ("name", "Máy tính bảng cạnh cửa sổ")]
    samples.append(take("device-draft", try minh.post("/office/devices", tablet)))
    _ = try box.enrolledTablet(number: 1)
    box.clock.advance(seconds: 400)
    box.kiosk.notePresence(1, attempt: nil)
    _ = try box.enrolledTablet(number: 2)
    box.clock.advance(seconds: 300)
    samples.append(take("devices", try minh.get("/office/devices")))
    samples.append(take("devices-refused", try minh.post("/office/devices", [("deviceNumber", "1"), ("name", "Bàn")])))
    box.doors.set(.shut)
    samples.append(take("devices-door-shut", try minh.get("/office/devices")))
    box.doors.set(.off)
    samples.append(take("device-draft-door-off", try minh.post("/office/devices", tablet)))
    return samples
  }

  private static func enrolment() throws -> [PageSample] {
    let box = try TestBox(opensDeskAtKiosk: true)
    try box.hireOffice()
    let atKiosk = Browser(box)
    atKiosk.keep(try box.open(TestBox.minh), as: "sathach-staff")
    let fields = [("deviceNumber", "1"), ("name", "Màn hình ở quầy")]
    var samples = [take("device-draft-at-kiosk", try atKiosk.post("/office/devices", fields))]
    let code = try box.kiosk.draftEnrolment(number: 5, name: "Bàn 5", by: TestBox.minh).code
    let tablet = Browser(box, door: .office)
    tablet.keep(try box.enrolledTablet(number: 3), as: "sathach-device")
    samples.append(take("enrolment-again", try tablet.get("/enrolments/\(code)")))
    let new = Browser(box, door: .office)
    samples.append(take("enrolment", try new.get("/enrolments/\(code)")))
    samples.append(take("enrolled", try new.post("/enrolments/\(code)", [])))
    samples.append(take("enrolment-used-up", try new.get("/enrolments/\(code)")))
    samples.append(take("welcome-of-tablet", try new.get("/")))
    return samples
  }
}
