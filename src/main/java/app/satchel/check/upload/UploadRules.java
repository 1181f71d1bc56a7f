package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What claude.ai accepts, as dated data: it changes without us (three menus and one new rule in a
 * year), so it can be replaced without a release.
 *
 * @param target id of the place these rules are of
 * @param targetName the place, for a person
 * @param assistant who reads the skill there, for a person
 * @param rulesDate the day the rules were gathered; shown wherever they are applied
 * @param sources where they come from
 * @param limits numbers
 * @param allowedKeys the frontmatter keys that are accepted
 * @param reservedWords words a name must not contain
 * @param builtInNames names that are taken
 * @param pathAlphabet every character a path segment may hold
 * @param folderAlphabet every character the skill's own folder may hold
 * @param pluginManifestFolder the folder that makes an archive a plugin
 * @param junk by-products of tools that no ZIP of ours carries
 * @param claudeCodeOnly texts in a body that only Claude Code acts on
 * @param rules one per {@link UploadRule}
 * @param errorTexts what claude.ai is known to say, and why
 * @param menu where the upload is
 * @param sandbox what is true of every uploaded skill
 * @param others further places that take the same ZIP
 */
public record UploadRules(
    String target,
    String targetName,
    String assistant,
    LocalDate rulesDate,
    List<Source> sources,
    Limits limits,
    List<String> allowedKeys,
    List<String> reservedWords,
    BuiltInNames builtInNames,
    String pathAlphabet,
    String folderAlphabet,
    String pluginManifestFolder,
    Junk junk,
    List<String> claudeCodeOnly,
    List<Rule> rules,
    List<ErrorText> errorTexts,
    Menu menu,
    List<Note> sandbox,
    List<OtherTarget> others) {

  public UploadRules {
    Objects.requireNonNull(target);
    Objects.requireNonNull(targetName);
    Objects.requireNonNull(assistant);
    Objects.requireNonNull(rulesDate);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(builtInNames);
    Objects.requireNonNull(pathAlphabet);
    Objects.requireNonNull(folderAlphabet);
    Objects.requireNonNull(pluginManifestFolder);
    Objects.requireNonNull(junk);
    sources = List.copyOf(sources);
    allowedKeys = List.copyOf(allowedKeys);
    reservedWords = List.copyOf(reservedWords);
    claudeCodeOnly = List.copyOf(claudeCodeOnly);
    rules = List.copyOf(rules);
    errorTexts = List.copyOf(errorTexts);
    sandbox = List.copyOf(sandbox);
    others = List.copyOf(others);
    for (UploadRule known : UploadRule.values()) {
      if (rules.stream().noneMatch(rule -> rule.id().equals(known.id()))) {
        throw new IllegalArgumentException("no words for the rule " + known.id());
      }
    }
  }

  /** The rules that come with this version of Satchel. */
  public static UploadRules bundled() {
    try (InputStream in = UploadRules.class.getResourceAsStream("upload-rules.json")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads rules in the form of the bundled ones; unknown fields are refused. */
  public static UploadRules read(InputStream json) throws IOException {
    UploadRules rules =
        JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new LocalDates())
            .build()
            .readValue(json, UploadRules.class);
    if (rules == null) {
      throw new IOException("no rules");
    }
    return rules;
  }

  /** The ids of all places there are rules for, claude.ai first. */
  public List<String> targets() {
    return Stream.concat(Stream.of(target), others.stream().map(OtherTarget::id)).toList();
  }

  /**
   * The rules of another place.
   *
   * @param id one of {@link #targets}
   * @throws IllegalArgumentException when there is no such place
   */
  public UploadRules forTarget(String id) {
    if (id.equals(target)) {
      return this;
    }
    OtherTarget other =
        others.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no upload target " + id));
    return new UploadRules(
        other.id(),
        other.name(),
        other.assistant(),
        rulesDate,
        sources,
        limits.of(other),
        allowedKeys,
        other.lacks(UploadRule.NAME_RESERVED) ? List.of() : reservedWords,
        new BuiltInNames(
            other.lacks(UploadRule.NAME_BUILT_IN) ? Set.of() : builtInNames.refused(),
            other.lacks(UploadRule.NAME_BUILT_IN_EXAMPLE) ? Set.of() : builtInNames.doubtful()),
        pathAlphabet,
        folderAlphabet,
        pluginManifestFolder,
        junk,
        claudeCodeOnly,
        rules.stream().map(rule -> PlaceNames.of(other).in(rule)).toList(),
        errorTexts,
        other.menu(),
        other.sandbox(),
        List.of());
  }

  /**
   * What would fail later than at reading: words that are no patterns, addresses that are none,
   * limits that nothing could keep.
   *
   * @return the first fault, technical; empty when there is none
   */
  public Optional<String> fault() {
    return RulesFault.of(this);
  }

  /** The data of a rule. */
  public Rule rule(UploadRule rule) {
    return rules.stream().filter(data -> data.id().equals(rule.id())).findFirst().orElseThrow();
  }

  /** A finding in the rule's words. */
  Finding finding(UploadRule rule, String file, Integer line, Object... args) {
    Rule data = rule(rule);
    return new Finding(
        data.id(),
        data.severity(),
        file,
        line,
        new MessageFormat(data.message(), Locale.getDefault(Locale.Category.DISPLAY)).format(args),
        data.fix() == null
            ? null
            : new MessageFormat(data.fix(), Locale.getDefault(Locale.Category.DISPLAY))
                .format(args)
                .strip());
  }

  /**
   * @param title what it is, in words
   * @param date its state when it was read
   */
  public record Source(String id, String title, LocalDate date) {}

  /**
   * @param nameCharacters most characters of a name
   * @param descriptionCharacters most code points of a description
   * @param descriptionNearLimit above this a description may be refused by another way of counting
   * @param descriptionAdvised what the help page asks for
   * @param compatibilityCharacters most code points of compatibility
   * @param entries most files and distinct folders together, the skill's own folder included
   * @param totalBytes all files together must stay under this, unpacked
   * @param bodyLines advice of the specification
   * @param fileBytes most bytes of one file, or null when no such limit is known
   * @param zipBytes most bytes of the ZIP, or null when no such limit is known
   */
  public record Limits(
      int nameCharacters,
      int descriptionCharacters,
      int descriptionNearLimit,
      int descriptionAdvised,
      int compatibilityCharacters,
      int entries,
      long totalBytes,
      int bodyLines,
      Long fileBytes,
      Long zipBytes) {

    /** Whether some skill can keep them all. */
    boolean canBeKept() {
      return nameCharacters > 0
          && descriptionCharacters > 0
          && descriptionNearLimit > 0
          && descriptionNearLimit <= descriptionCharacters
          && descriptionAdvised > 0
          && compatibilityCharacters > 0
          && entries > 1
          && totalBytes > 0
          && bodyLines > 0
          && (fileBytes == null || fileBytes > 0)
          && (zipBytes == null || zipBytes > 0);
    }

    Limits of(OtherTarget other) {
      return new Limits(
          nameCharacters,
          descriptionCharacters,
          descriptionNearLimit,
          descriptionAdvised,
          compatibilityCharacters,
          other.lacks(UploadRule.TOO_MANY_ENTRIES) ? Integer.MAX_VALUE : entries,
          other.lacks(UploadRule.TOO_LARGE) ? Long.MAX_VALUE : totalBytes,
          bodyLines,
          other.fileBytes(),
          other.zipBytes());
    }
  }

  /**
   * @param refused an upload under such a name is refused
   * @param doubtful an upload under such a name may do nothing
   */
  public record BuiltInNames(Set<String> refused, Set<String> doubtful) {
    public BuiltInNames {
      refused = Set.copyOf(refused);
      doubtful = Set.copyOf(doubtful);
    }
  }

  /**
   * By-products that are left out.
   *
   * @param folders names of folders, at any depth
   * @param files names of files
   * @param prefixes how names of files begin
   * @param suffixes how names of files end
   */
  public record Junk(
      Set<String> folders, Set<String> files, List<String> prefixes, List<String> suffixes) {
    public Junk {
      folders = Set.copyOf(folders);
      files = Set.copyOf(files);
      prefixes = List.copyOf(prefixes);
      suffixes = List.copyOf(suffixes);
    }

    /** Whether a path is a by-product or lies in one. */
    public boolean matches(String path) {
      String[] segments = path.split("/", -1);
      for (int i = 0; i < segments.length - 1; i++) {
        if (folders.contains(segments[i])) {
          return true;
        }
      }
      String name = segments[segments.length - 1];
      return files.contains(name)
          || prefixes.stream().anyMatch(name::startsWith)
          || suffixes.stream().anyMatch(name::endsWith);
    }
  }

  /** What a rule looks at. */
  public enum Scope {
    /** The text of SKILL.md up to the end of its frontmatter. */
    TEXT,
    /** The skill's files and their paths. */
    FILES,
    /** The skill's own folder. */
    FOLDER,
    /** The entries of a ZIP as published. */
    ARCHIVE,
    /** What follows the frontmatter. */
    BODY
  }

  /**
   * @param id as {@link UploadRule#id}
   * @param message a {@link MessageFormat} pattern for a person
   * @param fix what to do, a pattern too; null when there is nothing to do
   * @param source id of a {@link Source}
   * @param date when it was last seen there
   */
  public record Rule(
      String id,
      Severity severity,
      Scope scope,
      String message,
      String fix,
      String source,
      LocalDate date) {}

  /**
   * Something claude.ai says.
   *
   * @param start how the text starts or what it contains; empty when nothing is said at all
   * @param cause the real cause
   * @param next what to do
   * @param firstSeen year, month and, where known, day
   * @param lastSeen the same
   * @param rules ids of the rules that foresee it; empty when the skill is not to blame
   */
  public record ErrorText(
      String start,
      String cause,
      String next,
      String firstSeen,
      String lastSeen,
      List<String> rules) {}

  /**
   * Where the upload is: the link first, the words second, both variants.
   *
   * @param uploadPage the link that has outlived two menus
   * @param variants the ways through the menu, newest first
   * @param codeExecutionPage where code execution is switched on; null, like the words that belong
   *     to it, where that is no matter
   * @param organisationPage where an organisation decides; null, like its words, where none does
   * @param date when the newest variant was last seen; shown beside the words
   */
  public record Menu(
      String uploadPage,
      List<Variant> variants,
      String afterUpload,
      String replace,
      String plans,
      String codeExecutionPage,
      String codeExecution,
      String organisationPage,
      String organisation,
      String source,
      LocalDate date) {

    /** The variants that are not known to be gone. */
    public List<Variant> current() {
      return variants.stream().filter(variant -> variant.until() == null).toList();
    }
  }

  /**
   * @param words the labels to follow, joined with {@code >}
   * @param since when it was first seen
   * @param until when it was last seen; null while it is
   */
  public record Variant(String words, String since, String until) {}

  /** A sentence about uploaded skills. */
  public record Note(String id, String words, String source, LocalDate date) {}
}
