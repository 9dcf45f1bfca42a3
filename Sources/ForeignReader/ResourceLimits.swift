import Glibc

/// What a file that turns a library against us can use up: a little time and memory, and no file.
enum ResourceLimits {
  static func apply() {
    set(RLIMIT_CPU, to: 60)  // seconds
    set(RLIMIT_AS, to: 1 << 30)  // bytes; 20,000 items take about 60 MB
    set(RLIMIT_FSIZE, to: 1 << 30)  // bytes, for an output that is sent to a file
    set(RLIMIT_NOFILE, to: 16)
    set(RLIMIT_CORE, to: 0)
  }

  /// A limit that cannot be set is one less fence; the file is read all the same.
  private static func set(_ resource: __rlimit_resource, to limit: rlim_t) {
    var limits = rlimit(rlim_cur: limit, rlim_max: limit)
    _ = setrlimit(Int32(resource.rawValue), &limits)
  }
}
