import ArgumentParser
import Glibc
import HTTPServer

/// Serves the kiosk until it is told to stop.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve the kiosk until SIGTERM or SIGINT.")

  @OptionGroup var options: BoxOptions

  @Option(help: "The port, 0 for any free one.")
  var port: UInt16 = 8080

  @Option(help: "The address to listen on, in figures.")
  var listen = "127.0.0.1"

  @Option(help: "The folder deployed beside the binary.")
  var kiosk: String?

  @Option(help: "A folder on a stick to which every commit is copied, instead of the one in sathach.conf.")
  var mirror: String?

  func run() throws {
    Signals.block()
    let service: RunningBox
    do {
      service = try Composition(box: options.box, kiosk: KioskFolder.find(kiosk), mirror: mirror).start(
        address: listen, port: port)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
    Terminal.say("http://\(listen):\(service.port)/")
    if let door = service.door, let url = door.url, let fingerprint = door.certificates?.fingerprint {
      Terminal.say("\(url)\nauthority SHA-256 \(fingerprint)")
    }
    if let code = service.firstOfficerCode {
      Terminal.say("no officer yet; one-time code for the first: \(FirstOfficerCode.shown(code))")
    }
    Log.write(.notice, "started port=\(service.port)")
    Signals.wait()
    service.stop()
    Log.write(.notice, "stopped")
  }
}

/// The two signals that end the service, and the one that must not.
enum Signals {
  /// Before any thread is made, so that every thread inherits it and only ``wait()`` sees the signals.
  static func block() {
    signal(SIGPIPE, SIG_IGN)
    var set = ending()
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  static func wait() {
    var set = ending()
    var signal: Int32 = 0
    sigwait(&set, &signal)
  }

  private static func ending() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
