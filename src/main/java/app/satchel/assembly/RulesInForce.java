package app.satchel.assembly;

import app.satchel.check.upload.UploadRules;
import app.satchel.disk.Placement;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The upload rules that everything goes by: those that come with this version, or newer ones that a
 * person has put into Satchel's own folder. What claude.ai accepts changes more often than Satchel
 * is released (three menus and a new rule within a year), so the rules can be replaced alone.
 *
 * @param rules the rules
 * @param file where they were read, or null when they are those that came with this version
 * @param problem why a file that is there is not used, or null
 */
public record RulesInForce(UploadRules rules, Path file, Problem problem) {
  private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
  private static final Words WORDS = Words.of(RulesInForce.class);
  private static final long MAX_BYTES = 1L << 20;

  /** Whether they came with this version of Satchel. */
  public boolean builtIn() {
    return file == null;
  }

  /** As {@link Assembly#sites}. */
  List<String> sites() {
    return rules.targets().stream().filter(id -> rules.forTarget(id).menu() != null).toList();
  }

  /** Those in a file if it is there, usable and newer, else those that come with this version. */
  static RulesInForce load(Path file) {
    UploadRules builtIn = UploadRules.bundled();
    if (!Files.exists(file)) {
      return new RulesInForce(builtIn, null, null);
    }
    try {
      UploadRules own = usable(file, bytes(file));
      if (own.rulesDate().isAfter(builtIn.rulesDate())) {
        return new RulesInForce(own, file, null);
      }
      LOG.info("{} is older than what came with this version", file);
      return new RulesInForce(builtIn, null, null);
    } catch (ProblemException e) {
      LOG.warn("{} is not used: {}", file, e.problem().details());
      return new RulesInForce(builtIn, null, e.problem());
    }
  }

  /**
   * Reads a file and keeps a copy of it at a place.
   *
   * @throws ProblemException {@code rules-unreadable} (INPUT) when it cannot be used, {@code
   *     rules-older} (CONFLICT) when what is built in is newer, {@code rules-not-kept} (DISK)
   */
  static RulesInForce keep(Path given, Path place) {
    byte[] bytes = bytes(given);
    UploadRules rules = usable(given, bytes);
    UploadRules builtIn = UploadRules.bundled();
    if (!rules.rulesDate().isAfter(builtIn.rulesDate())) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.CONFLICT,
          "rules-older",
          given.toString(),
          rules.rulesDate(),
          builtIn.rulesDate());
    }
    try {
      Placement.write(place, bytes);
      return new RulesInForce(rules, place, null);
    } catch (IOException e) {
      throw notKept(place, e);
    }
  }

  /** Goes back to the rules that come with this version. */
  static RulesInForce forget(Path place) {
    try {
      Files.deleteIfExists(place);
      return load(place);
    } catch (IOException e) {
      throw notKept(place, e);
    }
  }

  private static ProblemException notKept(Path place, IOException e) {
    return ProblemException.of(
        WORDS, ProblemKind.DISK, "rules-not-kept", e.toString(), e, place.toString());
  }

  private static byte[] bytes(Path file) {
    // A pipe or a device may give no end of bytes, or none for ever.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(file, "not a file", null);
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unreadable(file, "more than " + MAX_BYTES + " bytes", null);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static UploadRules usable(Path file, byte[] bytes) {
    try {
      UploadRules rules = UploadRules.read(new ByteArrayInputStream(bytes));
      Optional<String> fault = rules.fault();
      if (fault.isPresent()) {
        throw unreadable(file, fault.get(), null);
      }
      return rules;
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static ProblemException unreadable(Path file, String why, Throwable cause) {
    return ProblemException.of(
        WORDS,
        ProblemKind.INPUT,
        "rules-unreadable",
        file + ": " + why.lines().findFirst().orElse(""),
        cause,
        file.toString());
  }
}
