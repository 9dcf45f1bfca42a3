import Assessment

/// The office's reports over a quarter with a few people in it.
extension PageSamples {
  static func reports() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    for name in ["Tổ 5", "Thôn Ven Đồi"] { _ = try box.kiosk.addHamlet(name) }
    _ = try box.finished(right: 1, session: box.session(1))
    _ = try box.finished("082084999002||Trần Văn Dũng|01011984|Nam|Ấp 2|15082021", session: box.session(2))
    let minh = try Browser.minh(box)
    let quarter = "/office/reports/pass-rates/quarter-2026-4"
    return [
      sample("reports", try minh.get("/office/reports")),
      sample(
        "reports-fault",
        try minh.get("/office/reports?period=dates&from=2026-11-30&to=2026-11-02&by=sex&mode=internal")),
      sample("report-by-sex", try minh.get("\(quarter)/by-sex/internal")),
      sample("report-outside", try minh.get("\(quarter)/by-hamlet/outside")),
      sample("report-by-competence", try minh.get("\(quarter)/by-competence/internal")),
      sample("report-of-nobody", try minh.get("/office/reports/pass-rates/month-2026-1/by-age/internal")),
      sample("report-attempts", try minh.get("/office/reports/attempts/quarter-2026-4/internal")),
      sample("report-paper", try minh.get("\(quarter)/by-sex/internal.print")),
      sample("letterhead", try minh.get("/office/letterhead")),
    ]
  }

  private static func sample(_ name: String, _ browser: Browser) -> PageSample {
    PageSample(name: name, status: browser.status, html: browser.body)
  }
}
