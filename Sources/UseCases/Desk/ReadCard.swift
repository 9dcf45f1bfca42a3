import Assessment

extension Kiosk {
  /// Reads a card as the desk's scanner typed it: number and dates are sure, the name is offered for correction.
  package func readCard(_ text: String) throws -> CardReading {
    do {
      return try CitizenCard.readTolerantly(text)
    } catch {
      throw UseCaseError.card(error)
    }
  }
}
