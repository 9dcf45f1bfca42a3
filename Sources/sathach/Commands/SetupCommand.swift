import ArgumentParser
import Assessment
import UseCases

/// A box set up from a file, without a browser.
struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Make the box what a site file says; a second run changes nothing.",
    discussion: """
      The box must not serve meanwhile. Whatever is done once and not to be seen again (a one-time password, a recovery key)
      is printed: keep the output. A run that was cut off is finished by the next one.
      """)

  @Option(help: "The site file.") var from: String?

  @Option(help: "This box's number within the commune, 1 to 9999, before the one in the file.") var device: Int?

  @Flag(help: "Print what would change, and change nothing.") var dryRun = false

  @Flag(help: "Print a site file with every key explained.") var template = false

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard template != (from != nil) else { throw ValidationError("give either --from FILE or --template") }
    guard (1...9999).contains(device ?? 1) else { throw ValidationError("--device takes a number from 1 to 9999") }
  }

  func run() throws {
    guard let from else { return Terminal.put(Array(SiteGuide.text.utf8)) }
    let site = try site(from)
    do {
      try FolderOwner.become(ownerOf: options.box.path)
      let setup = BoxSetup(box: options.box, site: site, device: device)
      let plan = try setup.plan()
      tell(dryRun || plan.isEmpty ? plan : try setup.run(), isPlan: dryRun)
    } catch let failure as Failure {
      throw failure
    } catch UseCaseError.staff(let fault) {
      throw Failure.refused("sathach: \(OperatorWording.text(staff: fault))")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func site(_ file: String) throws -> SiteFile {
    do {
      return try SiteFile(try Command.reading { try FileSystem.text(file) })
    } catch let faulty as SiteFile.Faulty {
      let lines = faulty.faults.map { $0.line == 0 ? "\(file): \($0.text)" : "\(file):\($0.line): \($0.text)" }
      throw Failure.refused((lines + ["nothing changed"]).joined(separator: "\n"))
    }
  }

  private func tell(_ changes: [SetupChange], isPlan: Bool) {
    if report.json {
      return Terminal.say(JSON.object(["changes": JSON(changes.map(\.json)), "done": JSON(!isPlan)]))
    }
    if changes.isEmpty { return Terminal.say("nothing to change") }
    for change in changes { Terminal.say((isPlan ? "would make " : "made ") + change.text) }
  }
}
