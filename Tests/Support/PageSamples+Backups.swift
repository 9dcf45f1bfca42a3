import Assessment
import UseCases

/// The office's page of backups in every state.
extension PageSamples {
  static func backups() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let minh = try Browser.minh(box)
    box.backups.set { $0.obstacle = .noPlace }
    var samples = [take("backups-off", try minh.get("/office/backups"))]
    box.backups.set {
      $0.place = "/media/usb/sathach"
      $0.obstacle = .noRecoveryKey
    }
    samples.append(take("backups-without-key", try minh.get("/office/backups")))
    box.backups.set {
      $0.obstacle = nil
      $0.nextAt = box.clock.now()
      $0.mirror = .beginning
      $0.isOnSameDisk = true
    }
    samples.append(take("backups-none-yet", try minh.get("/office/backups")))
    samples.append(take("backups-running", try minh.post("/office/backups", [])))
    box.backups.set {
      $0.isRunning = false
      $0.isOnSameDisk = false
      $0.last = BackupState.Last(at: box.clock.now(), size: 3_240_000, attempts: 1_204)
      $0.nextAt = Moment(milliseconds: box.clock.now().milliseconds + 86_400_000)
      $0.mirror = .following(waiting: 0, writtenAt: box.clock.now())
    }
    samples.append(take("backups", try minh.get("/office/backups")))
    box.backups.set {
      $0.obstacle = .placeMissing
      $0.mirror = .missing(since: box.clock.now())
    }
    samples.append(take("backups-stick-missing", try minh.get("/office/backups")))
    samples.append(take("office-stick-missing", try minh.get("/office")))
    box.backups.set { $0.obstacle = .failed }
    samples.append(take("backups-failed", try minh.post("/office/backups", [])))
    return samples
  }
}
