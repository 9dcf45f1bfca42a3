import Slip
import UseCases

/// The office's page about the log as evidence, in every state.
extension PageSamples {
  static func evidence() throws -> [PageSample] {
    let box = try TestBox()
    let resident = Browser(box)
    try resident.finish(right: 4)
    _ = try box.store.countBoot(at: box.clock.now())
    try box.hireOffice()
    let minh = try Browser.minh(box)
    guard let slip = try box.store.slip(of: 1) else { throw TestBox.Unexpected() }
    let text = SlipText.encode(slip.bytes)
    var samples = [take("evidence", try minh.get("/office/evidence"))]
    samples.append(take("evidence-agrees", try minh.post("/office/evidence", [("slip", text)])))
    samples.append(take("evidence-none", try minh.post("/office/evidence", [("slip", "ghi chú")])))
    // As somebody leaves a box who has put an older copy of the data in its place.
    let older = try TestBox()
    try older.hireOffice()
    let other = try Browser.minh(older)
    samples.append(take("evidence-contradicts", try other.post("/office/evidence", [("slip", text)])))
    return samples
  }
}
