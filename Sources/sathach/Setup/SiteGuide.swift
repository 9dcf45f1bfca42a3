/// A `site.conf` with every key: what a box is to be, and after it the settings that `sathach settings` explains.
enum SiteGuide {
  static var text: String { head + SettingsGuide.chaptersText }

  private static let head = """
    # What a box is to be: `sathach setup --from site.conf` makes it so, and a second run changes nothing. One file does for all
    # boxes of a commune: `--device N` gives each its number. Lines of "key = value"; a line that begins with # is comment, and
    # a key that is left out leaves the box as it is. "office" and "commune" must be there.

    ## The first start

    # The first officer's account; its one-time password is printed once. Left alone where there is an officer.
    # Expected: 2 to 32 of a-z, 0-9, dot and hyphen. Default: empty, for the code on the console instead.
    first-officer =

    # That person's name, as shown to colleagues.
    # Expected: a name. Default: the same as first-officer.
    first-officer-name =

    # The key that opens backups: make, for one that is made and printed this once; or the public half of one that lies in
    # a safe already, as `sathach recovery-key` left it in keys/recovery.pub of another box.
    # Expected: make, 64 hexadecimal digits, or nothing. Default: empty, for whatever the box has.
    recovery-key =

    # The province's public key, which lists of keys are checked with, and its fingerprint as the province read it out.
    # Expected: 64 hexadecimal digits; six groups of five digits. Default: empty, for whatever the box has.
    province-key =
    province-fingerprint =

    # The public key that updates on a stick are checked with, and its fingerprint as its owner read it out.
    # Expected: 64 hexadecimal digits; six groups of five digits. Default: empty, for whatever the box has.
    update-key =
    update-fingerprint =

    # The folder that gets the public half of the box's own key, for the province's list; on a stick mostly.
    # Expected: a folder from the root, as /media/usb. Default: empty, for none.
    public-key-to =

    """
}
