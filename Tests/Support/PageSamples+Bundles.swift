import Assessment
import UseCases

/// The office's page of bundles for the province in every state.
extension PageSamples {
  static func bundles() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let minh = try Browser.minh(box)
    box.bundles.set { $0.obstacle = .noRecipient }
    var samples = [take("bundles-without-key", try minh.get("/office/bundles"))]
    box.bundles.set { $0.obstacle = .noPlace }
    samples.append(take("bundles-off", try minh.get("/office/bundles")))
    box.bundles.set {
      $0.place = "/media/usb/tinh"
      $0.obstacle = nil
    }
    samples.append(take("bundles-none-yet", try minh.get("/office/bundles")))
    samples.append(take("bundles-running", try minh.post("/office/bundles", [])))
    box.bundles.set {
      $0.isRunning = false
      $0.handedOn = 41
      $0.last = BundleState.Last(
        number: 41, at: box.clock.now(), records: 1_204, size: 183_000, lastEvent: 1)
    }
    samples.append(take("bundles", try minh.get("/office/bundles")))
    box.bundles.set { $0.obstacle = .placeMissing }
    samples.append(take("bundles-stick-missing", try minh.get("/office/bundles")))
    box.bundles.set { $0.obstacle = .failed }
    samples.append(take("bundles-failed", try minh.post("/office/bundles", [])))
    return samples
  }
}
