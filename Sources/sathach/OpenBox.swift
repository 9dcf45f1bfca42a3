import SQLiteStore
import UseCases

/// A box that no service holds, open for a command that changes something.
struct OpenBox {
  let kiosk: Kiosk
  let store: KioskStore

  /// - Throws: ``Failure``: could not where the box serves, refused where a rule says no.
  static func change<Value>(_ options: BoxOptions, _ body: (OpenBox) throws -> Value) throws -> Value {
    try ItemImport.reading {
      let box = try options.existing()
      let lock = try FolderLock(folder: box.path)
      defer { withExtendedLifetime(lock) {} }
      let secrets = try box.secrets(creating: false)
      let store = try KioskStore.writer(at: box.database, secrets: secrets)
      let office = try box.office()
      let parts = KioskParts(box: box, secrets: secrets, signing: try box.signing(creating: false), office: office)
      do {
        return try body(OpenBox(kiosk: parts.kiosk(store), store: store))
      } catch UseCaseError.unknownItem(let item) {
        throw Failure.refused("sathach: no draft of the item \"\(item)\" waits")
      } catch UseCaseError.staff(let fault) {
        throw Failure.refused("sathach: \(OperatorWording.text(staff: fault))")
      }
    }
  }

  /// The officer of that login, or the command line.
  func actor(_ login: String?) throws -> StaffActor {
    guard let login else { return .console }
    return .account(try kiosk.account(named: login).id)
  }
}
