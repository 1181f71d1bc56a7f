package app.satchel.check.review;

import app.satchel.check.review.Capabilities.Kind;
import app.satchel.check.review.LoadCommands.LoadCommand;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks through a skill's files and says what it may do. Deterministic, without network, linear in
 * the size of the files. Findings of the tiers "stop" and "review" are warnings, the rest notes;
 * none is an error, because no target refuses a skill for them.
 */
public final class ReviewCheck {
  /** Bytes of one file that are looked at; real text files are smaller (p99.9, 2026-11). */
  static final int MAX_FILE_BYTES = 1 << 20;

  /** Bytes of a whole skill that are looked at. */
  static final int MAX_TOTAL_BYTES = 16 << 20;

  private static final ReviewRules RULES = ReviewRules.CURRENT;

  private ReviewCheck() {}

  /** Reviews a skill. */
  public static ReviewReport review(SkillFolder skill) {
    return new Review(skill).run();
  }

  /** The state of one review. */
  private static final class Review {
    private final SkillFolder skill;
    private final Notes notes = new Notes(RULES);
    private final LineScan lineScan = new LineScan(RULES, notes);
    private final Hosts hosts = new Hosts();
    private final Set<Kind> may = EnumSet.noneOf(Kind.class);
    private final Map<String, Integer> scripts = new TreeMap<>();
    private final List<String> loadCommands = new ArrayList<>();
    private List<String> tools = List.of();
    private boolean unrestricted;
    private boolean complete = true;
    private int bytesLeft = MAX_TOTAL_BYTES;

    Review(SkillFolder skill) {
      this.skill = skill;
    }

    ReviewReport run() {
      readFrontmatter(skill.skillMd());
      for (SkillFile file : skill.files()) {
        readPath(file);
        if (file.type() != SkillFile.Type.REGULAR) {
          notInspected(file);
        } else if (file == skill.skillMdFile()) {
          readSkillMd(file.path(), skill.skillMd());
        } else {
          readFile(file);
        }
      }
      hosts
          .places()
          .forEach((host, place) -> notes.add("network-host", place.file(), place.line(), host));
      if (!hosts.places().isEmpty()) {
        may.add(Kind.USE_NETWORK);
      }
      Capabilities capabilities =
          new Capabilities(
              may,
              tools,
              unrestricted,
              mostFirst(scripts),
              List.copyOf(hosts.places().keySet()),
              loadCommands);
      return new ReviewReport(
          capabilities,
          notes.findings(),
          notes.serious(),
          complete && lineScan.complete(),
          RULES.date());
    }

    private void readFrontmatter(SkillMd md) {
      String file = skill.skillMdFile().path();
      md.frontmatter().entry("allowed-tools").ifPresent(entry -> readTools(file, entry));
      md.frontmatter()
          .entry("hooks")
          .filter(entry -> !isNull(entry.value()))
          .ifPresent(
              entry -> {
                may.add(Kind.RUN_HOOKS);
                notes.add("hooks", file, entry.line(), "");
              });
    }

    private static boolean isNull(FrontmatterValue value) {
      return value instanceof FrontmatterValue.Scalar scalar
          && scalar.kind() == FrontmatterValue.Kind.NULL;
    }

    private void readTools(String file, Entry entry) {
      tools = Tools.of(entry.value());
      may.addAll(Tools.kinds(tools));
      if (!tools.isEmpty()) {
        notes.add("tools", file, entry.line(), String.join(", ", tools));
      }
      for (String tool : tools) {
        if (Tools.unrestricted(tool)) {
          unrestricted = true;
          notes.add("tools-unrestricted", file, entry.line(), tool);
        }
      }
    }

    private void readPath(SkillFile file) {
      if (FileMark.agentSettings(file.path())) {
        may.add(Kind.CHANGE_AGENT);
        notes.add("agent-settings", file.path(), null, file.path());
      }
    }

    private void readSkillMd(String path, SkillMd md) {
      List<String> lines = lines(md.text());
      text(path, md.text(), lines, true);
      for (LoadCommand command : LoadCommands.find(lines)) {
        may.add(Kind.RUN_ON_LOAD);
        loadCommands.add(command.command());
        notes.add("load-command", path, command.line(), command.command());
        if (command.strong()) {
          notes.add("load-command-strong", path, command.line(), command.command());
        }
      }
    }

    private void readFile(SkillFile file) {
      try {
        switch (FileKind.of(file)) {
          case PROGRAM -> {
            may.add(Kind.BRING_PROGRAMS);
            notes.add("program-file", file.path(), null, file.path());
            complete = false;
          }
          case ARCHIVE -> notInspected(file);
          case DATA -> {
            // Pictures, fonts and tables carry no instructions that an agent would read as text.
          }
          case SCRIPT -> {
            String content = content(file);
            List<String> lines = lines(content);
            scripts.merge(FileKind.language(file, lines.getFirst()), 1, Integer::sum);
            may.add(Kind.BRING_SCRIPTS);
            HiddenText.characters(file.path(), lines, notes);
            lineScan.scan(file.path(), content, lines, true);
            hosts.scan(file.path(), lines, true);
          }
          case TEXT -> {
            String content = content(file);
            boolean markdown = file.path().toLowerCase(Locale.ROOT).endsWith(".md");
            text(file.path(), content, lines(content), markdown);
          }
        }
      } catch (IOException _) {
        notInspected(file);
      }
    }

    private void text(String path, String text, List<String> lines, boolean markdown) {
      HiddenText.characters(path, lines, notes);
      lineScan.scan(path, text, lines, false);
      hosts.scan(path, lines, false);
      if (markdown) {
        HiddenText.comments(path, text, notes);
      }
    }

    /** The text of a file, as far as it is looked at. */
    private String content(SkillFile file) throws IOException {
      int limit = Math.min(MAX_FILE_BYTES, bytesLeft);
      byte[] bytes;
      try (InputStream in = file.content().open()) {
        bytes = in.readNBytes(limit);
      }
      bytesLeft -= bytes.length;
      if (file.bytes() > bytes.length) {
        notInspected(file);
      }
      return decode(bytes);
    }

    /** UTF-8 (wrong bytes become U+FFFD), or UTF-16 when a byte order mark says so. */
    private static String decode(byte[] bytes) {
      boolean wide =
          bytes.length > 1
              && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                  || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
      return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private void notInspected(SkillFile file) {
      complete = false;
      notes.add("not-inspected", file.path(), null, file.path());
    }

    private static List<String> lines(String text) {
      return List.of(text.split("\\r\\n|\\n|\\r", -1));
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
      Map<String, Integer> sorted = new LinkedHashMap<>();
      counts.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
          .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      return sorted;
    }
  }
}
