import Assessment

/// The officer's statistics over a year with forty attempts in it, and over one with none.
extension PageSamples {
  static func statistics() throws -> [PageSample] {
    let box = try StatisticsBox.filled()
    let minh = try Browser.minh(box)
    let year = "year-2026/audience-nguoi-dan"
    let root = "/office/statistics"
    return [
      sample("statistics", try minh.get(root)),
      sample(
        "statistics-fault",
        try minh.get(
          root + "?subject=test&audience=&period=year-2026&from=&to=&mode=internal&competence=&order=item&cut=")),
      sample("statistics-items", try minh.get("\(root)/items/\(year)/by-facility/internal")),
      sample("statistics-of-nobody", try minh.get("\(root)/items/year-2025/by-item/internal")),
      sample("statistics-item", try minh.get("\(root)/item/\(StatisticsBox.item)/figures/\(year)/internal")),
      sample("statistics-item-outside", try minh.get("\(root)/item/\(StatisticsBox.item)/figures/\(year)/outside")),
      sample("statistics-test", try minh.get("\(root)/test/\(year)/internal")),
      sample("statistics-cut", try minh.get("\(root)/cut/\(year)/cut-2/internal")),
      sample("statistics-paper", try minh.get("\(root)/cut/\(year)/outside.print")),
    ]
  }

  private static func sample(_ name: String, _ browser: Browser) -> PageSample {
    PageSample(name: name, status: browser.status, html: browser.body)
  }
}
