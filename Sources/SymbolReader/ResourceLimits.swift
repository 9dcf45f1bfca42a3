import Glibc

/// What a picture that turns libzbar against us can use up: a little time and memory, and no file.
enum ResourceLimits {
  static func apply() {
    set(RLIMIT_CPU, to: 10)  // seconds
    set(RLIMIT_AS, to: 1 << 30)  // bytes; the largest picture takes about 50 MB
    set(RLIMIT_FSIZE, to: 1 << 20)  // bytes, for an output that is sent to a file
    set(RLIMIT_CORE, to: 0)  // a picture from a camera may show a person: nothing of it is left behind
  }

  /// A limit that cannot be set is one less fence; the picture is read all the same.
  private static func set(_ resource: __rlimit_resource, to limit: rlim_t) {
    var limits = rlimit(rlim_cur: limit, rlim_max: limit)
    _ = setrlimit(Int32(resource.rawValue), &limits)
  }
}
