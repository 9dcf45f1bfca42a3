/// A screen that asks whether somebody is there, where no script can, and an item whose clock is hidden.
extension PageSamples {
  static func idle() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.reachItems()
    var samples = [take("item-clock-hidden", try browser.respond("scored", 1, go: "hide"))]
    samples.append(take("presence", try browser.get("/presence")))
    return samples
  }
}
