import Glibc

/// `sathach-symbols`: reads one binary PGM from standard input and prints what its QR symbols say.
///
/// Each symbol is one line: its bytes (UTF-8, as libzbar gives them) in lower-case hexadecimal. Exit status 0 also
/// where there is no symbol, 2 where the input is not a picture, 3 where the answer could not be made or written. It
/// takes no arguments, opens no file, and is a program of its own because the pictures may come from anybody's camera.
@main
struct SymbolReader {
  static func main() {
    ResourceLimits.apply()
    exit(status())
  }

  private static func status() -> Int32 {
    do throws(SymbolReaderError) {
      let picture = try GreyPicture(StandardStreams.input(atMost: GreyPicture.longestFile))
      let lines = try SymbolScanner().texts(in: picture).map { Hexadecimal.text(of: $0) + "\n" }
      try StandardStreams.output(lines.joined())
      return 0
    } catch {
      StandardStreams.complain(error.message)
      return error.status
    }
  }
}
