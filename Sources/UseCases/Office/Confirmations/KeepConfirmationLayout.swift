import Assessment

extension Kiosk {
  /// The layout in force, the shipped one where no officer has made another.
  package func confirmationLayout() throws -> (number: Int, layout: ConfirmationLayout) {
    guard let (number, text) = try store.confirmationLayout() else {
      throw UseCaseError.confirmation(.layout(.missing("columns")))
    }
    return (number, try layout(text))
  }

  /// A new layout for the lists to come; lists that are there keep theirs.
  package func keepConfirmationLayout(_ text: String, by account: StaffID?) throws -> Int {
    _ = try layout(text)
    if let (number, known) = try store.confirmationLayout(), known == text { return number }
    let number = try store.keepConfirmationLayout(text, by: account, at: clock.now())
    try store.append(
      Event(.confirmationLayoutKept, note: "account=\(account.map(String.init) ?? "none") layout=\(number)"),
      at: clock.now())
    return number
  }

  /// The layout that came with the program, for a box that has none yet.
  package func adoptConfirmationLayout(_ text: String) throws {
    guard try store.confirmationLayout() == nil else { return }
    _ = try keepConfirmationLayout(text, by: nil)
  }

  func layout(_ text: String) throws -> ConfirmationLayout {
    do { return try ConfirmationLayout(text: text) } catch { throw UseCaseError.confirmation(.layout(error)) }
  }
}
