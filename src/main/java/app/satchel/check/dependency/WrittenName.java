package app.satchel.check.dependency;

import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name in a value, however its author wrote it: in a list or a text, with a version, as a path or
 * an address, with a note behind it.
 *
 * @param name what is left, or empty when there is no name
 * @param versioned whether a version stood behind it
 * @param optional whether it says that it is optional
 * @param note what the author says about it, or null
 */
record WrittenName(String name, boolean versioned, boolean optional, String note) {
  /** More than any real value holds. */
  private static final int MOST = 2_000;

  private static final int LONGEST = 200;
  private static final int DEEPEST = 3;

  /** {@code >=1.2}, {@code @1}, {@code ^2}, {@code (>= 1.0)}, {@code :1.4}, {@code #v1}. */
  private static final Pattern TAIL =
      Pattern.compile(
          "[ \\t]*(?:[<>=~^!(].*|@(?!.*/).*|#.*|:[ \\t]*[v^~<>=]*\\d[\\d.]*)$"
              + "|[ \\t]+v?\\d[\\d.*x]*$");

  /** {@code name - what for}, {@code name: what for}. */
  private static final Pattern NOTE =
      Pattern.compile("^(\\S+)(?:[ \\t]+[-–—][ \\t]+|:[ \\t]+)(\\S.*)$");

  private static final Pattern VERSION_WORD = Pattern.compile("[<>=~^!]+.*|v?\\d[\\d.*x]*");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://github\\.com/([\\w.-]+)/([\\w.-]+)" + "(?:/(?:tree|blob)/[^/]+)?(/\\S*)?");
  private static final DependencyRules RULES = DependencyRules.CURRENT;

  /**
   * All names of a value. Of a text that turns out to be a sentence there are none; of a list, a
   * sentence costs only its own entry.
   */
  static List<WrittenName> of(FrontmatterValue value) {
    List<WrittenName> names = new ArrayList<>();
    collect(value, names, 0);
    return names;
  }

  private static void collect(FrontmatterValue value, List<WrittenName> names, int depth) {
    if (depth > DEEPEST || names.size() >= MOST) {
      return;
    }
    switch (value) {
      case Scalar scalar -> {
        List<WrittenName> read = ofText(scalar);
        if (read.stream().noneMatch(one -> one.name().isEmpty())) {
          names.addAll(read);
        }
      }
      case Sequence list -> {
        for (FrontmatterValue item : list.items()) {
          if (item instanceof Mapping map) {
            ofMap(map).ifPresent(names::add);
          } else {
            collect(item, names, depth + 1);
          }
        }
      }
      case Mapping _ -> {}
    }
  }

  private static List<WrittenName> ofText(Scalar scalar) {
    if (scalar.kind() != Kind.STRING) {
      return List.of(); // true, 1.0 and null are no names.
    }
    String text = unbracketed(scalar.text().strip());
    if (text.isEmpty()) {
      return List.of();
    }
    if (NOTE.matcher(text).matches() && text.indexOf('\n') < 0) {
      return List.of(of(text)); // What follows is prose, commas and all.
    }
    List<WrittenName> names = new ArrayList<>();
    for (String part : text.split("[,;，、；\\n]", MOST)) {
      if (!part.isBlank()) {
        names.addAll(ofWords(part.strip()));
      }
    }
    return names;
  }

  /** Names between blanks, each with its version; or one entry. */
  private static List<WrittenName> ofWords(String part) {
    String[] words = part.replaceFirst("^[-*+][ \\t]+", "").split("[ \\t]+");
    List<String> entries = new ArrayList<>();
    for (String word : words) {
      if (!entries.isEmpty() && VERSION_WORD.matcher(word).matches()) {
        entries.set(entries.size() - 1, entries.getLast() + " " + word);
      } else {
        entries.add(word);
      }
    }
    boolean list =
        entries.size() > 1
            && entries.stream().map(WrittenName::of).noneMatch(o -> o.name().isEmpty());
    return list
        ? entries.stream().map(WrittenName::of).toList()
        : List.of(of(String.join(" ", words)));
  }

  /** An item of a list that is a map: the name it has, or its only key. */
  private static Optional<WrittenName> ofMap(Mapping map) {
    Optional<String> name =
        Stream.of("name", "skill", "id", "slug")
            .flatMap(key -> map.entry(key).stream())
            .map(entry -> entry.value().asText())
            .findFirst();
    if (name.isEmpty() && map.entries().size() == 1) {
      FrontmatterValue.Entry only = map.entries().getFirst();
      String note = only.value() instanceof Scalar scalar ? scalar.text().strip() : "";
      boolean version = VERSION_WORD.matcher(note).matches();
      WrittenName written = of(only.key());
      return Optional.of(
          new WrittenName(
              written.name(), version, false, version || note.isEmpty() ? null : cut(note)));
    }
    boolean optional =
        map.entry("optional").filter(entry -> entry.value().asText().equals("true")).isPresent();
    String note =
        Stream.of("note", "reason", "description", "why")
            .flatMap(key -> map.entry(key).stream())
            .map(entry -> cut(entry.value().asText().strip()))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    return name.map(WrittenName::of)
        .map(one -> new WrittenName(one.name(), one.versioned(), one.optional() || optional, note));
  }

  /** One entry as it is written. */
  static WrittenName of(String entry) {
    String text = unquoted(cut(entry));
    String note = null;
    Matcher noted = NOTE.matcher(text);
    if (noted.matches() && !VERSION_WORD.matcher(noted.group(2)).matches()) {
      text = unquoted(noted.group(1).replaceFirst(":$", ""));
      note = noted.group(2).strip();
    }
    boolean optional = text.toLowerCase(Locale.ROOT).contains("(optional");
    String name = withoutTail(text);
    boolean versioned = !name.equals(text) && !optional;
    String plain = withoutPath(name);
    boolean reference =
        DependencyReader.REFERENCE.matcher(plain).matches()
            && !RULES.proseWords().contains(plain.toLowerCase(Locale.ROOT));
    return new WrittenName(reference ? plain : "", versioned, optional, note);
  }

  /** What a path or an address on GitHub names: its last folder, with owner and repository. */
  private static String withoutPath(String name) {
    Matcher address = ADDRESS.matcher(name);
    if (address.matches()) {
      String path = address.group(3) == null ? "" : address.group(3);
      String folder = path.replaceFirst("/SKILL\\.md$", "").replaceFirst("/+$", "");
      String last = folder.substring(folder.lastIndexOf('/') + 1);
      return last.isEmpty() ? "" : address.group(1) + "/" + address.group(2) + "/" + last;
    }
    return name.replaceFirst("^(?:\\.{1,2}/)+", "")
        .replaceFirst("/SKILL\\.md$", "")
        .replaceFirst("/+$", "");
  }

  static String withoutTail(String entry) {
    String cut = cut(entry);
    if (cut.startsWith("http://") || cut.startsWith("https://")) {
      return cut.strip();
    }
    Matcher tail = TAIL.matcher(cut);
    return tail.find() && tail.start() > 0 ? cut.substring(0, tail.start()).strip() : cut.strip();
  }

  /** A list that a quoted string holds: {@code "[a, b]"}. */
  private static String unbracketed(String text) {
    return text.startsWith("[") && text.endsWith("]") && text.length() > 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static String unquoted(String text) {
    String result = text.strip();
    while (result.length() > 1
        && "\"'`".indexOf(result.charAt(0)) >= 0
        && result.charAt(result.length() - 1) == result.charAt(0)) {
      result = result.substring(1, result.length() - 1).strip();
    }
    return result;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
