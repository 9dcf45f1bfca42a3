/// A screen that asks whether somebody is there, where no script can, and an item whose clock is hidden.
extension PageSamples {
  static func idle() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.reachItems()
    var samples = [take("item-clock-hidden", try browser.respond("scored", 1, go: "hide"))]
    samples.append(take("presence", try browser.get("/presence")))
    return try samples + leaving()
  }

  /// On a box whose screen is a kiosk's session.
  private static func leaving() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    try box.store.setPIN(box.passwords.hash("2468"), of: TestBox.lan, at: box.clock.now())
    box.screen.appear()
    let browser = Browser(box)
    var samples = [take("welcome-with-way-out", try browser.get("/"))]
    samples.append(take("leave", try browser.get("/staff/leave")))
    samples.append(take("leave-refused", try browser.post("/staff/leave", [("login", "lan"), ("pin", "1")])))
    samples.append(take("left", try browser.post("/staff/leave", [("login", "lan"), ("pin", "2468")])))
    return samples
  }
}
