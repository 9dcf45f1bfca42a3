import UseCases

/// Pages of a box that prints by itself.
extension PageSamples {
  static func printer() throws -> [PageSample] {
    let box = try TestBox()
    box.printer.load(.roll80)
    let hoa = Browser(box)
    try hoa.finish(right: 4)
    var samples = [take("printer-prints", hoa)]
    try box.hireOffice()
    let lan = try Browser.lan(box)
    samples.append(take("desk-printer-prints", try lan.get("/desk/slips/1")))
    for (name, standing, trouble) in [
      ("out-of-paper", .waiting(.outOfPaper), .outOfPaper), ("failed", .failed(.offline), .offline),
      ("done", .printed, nil),
    ] as [(String, PrintStanding, PrinterTrouble?)] {
      box.printer.set(standing, trouble: trouble)
      samples.append(take("printer-\(name)", try hoa.get("/attempts/1/result")))
      samples.append(take("desk-printer-\(name)", try lan.get("/desk/slips/1")))
    }
    box.printer.set(.waiting(.coverOpen), trouble: .coverOpen)
    samples.append(take("board-printer-open", try lan.get("/desk")))
    samples.append(take("desk-slips-printer-open", try lan.post("/desk/slips", [("query", "1")])))
    box.printer.forget()
    samples.append(take("printer-unknown", try hoa.get("/attempts/1/result")))
    samples.append(take("desk-printer-unknown", try lan.get("/desk/slips/1")))
    return try samples + [queue(), advice()]
  }

  /// A slip that waits for paper.
  private static func queue() throws -> PageSample {
    let box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(session: box.session(1))
    box.printer.load(.a5)
    return take("desk-slips-printer", try Browser.lan(box).get("/desk/slips"))
  }

  private static func advice() throws -> PageSample {
    let box = try TestBox()
    box.printer.load(.roll80)
    let hoa = Browser(box)
    try hoa.finish(right: 0)
    return take("printer-advice", try hoa.post("/attempts/1/prints", []))
  }
}

/// How things are done, for each of those who do them.
extension PageSamples {
  static func guides() throws -> [PageSample] {
    let box = try TestBox(opensDeskAtKiosk: true)
    return [take("guide-resident", try Browser(box).get("/guides/resident"))]
      + (try ["desk", "officer", "technician"].map { take("desk-guide-\($0)", try Browser(box).get("/guides/\($0)")) })
  }
}
