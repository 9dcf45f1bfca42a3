import UseCases

/// Gives a box that has none the layout of lists for VNeID that lies in the kiosk folder.
struct LayoutAdoption {
  let kiosk: KioskFolder

  /// To be called within a transaction. A damaged file is told in the log: nobody is stopped by it.
  func bring(into box: Kiosk) throws {
    do {
      if let text = try kiosk.confirmationLayout() { try box.adoptConfirmationLayout(text) }
    } catch UseCaseError.confirmation(.layout(let fault)) {
      Log.write(.error, "problem=confirmationLayout file=\(ConfirmationLayout.file) cause=\"\(fault)\"")
    } catch let fault as FileFault {
      Log.write(.error, "problem=confirmationLayout cause=\"\(fault)\"")
    }
  }
}
