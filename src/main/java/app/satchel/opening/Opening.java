package app.satchel.opening;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** What somebody asks Satchel to open: on the command line, by a double click, a link or a drop. */
public sealed interface Opening {
  /**
   * Something on this computer, there or not.
   *
   * @param path absolute
   */
  record Place(Path path) implements Opening {}

  /**
   * The page of a skill of a marketplace.
   *
   * @param link what was asked for
   */
  record Link(SkillLink link) implements Opening {}

  /**
   * Nothing that can be opened.
   *
   * @param word what was given, for a person to recognise
   * @param problem why not
   */
  record Unusable(String word, Problem problem) implements Opening {}

  /**
   * Reads a word as {@link #absolute} gives it. Touches neither disk nor network, and never throws.
   */
  static Opening of(String word) {
    try {
      if (SkillLink.isMeant(word)) {
        return new Link(SkillLink.parse(word));
      }
      return new Place(isFileAddress(word) ? fileOf(word) : pathOf(word));
    } catch (ProblemException e) {
      return new Unusable(LinkReader.harmless(word), e.problem());
    }
  }

  /**
   * The word as another process understands it, whatever folder that one runs in.
   *
   * @param folder the folder that this process runs in
   */
  static String absolute(String word, Path folder) {
    if (SkillLink.isMeant(word) || isFileAddress(word)) {
      return word;
    }
    try {
      return folder.resolve(word).toAbsolutePath().toString();
    } catch (InvalidPathException e) {
      return word; // Whoever opens it says what is wrong with it.
    }
  }

  /**
   * Whether a word can be nothing but something to open: a link, the address of a file, or written
   * like a path. A command never is.
   */
  static boolean isUnmistakable(String word) {
    if (SkillLink.isMeant(word) || isFileAddress(word)) {
      return true;
    }
    if (word.startsWith("@")) {
      return false; // a skill's namespace, which the commands take
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return word.indexOf('/') >= 0
        || word.indexOf(File.separatorChar) >= 0
        || lower.endsWith(".skill")
        || lower.endsWith(".zip")
        || lower.endsWith(".md");
  }

  /** The same, or the name of something that is there. Looks at the disk. */
  static boolean isMeant(String word, Path folder) {
    try {
      return isUnmistakable(word) || !word.isBlank() && Files.exists(folder.resolve(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isFileAddress(String word) {
    return word.regionMatches(true, 0, "file:", 0, 5);
  }

  private static Path pathOf(String word) {
    try {
      Path path = Path.of(word);
      if (path.isAbsolute()) {
        return path;
      }
      throw unusable("path-unusable", "not absolute", null, LinkReader.harmless(word));
    } catch (InvalidPathException e) {
      throw unusable("path-unusable", e.getReason(), e, LinkReader.harmless(word));
    }
  }

  /** As file managers write it: encoded, with no host or this one. */
  private static Path fileOf(String word) {
    try {
      URI read = new URI(word);
      boolean here = "localhost".equalsIgnoreCase(read.getHost());
      URI plain = here ? new URI("file", null, read.getPath(), null) : read;
      return Path.of(plain);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw unusable("file-address", e.getMessage(), e, LinkReader.harmless(word));
    }
  }

  private static ProblemException unusable(
      String code, String details, Throwable cause, Object... args) {
    return ProblemException.of(
        Words.of(Opening.class), ProblemKind.INPUT, code, details, cause, args);
  }
}
