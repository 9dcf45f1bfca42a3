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
    Restart.noteBeginning()
    let composition = Composition(box: options.box, kiosk: KioskFolder.find(kiosk), address: listen, mirror: mirror)
    let front = Front(assets: composition.assets)
    let server: Server
    do {
      server = try composition.listen(port: port, front: front)
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
    let opener = Opener(composition, server, front)
    opener.start()
    Supervision.tell("READY=1")
    Supervision.watch { alive in Self.seeWhetherAlive(opener, alive) }
    try say(opener.wait(atMost: 8_000), opener, server)
    let signal = Signals.wait()
    let port = server.port
    Supervision.tell("STOPPING=1")
    stop(opener, server, isSuspect: signal == SIGHUP)
    if signal == SIGHUP { Restart.run(port: port) }
  }

  private func say(_ state: Opener.State, _ opener: Opener, _ server: Server) throws {
    if case .refused(let failure) = state {
      server.stop(within: 0)
      throw failure
    }
    Terminal.say("http://\(listen):\(server.port)/")
    Log.write(.notice, "started port=\(server.port)")
    if case .open(let service) = state { return Self.tell(service) }
    // A slow machine, or a box that is mended first: what is only said here is said once it is open.
    Threads.detach {
      while true {
        switch opener.wait(atMost: 60_000) {
        case .open(let service): return Self.tell(service)
        case .refused, .stopped: return
        case .opening, .standing: sleep(1)
        }
      }
    }
  }

  /// What somebody at the console needs to get in.
  private static func tell(_ service: RunningBox) {
    if let door = service.door, let url = door.url, let fingerprint = door.certificates?.fingerprint {
      Terminal.say("\(url)\nauthority SHA-256 \(fingerprint)")
    }
    if let code = service.firstOfficerCode {
      Terminal.say("no officer yet; one-time code for the first: \(FirstOfficerCode.shown(code))")
    }
  }

  private func stop(_ opener: Opener, _ server: Server, isSuspect: Bool) {
    // systemd would wait longer, and whoever pulls the plug does not.
    Threads.detach {
      sleep(5)
      Log.write(.error, "problem=stop it took longer than 5 s")
      _exit(ExitStatus.couldNot.rawValue)
    }
    if let service = opener.stop() {
      service.stop(isSuspect: isSuspect)
    } else {
      server.stop(within: 0)
    }
    Log.write(.notice, "stopped")
  }

  /// The writer must move; while the box only opens, this thread is all there is.
  private static func seeWhetherAlive(_ opener: Opener, _ alive: @escaping @Sendable () -> Void) {
    guard case .open(let service) = opener.wait(atMost: 0) else { return alive() }
    _ = service.writer.submit { _ in
      .discard
    } done: { _ in
      alive()
    }
  }
}

/// The signals that end the service or start it anew, and the one that must not.
enum Signals {
  /// Before any thread is made, so that every thread inherits it and only ``wait()`` sees the signals.
  static func block() {
    signal(SIGPIPE, SIG_IGN)
    var set = ending()
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  static func wait() -> Int32 {
    var set = ending()
    var signal: Int32 = 0
    sigwait(&set, &signal)
    return signal
  }

  private static func ending() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGHUP)
    return set
  }
}
