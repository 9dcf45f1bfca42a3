import Testing

@testable import Children

@Suite("A program run as a child")
struct ChildProcessTests {
  private func answer(of program: String, _ arguments: [String] = [], to input: String = "") throws(ChildFault)
    -> String
  {
    var child = try ChildProcess(
      program: program, arguments: arguments, environment: ["PLACE=hall"], timeLimit: .seconds(5))
    try child.send(Array(input.utf8))
    return String(decoding: try child.answer(atMost: 1_000), as: UTF8.self)
  }

  @Test("answers what it was sent")
  func echo() throws {
    #expect(try answer(of: "/bin/cat", to: "một\nhai") == "một\nhai")
  }

  @Test("gets the environment it is given and nothing of ours")
  func environment() throws {
    #expect(try answer(of: "/usr/bin/env") == "PLACE=hall\n")
  }

  @Test("is heard line by line, and a last line without an end is told")
  func lines() throws {
    var child = try ChildProcess(program: "/bin/cat", timeLimit: .seconds(5))
    try child.send(Array("a\n\nb".utf8))
    #expect(try child.line(atMost: 10) == Array("a".utf8))
    #expect(try child.line(atMost: 10) == [])
    #expect(throws: ChildFault.cutShort) { try child.line(atMost: 10) }
  }

  @Test("is given up when it is not there, fails, dies, talks too much or takes too long")
  func faults() {
    #expect(throws: ChildFault.notStarted(path: "/nowhere/reader", code: 2)) { try answer(of: "/nowhere/reader") }
    #expect(throws: ChildFault.failed(status: 1)) { try answer(of: "/bin/false") }
    #expect(throws: ChildFault.failed(status: -9)) { try answer(of: "/bin/sh", ["-c", "kill -9 $$"]) }
    #expect(throws: ChildFault.tooMuchSaid) {
      try answer(of: "/bin/cat", to: String(repeating: "x", count: 1_001))
    }
    #expect(throws: ChildFault.tooSlow(limit: .milliseconds(50))) {
      var child = try ChildProcess(program: "/bin/sleep", arguments: ["60"], timeLimit: .milliseconds(50))
      _ = try child.end()
    }
  }

  @Test("that ends with its input unread tells why by its status")
  func unread() throws {
    #expect(throws: ChildFault.failed(status: 1)) {
      try answer(of: "/bin/false", to: String(repeating: "x", count: 1_000_000))
    }
  }
}
