/// How pages look when somebody has asked for it, and the page that shows what they are made of.
extension PageSamples {
  static func appearances() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.get("/")
    try browser.post("/appearance", [("letters", "2"), ("back", "/")])
    var samples = [
      take("appearance-dark-and-large", try browser.post("/appearance", [("ground", "d"), ("back", "/")]))
    ]
    let box = try TestBox()
    try box.hireOffice()
    samples.append(take("design", try Browser.lan(box).get("/staff/design")))
    return samples
  }
}
