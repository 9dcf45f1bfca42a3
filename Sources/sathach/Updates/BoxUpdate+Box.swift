import Assessment
import SQLiteStore
import Sealing
import Slip
import UseCases

extension BoxFolder {
  /// The one in the data folder, else the one that the machine's administrator has put into `/etc`.
  func updateAnchor() throws -> Anchor {
    let places = [updateKeyFile, "/etc/sathach/update.pub"]
    guard let file = places.first(where: { FileSystem.exists($0) }) else { throw UpdateFault.noAnchor }
    return try KeyRingFiles.anchor(from: try FileSystem.text(file))
  }

  /// Tests that somebody has touched within three hours; what was left open before is nobody's.
  func testsUnderWay() throws -> Int {
    guard FileSystem.exists(database) else { return 0 }
    let since = Moment(milliseconds: SystemClock().now().milliseconds - 3 * 3_600_000)
    return try openReading().openPlaces(OpenPlaces(since: since, seatedWaits: 0, are: .ofToday)).count
  }

  /// The first reason why a bank is none, or cannot follow the one in force here.
  func problem(ofBankIn folder: KioskFolder) throws -> String? {
    do {
      guard FileSystem.exists(database) else {
        _ = try ItemBank.read(try folder.bankFiles())
        return nil
      }
      let store = try openReading()
      let bank = try ItemBank.read(try folder.bankFiles() + BankAdoption.released(in: store))
      return BankSuccession(from: try store.itemsInForce(), to: bank).problems.first?.description
    } catch let faulty as ItemBank.Faulty {
      return faulty.problems.first?.description
    }
  }
}
