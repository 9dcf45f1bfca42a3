import Audio
import Glibc

/// The program `sathach-speech FOLDER VOICE SPEED`: speaks the lines it reads on its standard input through espeak-ng and
/// writes each as an Ogg Opus file. For each it answers with one line: the file's name and its milliseconds, or `-` and why there is none.
///
/// A line is the file's name (16 hexadecimal digits), the text on the page, and what is spoken for each word of it, with
/// tabulators between; the last with U+001F between the words. espeak-ng is another program under another licence, so it
/// stays a process of its own.
@main
enum Speech {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 4, let speed = Int(words[3]), (80...400).contains(speed) else { exit(2) }
    let voice = Voice(name: words[2], speed: speed)
    while let line = readLine(strippingNewline: true) {
      do throws(SpeechError) {
        let job = try SpeechJob(line)
        print(job.file, try job.write(voice: voice, folder: words[1]))
      } catch {
        print("- \(error.word)")
      }
      fflush(nil)
    }
  }
}
