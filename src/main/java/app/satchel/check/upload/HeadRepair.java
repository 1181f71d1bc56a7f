package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.Frontmatter.Presence;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.SkillMd;
import app.satchel.skill.TextEdit;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the head of a file one that every reader finds and every YAML reader can read. */
final class HeadRepair {
  private static final Pattern NAME_LINE =
      Pattern.compile("(?mi)^[ \\t]*name[ \\t]*:[ \\t]*[\"']?([^\"'\\r\\n]{1,200})");

  /** Next line, line separator, paragraph separator. */
  private static final String SEPARATORS = "\u0085\u2028\u2029";

  /** Where YAML sees a document end, start, or a directive. */
  private static final Pattern DOCUMENT_MARK = Pattern.compile("(?m)^(?:\\.\\.\\.|---|%)");

  private static final Pattern DESCRIPTION_LINE =
      Pattern.compile("(?mi)^[ \\t]*description[ \\t]*:[ \\t]*[\"']?([^\\r\\n]{2,5000})");

  /** A line that opens or ends a code fence, after blank lines. */
  private static final Pattern LONE_FENCE = Pattern.compile("(?m)^\\s*```\\w*[ \\t]*(?:\\n|\\z)");

  /** An unreadable block above this is not kept as comments: its length may be what is wrong. */
  private static final int MAX_KEPT = 8192;

  private final UploadRules rules;
  private final Draft draft;

  HeadRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
  }

  void run() {
    encoding();
    whenPresent(this::innerMarks);
    whenPresent(this::lineEnds);
    whenPresent(this::separators);
    whenPresent(this::delimiter);
    if (draft.frontmatter().presence() == Presence.LATE) {
      before();
    }
    if (draft.frontmatter().presence() == Presence.UNTERMINATED) {
      unclosed();
    }
    // Line ends put right may show that it never was one.
    if (!draft.frontmatter().isPresent()) {
      missing();
      return;
    }
    yaml();
    if (draft.frontmatter().presence() == Presence.UNTERMINATED) {
      unclosed();
    }
    if (draft.frontmatter().yamlError() != null) {
      unreadable();
      return;
    }
    // A key that stands twice may carry the anchor that another value needs.
    draft.keepReadable();
    asLines();
    duplicates();
  }

  private void whenPresent(Runnable step) {
    if (draft.frontmatter().isPresent()) {
      step.run();
    }
  }

  private void encoding() {
    SkillMd md = draft.md();
    switch (md.encoding()) {
      case UTF_8 -> {}
      case UTF_8_BOM -> {
        draft.offer("remove-byte-order-mark", Consent.SAFE, 0, "U+FEFF", "");
        draft.reencode(md.text());
        leadingMarks();
      }
      case UTF_16 -> {
        draft.offer("write-utf-8", Consent.SAFE, 0, "UTF-16", "UTF-8");
        draft.reencode(md.text());
      }
      case MALFORMED -> {
        if (draft.offer("guess-encoding", Consent.PROPOSAL, 0, "", "UTF-8")) {
          draft.reencode(guessed(md.bytes()));
        }
      }
    }
  }

  /** Some editors write a second mark before the first. */
  private void leadingMarks() {
    int marks = 0;
    while (marks < draft.text().length() && draft.text().charAt(marks) == '\uFEFF') {
      marks++;
    }
    if (marks > 0) {
      draft.edit(new TextEdit(0, marks, "", "remove-byte-order-mark"));
    }
  }

  /** UTF-8 where it is UTF-8; single bytes that are not are read as Windows-1252. */
  private static String guessed(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    Charset western = Charset.forName("windows-1252");
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      byte[] odd = new byte[result.length()];
      in.get(odd);
      out.put(new String(odd, western));
      result = decoder.reset().decode(in, out, true);
    }
    return out.flip().toString();
  }

  private void missing() {
    String name = NameRepair.fromFolder(draft).orElse("my-skill");
    String description = DescriptionRepair.written(draft, name);
    String head =
        "---\n# "
            + draft.words("marker.frontmatter")
            + "\nname: "
            + YamlText.oneLine(name)
            + "\ndescription: "
            + YamlText.oneLine(description)
            + "\n---\n";
    if (draft.offer("write-frontmatter", Consent.PROPOSAL, 0, "", head.stripTrailing())) {
      draft.edit(new TextEdit(0, 0, head, "write-frontmatter"));
    }
  }

  /** Byte order marks inside, left behind where files were joined. */
  private void innerMarks() {
    HeadText head = HeadText.of(draft.md());
    String text = draft.text();
    List<TextEdit> edits = new ArrayList<>();
    for (int at = text.indexOf('\uFEFF'); at >= 0 && at < head.blockEnd(); ) {
      draft.offer("remove-byte-order-mark", Consent.SAFE, at, "U+FEFF", "");
      edits.add(new TextEdit(at, at + 1, "", "remove-byte-order-mark"));
      at = text.indexOf('\uFEFF', at + 1);
    }
    draft.edit(edits);
  }

  /** Everything up to the body; the body keeps its own. */
  private void lineEnds() {
    HeadText head = HeadText.of(draft.md());
    String text = draft.text();
    List<TextEdit> edits = new ArrayList<>();
    for (int at = text.indexOf('\r'); at >= 0 && at < head.bodyStart(); ) {
      boolean pair = at + 1 < text.length() && text.charAt(at + 1) == '\n';
      edits.add(new TextEdit(at, at + 1, pair ? "" : "\n", "unix-line-ends"));
      at = text.indexOf('\r', at + 1);
    }
    boolean inside = !edits.isEmpty() && edits.getFirst().start() < head.blockEnd();
    if (inside
        && draft.offer("unix-line-ends", Consent.SAFE, edits.getFirst().start(), "CRLF", "LF")) {
      draft.edit(edits);
    }
  }

  /**
   * Characters that nobody sees and that YAML 1.1 takes for line ends: an entry that seems to be
   * one line is two, and no edit of lines can be trusted.
   */
  private void separators() {
    HeadText head = HeadText.of(draft.md());
    String text = draft.text();
    List<TextEdit> edits = new ArrayList<>();
    for (int at = head.blockStart(); at < head.blockEnd(); at++) {
      if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
        edits.add(new TextEdit(at, at + 1, " ", "visible-line-ends"));
      }
    }
    if (!edits.isEmpty()) {
      int at = edits.getFirst().start();
      String code = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(at));
      if (draft.offer("visible-line-ends", Consent.PROPOSAL, at, code, " ", edits.size())) {
        draft.edit(edits);
      }
    }
  }

  private void delimiter() {
    HeadText plain = HeadText.of(draft.md());
    if (!plain.opening().equals("---")) {
      int start = plain.openingStart();
      draft.offer("bare-delimiter", Consent.SAFE, start, plain.opening(), "---");
      draft.edit(new TextEdit(start + 3, start + plain.opening().length(), "", "bare-delimiter"));
    }
  }

  /** What stands before the opening line becomes a comment after it. */
  private void before() {
    String text = draft.text();
    HeadText head = HeadText.of(draft.md());
    String lead = text.substring(0, head.openingStart());
    StringBuilder comment = new StringBuilder();
    for (String line : lead.split("\n")) {
      String content = line.replace("<!--", "").replace("-->", "").strip();
      boolean kept = !content.isEmpty() && !content.startsWith("```");
      if (kept && !Escapes.in(content) && !content.contains("---")) {
        comment.append("# ").append(YamlText.printableLine(content)).append('\n');
      }
    }
    if (draft.offer(
        "frontmatter-first", Consent.SAFE, 0, lead.stripTrailing(), comment.toString().strip())) {
      draft.edit(
          new TextEdit(0, lead.length(), "", "frontmatter-first"),
          new TextEdit(
              head.blockStart(), head.blockStart(), comment.toString(), "frontmatter-first"));
      if (LONE_FENCE.matcher(lead).find()) {
        fenceEnd();
      }
    }
  }

  /** Of a code fence around the frontmatter the end is left, and would make the text code. */
  private void fenceEnd() {
    int body = HeadText.of(draft.md()).bodyStart();
    Matcher end = LONE_FENCE.matcher(draft.text()).region(body, draft.text().length());
    if (end.lookingAt() && draft.offer("drop-fence-end", Consent.PROPOSAL, body, "```", "")) {
      draft.edit(new TextEdit(body, end.end(), "", "drop-fence-end"));
    }
  }

  private void unclosed() {
    int end = HeadText.of(draft.md()).blockEnd();
    boolean onNewLine = draft.text().charAt(end - 1) == '\n';
    draft.offer("close-frontmatter", Consent.SAFE, Math.max(0, end - 1), "", "---");
    draft.edit(new TextEdit(end, end, onNewLine ? "---\n" : "\n---\n", "close-frontmatter"));
  }

  private void yaml() {
    List<TextEdit> edits =
        draft.frontmatter().repairs().stream()
            .sorted(Comparator.comparingInt(TextEdit::start))
            .toList();
    String text = draft.text();
    List<TextEdit> agreed = new ArrayList<>();
    for (TextEdit edit : edits) {
      int start = HeadText.lineStart(text, edit.start());
      int end = HeadText.lineEnd(text, Math.max(edit.start(), edit.end() - 1));
      String after =
          text.substring(start, edit.start())
              + edit.replacement()
              + text.substring(edit.end(), Math.max(end, edit.end()));
      boolean guessed = edit.reason().equals(Frontmatter.JOINED_LINES);
      if (draft.offer(
          edit.reason(),
          guessed ? Consent.PROPOSAL : Consent.SAFE,
          edit.start(),
          text.substring(start, Math.max(end, edit.end())).stripTrailing(),
          after.stripTrailing())) {
        agreed.add(edit);
      }
    }
    draft.edit(agreed);
  }

  /** A block that no edit made readable: kept as comments, and the two entries written anew. */
  private void unreadable() {
    HeadText head = HeadText.of(draft.md());
    Matcher nameLine = NAME_LINE.matcher(head.block());
    Matcher descriptionLine = DESCRIPTION_LINE.matcher(head.block());
    String name =
        nameLine.find()
            ? nameLine.group(1).strip()
            : NameRepair.fromFolder(draft).orElse("my-skill");
    String description =
        descriptionLine.find()
            ? descriptionLine.group(1).strip().replaceFirst("[\"']$", "")
            : DescriptionRepair.written(draft, name);
    StringBuilder block = new StringBuilder();
    block.append("name: ").append(YamlText.oneLine(name)).append('\n');
    block.append("description: ").append(YamlText.oneLine(description)).append('\n');
    boolean brief = head.block().length() <= MAX_KEPT;
    for (String line : brief ? head.block().split("\n") : new String[0]) {
      String printable = YamlText.printableLine(line).stripTrailing();
      if (!printable.isBlank() && !Escapes.in(printable) && !printable.contains("---")) {
        block.append("# ").append(printable).append('\n');
      }
    }
    if (draft.offer(
        "rewrite-frontmatter",
        Consent.PROPOSAL,
        head.blockStart(),
        head.block().stripTrailing(),
        block.toString().stripTrailing())) {
      draft.edit(
          new TextEdit(
              head.blockStart(), head.blockEnd(), block.toString(), "rewrite-frontmatter"));
    }
  }

  /** A frontmatter in braces becomes lines, so that every later edit is one of lines. */
  private void asLines() {
    Frontmatter frontmatter = draft.frontmatter();
    String block = draft.text().substring(frontmatter.start(), frontmatter.end());
    boolean lines =
        frontmatter.entries().stream().allMatch(draft::startsItsLine)
            && !DOCUMENT_MARK.matcher(block).find();
    if (!frontmatter.root().flow() && lines) {
      return;
    }
    StringBuilder after = new StringBuilder();
    for (Entry entry : frontmatter.entries()) {
      after.append(YamlText.key(entry.key())).append(": ").append(written(entry)).append('\n');
    }
    draft.offer(
        "frontmatter-as-lines",
        Consent.SAFE,
        frontmatter.start(),
        block.stripTrailing(),
        after.toString().stripTrailing());
    draft.edit(
        new TextEdit(
            frontmatter.start(), frontmatter.end(), after.toString(), "frontmatter-as-lines"));
  }

  private static String written(Entry entry) {
    return switch (entry.value()) {
      case Scalar scalar when scalar.isString() -> YamlText.value(scalar.text(), "  ");
      case Scalar scalar -> scalar.text();
      case FrontmatterValue collection -> Flat.json(collection);
    };
  }

  /**
   * Of a key that stands twice the last is kept, which is what tolerant readers take. Keys that go
   * under metadata can all be kept there.
   */
  private void duplicates() {
    Map<String, List<Entry>> byKey = new LinkedHashMap<>();
    for (Entry entry : draft.frontmatter().entries()) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
    }
    List<TextEdit> edits = new ArrayList<>();
    byKey.values().stream()
        .filter(same -> same.size() > 1)
        .filter(same -> agree(same) || rules.allowedKeys().contains(same.getFirst().key()))
        .forEach(same -> edits.addAll(withoutRepetition(same)));
    draft.edit(edits);
  }

  private static boolean agree(List<Entry> same) {
    String kept = same.getLast().value().asText().strip();
    return same.stream().allMatch(entry -> entry.value().asText().strip().equals(kept));
  }

  private List<TextEdit> withoutRepetition(List<Entry> same) {
    String kept = same.getLast().value().asText();
    boolean agree = agree(same);
    List<TextEdit> edits = new ArrayList<>();
    for (Entry entry : same.subList(0, same.size() - 1)) {
      Draft.Extent extent = draft.extent(entry);
      if (draft.offer(
          agree ? "drop-repeated-key" : "drop-contradicting-key",
          agree ? Consent.SAFE : Consent.PROPOSAL,
          entry.start(),
          extent.in(draft.text()).stripTrailing(),
          "",
          entry.key(),
          Shown.oneLine(kept))) {
        edits.add(new TextEdit(extent.start(), extent.end(), "", "drop-repeated-key"));
      }
    }
    return edits;
  }

  /** The first entry whose key differs from a known one only in case. */
  static Optional<String> knownKey(List<String> known, String key) {
    return known.stream().filter(k -> k.equalsIgnoreCase(key) && !k.equals(key)).findFirst();
  }
}
