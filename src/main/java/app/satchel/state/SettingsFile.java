package app.satchel.state;

import app.satchel.disk.Placement;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small JSON file with what a person chose. It says its {@code format} and which {@code satchel}
 * wrote it. Read leniently; what is not known stays when it is written. An older form is made into
 * this one as it is read; one of a newer Satchel is read as far as it is understood, and keeps its
 * number. A file that cannot be understood at all is left alone until something is to be written,
 * and then kept beside under another name. Written in one step. Safe for use by several threads.
 */
public final class SettingsFile {
  static final String FORMAT = "format";
  static final String WRITTEN_BY = "satchel";

  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final Words WORDS = Words.of(SettingsFile.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final long MAX_BYTES = 1L << 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path file;
  private final SettingsFormat format;
  private final String writtenBy;
  private final InstantSource clock;

  /**
   * @param writtenBy the version of Satchel that writes
   */
  public SettingsFile(Path file, SettingsFormat format, String writtenBy) {
    this(file, format, writtenBy, InstantSource.system());
  }

  SettingsFile(Path file, SettingsFormat format, String writtenBy, InstantSource clock) {
    this.file = Objects.requireNonNull(file);
    this.format = Objects.requireNonNull(format);
    this.writtenBy = Objects.requireNonNull(writtenBy);
    this.clock = Objects.requireNonNull(clock);
  }

  public Path path() {
    return file;
  }

  /**
   * What a file says.
   *
   * @param values in the present form; empty when there is no file, or none that is understood
   * @param problem why a file that is there is not used, or null
   */
  public record Settings(ObjectNode values, Problem problem) {
    public Settings {
      Objects.requireNonNull(values);
    }
  }

  /** Reads the file; never fails. */
  public synchronized Settings read() {
    try {
      return new Settings(present().orElseGet(JSON::createObjectNode), null);
    } catch (Damaged e) {
      LOG.warn("{} is not used: {}", file, e.getMessage());
      return new Settings(JSON.createObjectNode(), problem("settings-damaged", e));
    } catch (IOException e) {
      LOG.warn("{} is not used: {}", file, e.toString());
      return new Settings(JSON.createObjectNode(), problem("settings-unreadable", e));
    }
  }

  private Problem problem(String code, IOException cause) {
    return ProblemException.of(
            WORDS, ProblemKind.INPUT, code, cause.toString(), cause, file.getFileName(), file)
        .problem();
  }

  /**
   * Changes the file as it is on disk now, so that what another Satchel changed meanwhile stays.
   *
   * @return what it says then
   * @throws IOException when it cannot be read or written; it is as it was
   */
  public synchronized ObjectNode change(Consumer<ObjectNode> change) throws IOException {
    ObjectNode values;
    try {
      values = present().orElseGet(JSON::createObjectNode);
    } catch (Damaged e) {
      setAside();
      values = JSON.createObjectNode();
    }
    change.accept(values);
    ObjectNode written = JSON.createObjectNode();
    if (number(values) > format.number()) {
      // A newer Satchel's number and name stay: it is still its form.
      written.setAll(values);
    } else {
      written.put(FORMAT, format.number()).put(WRITTEN_BY, writtenBy);
      values
          .without(java.util.List.of(FORMAT, WRITTEN_BY))
          .properties()
          .forEach(one -> written.set(one.getKey(), one.getValue()));
    }
    Placement.write(file, JSON.writeValueAsBytes(written));
    return written;
  }

  /** Keeps the file, which is not understood, under a name of its own. */
  public synchronized void setAside() throws IOException {
    String name = file.getFileName() + ".broken-" + STAMP.format(clock.instant());
    Path kept = file.resolveSibling(name);
    for (int i = 2; Files.exists(kept); i++) {
      kept = file.resolveSibling(name + "-" + i);
    }
    Files.move(file, kept);
    LOG.warn("{} was damaged and is kept as {}", file, kept.getFileName());
  }

  /** The values in the present form; empty when there is no file. */
  private Optional<ObjectNode> present() throws IOException {
    byte[] bytes;
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new Damaged("it has more than " + MAX_BYTES + " bytes");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Damaged(e.getOriginalMessage());
    }
    if (!(root instanceof ObjectNode values)) {
      throw new Damaged("it holds no settings");
    }
    int from = number(values);
    if (from > format.number()) {
      LOG.info("{} was written by a newer Satchel ({})", file, values.path(WRITTEN_BY).asText(""));
    }
    for (int at = from; at < format.number(); at++) {
      SettingsFormat.Step step = format.steps().get(at);
      LOG.debug("{}: {}", file, step.name());
      step.change().accept(values);
    }
    return Optional.of(values);
  }

  private int number(ObjectNode values) {
    JsonNode said = values.path(FORMAT);
    if (said.isMissingNode()) {
      return 0;
    }
    if (!said.isIntegralNumber() || !said.canConvertToInt() || said.intValue() < 0) {
      LOG.warn("{} names no format that makes sense", file);
      return 0;
    }
    return said.intValue();
  }

  /** A file that is there and is none of ours. */
  private static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String why) {
      super(why);
    }
  }
}
