extension Kiosk {
  /// What is right and wrong with this box, part by part. Takes about a second: belongs beside the writer.
  package func examineBox() -> [ExaminedFinding] {
    parts.examiner.examine()
  }
}
