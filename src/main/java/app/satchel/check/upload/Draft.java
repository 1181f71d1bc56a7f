package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.skill.TextEdit;
import app.satchel.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A skill while it is being repaired: the text of its SKILL.md, its other files, its folder's name,
 * and the account of what was done. Confined to one thread and one repair.
 */
final class Draft {
  private static final Words WORDS = Words.of(Draft.class);

  /** The arguments of a sentence that name the place, at its beginning and within it. */
  private static final int PLACE_FIRST = 7;

  private static final int PLACE = 8;

  /** The argument of a sentence that names who reads the skill. */
  private static final int ASSISTANT = 9;

  private final String assistant;
  private final PlaceNames place;
  private final SkillFolder original;
  private final Predicate<Change> consent;
  private final List<Change> changes = new ArrayList<>();
  private final List<Change> proposals = new ArrayList<>();
  private final String mdPath;
  private Edits edits = Edits.none();
  private SkillMd md;
  private boolean reencoded;
  private boolean readable;
  private int settled;
  private List<SkillFile> files;
  private String folderName;

  Draft(UploadRules rules, SkillFolder original, Predicate<Change> consent) {
    this.assistant = rules.assistant();
    this.place = PlaceNames.of(rules);
    this.original = original;
    this.consent = consent;
    this.mdPath = original.skillMdFile().path();
    this.md = original.skillMd();
    this.files = original.files();
    this.folderName = original.folderName();
  }

  SkillFolder original() {
    return original;
  }

  /** The path of SKILL.md as published. */
  String mdPath() {
    return mdPath;
  }

  SkillMd md() {
    return md;
  }

  String text() {
    return md.text();
  }

  Frontmatter frontmatter() {
    return md.frontmatter();
  }

  List<SkillFile> files() {
    return files;
  }

  void files(List<SkillFile> newFiles) {
    files = List.copyOf(newFiles);
    settled = changes.size();
  }

  String folderName() {
    return folderName;
  }

  void folderName(String name) {
    folderName = name;
  }

  List<Change> changes() {
    return changes;
  }

  List<Change> proposals() {
    return proposals;
  }

  /**
   * Offers a change of SKILL.md.
   *
   * @param offset where, in the text as it is now
   * @param args for the words of the reason
   * @return whether it is to be made
   */
  boolean offer(String id, Consent level, int offset, String before, String after, Object... args) {
    return offer(id, level, mdPath, publishedLine(offset), before, after, args);
  }

  /** Offers a change of a file, or of the folder when {@code file} is empty. */
  boolean offer(
      String id,
      Consent level,
      String file,
      Integer line,
      String before,
      String after,
      Object... args) {
    Object[] named = named(args);
    String effect = level == Consent.PROPOSAL ? WORDS.text("effect." + id, named) : null;
    Change change =
        new Change(id, level, file, line, before, after, WORDS.text("change." + id, named), effect);
    if (level == Consent.PROPOSAL && !consent.test(change)) {
      proposals.add(change);
      return false;
    }
    changes.add(change);
    return true;
  }

  private Object[] named(Object... args) {
    Object[] all = Arrays.copyOf(args, ASSISTANT + 1);
    all[PLACE_FIRST] = place.first();
    all[PLACE] = place.within();
    all[ASSISTANT] = assistant;
    return all;
  }

  /** Words of this room that go into the text itself. */
  String words(String key) {
    return WORDS.text(key);
  }

  /** From here on the frontmatter can be read, and no edit may change that. */
  void keepReadable() {
    readable = true;
    settled = changes.size();
  }

  /**
   * Makes edits of the text as it is now, and reads it anew. Edits that would leave a frontmatter
   * that cannot be read are not made, and what was offered for them is taken back: better a skill
   * that is reported than one that is spoiled.
   */
  void edit(List<TextEdit> newEdits) {
    if (newEdits.isEmpty()) {
      return;
    }
    SkillMd edited = SkillMd.parse(TextEdit.apply(md.text(), newEdits));
    if (readable && !isReadable(edited)) {
      changes.subList(settled, changes.size()).clear();
      return;
    }
    edits = edits.then(md.text(), newEdits);
    md = edited;
    settled = changes.size();
  }

  private static boolean isReadable(SkillMd md) {
    return md.frontmatter().presence() == Frontmatter.Presence.PRESENT
        && md.frontmatter().yamlError() == null;
  }

  void edit(TextEdit... newEdits) {
    edit(List.of(newEdits));
  }

  /** The edits of the text that were made. */
  Edits edits() {
    return edits;
  }

  /** The same text in another encoding: UTF-8 without a byte order mark. */
  void reencode(String text) {
    md = SkillMd.parse(text);
    reencoded = true;
  }

  /** 1-based line as published of a place in the text as it is now. */
  int publishedLine(int offset) {
    String published = original.skillMd().text();
    int place = Math.clamp(edits.published(offset), 0, published.length());
    return HeadText.lineAt(published, place);
  }

  /**
   * The whole lines of an entry, comments and blank lines after it left out.
   *
   * @param start offset of its first line
   * @param end offset after its last line's line end
   */
  record Extent(int start, int end) {
    String in(String text) {
      return text.substring(start, end);
    }
  }

  /** The lines an entry of the frontmatter occupies; it must stand on lines of its own. */
  Extent extent(Entry entry) {
    String text = md.text();
    int start = HeadText.lineStart(text, entry.start());
    int limit = frontmatter().end();
    int end = Math.max(entry.valueEnd(), entry.start() + 1);
    int first = HeadText.lineEnd(text, start);
    int lastLine = HeadText.lineStart(text, end);
    // A nested list or map ends where the next key starts, after its blanks.
    end = text.substring(lastLine, end).isBlank() ? lastLine : HeadText.lineEnd(text, end);
    end = Math.min(end, limit);
    boolean kept =
        entry.valueStart() < first && keepsBlankLines(text.substring(entry.valueStart(), first));
    while (end > first) {
      int line = HeadText.lineStart(text, end - 1);
      boolean blank = text.substring(line, end).isBlank();
      if (!(blank && !kept) && text.charAt(line) != '#') {
        break;
      }
      end = line;
    }
    return new Extent(start, end);
  }

  /** Whether a value opens a block that keeps the blank lines after it. */
  private static boolean keepsBlankLines(String header) {
    return (header.startsWith("|") || header.startsWith(">")) && header.indexOf('+') > 0;
  }

  /** The blanks before the frontmatter's own keys; nearly always none. */
  String rootIndent() {
    return frontmatter().entries().isEmpty() ? "" : indentOf(frontmatter().entries().getFirst());
  }

  /** Whether nothing but blanks stands before an entry's key: no {@code ?}, no invisible mark. */
  boolean startsItsLine(Entry entry) {
    return indentOf(entry).isBlank();
  }

  /** What stands before an entry's key on its line; nearly always blanks or nothing. */
  String indentOf(Entry entry) {
    String text = md.text();
    return text.substring(HeadText.lineStart(text, entry.start()), entry.start());
  }

  /** An entry written anew in the lines it occupies. */
  TextEdit rewritten(Entry entry, String value, String reason) {
    Extent extent = extent(entry);
    return new TextEdit(
        extent.start(), extent.end(), line(entry, value) + comment(entry) + "\n", reason);
  }

  /** {@code key: value} at the entry's own indentation, its key as written. */
  String line(Entry entry, String value) {
    return indentOf(entry) + YamlText.key(entry.key()) + ": " + value;
  }

  /** The comment at the end of a value's line, with the blanks before it; else empty. */
  private String comment(Entry entry) {
    String text = md.text();
    if (entry.valueEnd() == 0 || text.charAt(entry.valueEnd() - 1) == '\n') {
      return "";
    }
    String rest = text.substring(entry.valueEnd(), HeadText.lineEnd(text, entry.valueEnd()));
    return rest.strip().startsWith("#") ? rest.stripTrailing() : "";
  }

  /** The skill as it is now. */
  SkillFolder skill() {
    List<SkillFile> result = files;
    if (!edits.steps().isEmpty() || reencoded) {
      byte[] bytes = md.text().getBytes(StandardCharsets.UTF_8);
      result =
          files.stream()
              .map(
                  file ->
                      file.content() == original.skillMdFile().content()
                          ? new SkillFile(
                              file.path(),
                              bytes.length,
                              file.type(),
                              file.executable(),
                              SkillFile.Content.of(bytes))
                          : file)
              .toList();
    }
    return result == original.files()
        ? original.named(folderName)
        : SkillFolder.of(folderName, result);
  }
}
