import Glibc
import Interchange

/// `sathach-import table` and `sathach-import items`: reads one file from standard input and says in lines of JSON what it
/// holds, as ``ReaderLine`` has them.
///
/// Exit status 0 where the file was read to its end, also if items of it were refused; 1 where the file was refused, and why
/// is the last line; 2 for wrong use, 3 where input or output failed. It opens no file and no connection: archives and XML
/// from outside are taken apart here, in a process that can use up little and harm nothing.
@main
struct ForeignReader {
  static func main() {
    ResourceLimits.apply()
    exit(status(CommandLine.arguments.dropFirst()))
  }

  private static func status(_ arguments: ArraySlice<String>) -> Int32 {
    guard arguments.count == 1, let purpose = arguments.first.flatMap({ Purpose(rawValue: $0) }) else {
      StandardStreams.complain("expected one word, table or items")
      return 2
    }
    let output = LineOutput()
    do throws(Finding) {
      let input = try StandardStreams.input(atMost: ForeignLimits.fileBytes)
      let count = try FileReading { output.say($0) }.read(input.bytes, for: purpose)
      output.say(.end(count: count))
      output.flush()
      return 0
    } catch {
      output.say(.finding(error))
      output.flush()
      return 1
    }
  }
}
