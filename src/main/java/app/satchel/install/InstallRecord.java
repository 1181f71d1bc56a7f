package app.satchel.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Satchel installed and where: {@code installed.json} in its own folder; backups below that
 * folder are said from it on. Written to a new file and renamed, with the last good one kept as
 * {@code .bak}. Read leniently: an entry that cannot be read is passed over, a file that cannot be
 * read is put aside under another name and never thrown away, and the {@code .bak} takes its place.
 * A copy of a file that was understood only in part stays when it is written anew. Not for use by
 * two threads at once; whoever writes holds the {@link StateLock}.
 */
final class InstallRecord {
  static final int VERSION = 1;

  private static final Logger LOG = LoggerFactory.getLogger(InstallRecord.class);
  private static final long MAX_BYTES = 16L << 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Path file;
  private final Path backup;
  private final Clock clock;

  /** Whether the file holds something that was not understood and would be lost by writing. */
  private boolean partlyUnderstood;

  InstallRecord(Path folder, Clock clock) {
    this.folder = folder;
    this.file = folder.resolve("installed.json");
    this.backup = folder.resolve("installed.json.bak");
    this.clock = clock;
  }

  /** All entries that can be read, oldest first. */
  List<InstallEntry> entries() throws IOException {
    Optional<List<InstallEntry>> read = read(file);
    if (read.isPresent()) {
      return read.get();
    }
    if (Files.exists(file)) {
      keepAside();
    }
    return read(backup).orElse(List.of());
  }

  private Optional<List<InstallEntry>> read(Path from) throws IOException {
    if (!Files.isRegularFile(from) || Files.size(from) > MAX_BYTES) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = json.readTree(Files.readAllBytes(from));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      LOG.warn("the record of installed skills cannot be read: {}", e.getOriginalMessage());
      return Optional.empty();
    }
    if (root == null || !root.path("installs").isArray()) {
      return Optional.empty();
    }
    boolean odd = root.path("version").asInt(0) > VERSION;
    List<InstallEntry> entries = new ArrayList<>();
    for (JsonNode node : root.path("installs")) {
      try {
        entries.add(found(json.treeToValue(node, InstallEntry.class)));
      } catch (com.fasterxml.jackson.core.JacksonException | InvalidPathException e) {
        odd = true;
        LOG.warn("an entry of the record of installed skills cannot be read");
      }
    }
    partlyUnderstood = odd;
    return Optional.of(entries);
  }

  /** With its backup said from this folder on, so that the folder can be carried elsewhere. */
  private InstallEntry portable(InstallEntry entry) {
    if (entry.backup() == null || !Path.of(entry.backup()).startsWith(folder)) {
      return entry;
    }
    StringJoiner relative = new StringJoiner("/");
    folder.relativize(Path.of(entry.backup())).forEach(part -> relative.add(part.toString()));
    return entry.withBackup(relative.toString());
  }

  /** With its backup where this folder is now. */
  private InstallEntry found(InstallEntry entry) {
    if (entry.backup() == null) {
      return entry;
    }
    Path backups = folder.resolve("backups");
    Path said = Path.of(entry.backup());
    if (!said.isAbsolute()) {
      Path whole = folder.resolve(said).normalize();
      // A backup is deleted when it has been used: nothing outside may pass for one.
      return entry.withBackup(
          (whole.startsWith(backups) ? whole : backups.resolve("none")).toString());
    }
    // An older record says where the folder was then.
    Path here = backups.resolve(entry.id()).resolve(String.valueOf(said.getFileName()));
    return !Files.exists(said) && Files.isDirectory(here) && here.equals(here.normalize())
        ? entry.withBackup(here.toString())
        : entry;
  }

  private void keepAside() throws IOException {
    Path kept = aside(file);
    Files.move(file, kept);
    LOG.warn("the record of installed skills was damaged and is kept as {}", kept.getFileName());
  }

  private Path aside(Path from) {
    String stamp = STAMP.format(clock.instant());
    Path kept = from.resolveSibling("installed.json.kept-" + stamp);
    for (int i = 2; Files.exists(kept); i++) {
      kept = from.resolveSibling("installed.json.kept-" + stamp + "-" + i);
    }
    return kept;
  }

  Optional<InstallEntry> find(String id) throws IOException {
    return entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  void add(InstallEntry entry) throws IOException {
    List<InstallEntry> all = new ArrayList<>(entries());
    all.removeIf(one -> one.id().equals(entry.id()));
    all.add(entry);
    write(all);
  }

  void remove(String id) throws IOException {
    List<InstallEntry> all = new ArrayList<>(entries());
    all.removeIf(one -> one.id().equals(id));
    write(all);
  }

  private void write(List<InstallEntry> entries) throws IOException {
    ObjectNode root = json.createObjectNode();
    root.put("version", VERSION);
    ArrayNode installs = root.putArray("installs");
    entries.forEach(entry -> installs.add(json.valueToTree(portable(entry))));
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling("installed.json.new");
    Files.write(fresh, json.writeValueAsBytes(root));
    FileTree.sync(fresh);
    if (Files.isRegularFile(file)) {
      if (partlyUnderstood) {
        Files.copy(file, aside(file));
        partlyUnderstood = false;
      }
      Files.copy(file, backup, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
