import UseCases

extension TestBox {
  /// An open session of an account, as after signing in with everything that belongs to it.
  package func open(_ account: Account.ID) throws -> SessionID {
    guard let session = SessionID(kiosk.chance.bytes(16)) else { throw Unexpected() }
    let id = try store.open(session, for: account, stage: .open, at: clock.now())
    kiosk.staff.presence.note(id, at: clock.monotonic())
    return session
  }

  /// Cô Tú, who keeps the box up, with a printed list of codes.
  package func hireTechnician() throws -> Account.ID {
    let tu = try hire("tu", "Cô Tú", .technician)
    try store.setList(of: tu, at: clock.now())
    return tu
  }

  /// What an enrolled tablet keeps in its cookie.
  package func enrolledTablet(number: Int = 5) throws -> SessionID {
    guard let token = SessionID(kiosk.chance.bytes(16)) else { throw Unexpected() }
    try kiosk.enrolDevice(number: number, name: "Bàn \(number)", token: token.bytes, by: TestBox.minh)
    return token
  }
}
