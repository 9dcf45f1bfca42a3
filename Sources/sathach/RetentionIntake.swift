import UseCases

/// Gives a box whose office has decided nothing the periods that lie in the kiosk folder.
struct RetentionIntake {
  let kiosk: KioskFolder

  /// To be called within a transaction. A damaged file is told in the log: nobody is stopped by it, and nothing is taken away
  /// by periods that nobody can read.
  func bring(into box: Kiosk) throws {
    do {
      if let content = try kiosk.retention() { try box.adoptRetention(content) }
    } catch let faulty as RetentionPlan.Faulty {
      for problem in faulty.problems { Log.write(.error, "problem=retention cause=\"\(problem)\"") }
    } catch let fault as FileFault {
      Log.write(.error, "problem=retention cause=\"\(fault)\"")
    }
  }
}
