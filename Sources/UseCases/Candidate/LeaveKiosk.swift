import Assessment

extension Kiosk {
  /// Parts a browser session from its attempt, so that the next person sees nothing of it. The attempt itself stays: its
  /// person comes back to it by the card or number.
  package func leave(_ session: SessionID) throws {
    try store.unbind(session)
  }
}
