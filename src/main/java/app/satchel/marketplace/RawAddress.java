package app.satchel.marketplace;

import app.satchel.http.WebAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where the SKILL.md of a listing without {@code rawFileUrl} can be read: worked out of its GitHub
 * address. A branch may contain slashes, so its end is told by the listing's folder where that is
 * known.
 */
final class RawAddress {
  private static final String TREE = "/tree/";
  private static final URI RAW = URI.create("https://raw.githubusercontent.com");

  private RawAddress() {}

  /** Empty when the listing does not say enough. */
  static Optional<URI> of(Listing listing) {
    URI source = listing.sourceUrl();
    if (source == null) {
      // GitHub reads HEAD as the default branch, whatever its name.
      return Optional.ofNullable(listing.directoryPath())
          .map(
              folder ->
                  raw(listing.namespace().owner(), listing.namespace().repo(), "HEAD", folder));
    }
    String path = source.getPath();
    int tree = path == null ? -1 : path.indexOf(TREE);
    if (!"github.com".equalsIgnoreCase(source.getHost()) || tree < 0) {
      return Optional.empty();
    }
    String[] repository = path.substring(1, tree).split("/");
    if (repository.length != 2) {
      return Optional.empty();
    }
    // The root skill's address names the file itself (claude-plugins issue 45).
    String rest = path.substring(tree + TREE.length()).replaceAll("(/SKILL\\.md)?/*$", "");
    String folder = listing.directoryPath();
    String branch;
    if (folder != null && !folder.equals(".") && rest.endsWith("/" + folder)) {
      branch = rest.substring(0, rest.length() - folder.length() - 1);
    } else if (".".equals(folder)) {
      branch = rest;
      folder = ".";
    } else {
      int slash = rest.indexOf('/');
      branch = slash < 0 ? rest : rest.substring(0, slash);
      folder = slash < 0 ? "." : rest.substring(slash + 1);
    }
    return branch.isEmpty()
        ? Optional.empty()
        : Optional.of(raw(repository[0], repository[1], branch, folder));
  }

  private static URI raw(String owner, String repo, String branch, String folder) {
    WebAddress address = WebAddress.at(RAW).segment(owner).segment(repo);
    for (String segment : (branch + "/" + folder).split("/")) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        address.segment(segment);
      }
    }
    return address.segment("SKILL.md").uri();
  }
}
