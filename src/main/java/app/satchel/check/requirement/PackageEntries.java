package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.FrontmatterValue.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a list of skills ({@code depends-on}) that is no skill: a language runtime, and a
 * package or program that has a version behind it. Without a version {@code docker} in such a list
 * is more likely the skill that is called so, and is looked for as one.
 */
final class PackageEntries {
  private static final int MOST = 200;
  private static final int DEEPEST = 3;

  /** {@code name>=1}, {@code name[extra] ^2}, {@code name@1.4}, {@code name (>= 3)}. */
  private static final Pattern ENTRY =
      Pattern.compile("(@?[\\w.+-]+(?:/[\\w.-]+)?)(?:\\[[^\\]]{0,60}\\])?[ \\t]*(\\S.*)?");

  private static final Pattern VERSION =
      Pattern.compile("\\(?[ \\t]*(?:[<>=~^!@v]=?)?[ \\t]*v?\\d[\\w.*+<>=, -]{0,40}\\)?");

  private final Vocabulary vocabulary;
  private int read;

  PackageEntries(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The same value with nothing but such entries: a list, maybe empty, or a map. */
  FrontmatterValue of(FrontmatterValue value) {
    if (value instanceof Mapping map) {
      List<Entry> kept =
          map.entries().stream()
              .limit(MOST)
              .filter(entry -> !(entry.value() instanceof Mapping))
              .filter(entry -> isPackage(entry.key() + " " + entry.value().asText()))
              .toList();
      return new Mapping(kept, map.flow());
    }
    List<FrontmatterValue> kept = new ArrayList<>();
    collect(value, kept, 0);
    return new Sequence(kept, true);
  }

  private void collect(FrontmatterValue value, List<FrontmatterValue> kept, int depth) {
    if (value instanceof Sequence list && depth < DEEPEST) {
      list.items().stream().limit(MOST).forEach(item -> collect(item, kept, depth + 1));
    }
    if (!(value instanceof Scalar scalar) || scalar.kind() != FrontmatterValue.Kind.STRING) {
      return;
    }
    String text = scalar.text();
    String start = text.substring(0, Math.min(text.length(), ValueReader.LONGEST_TEXT));
    for (String part : start.split("[,;\\n]", MOST)) {
      if (++read <= MOST && isPackage(part)) {
        kept.add(new Scalar(part.strip(), Style.PLAIN, FrontmatterValue.Kind.STRING));
      }
    }
  }

  private boolean isPackage(String written) {
    Matcher entry = ENTRY.matcher(written.strip());
    if (written.length() > 2 * Excerpts.BRIEF || !entry.matches()) {
      return false;
    }
    String rest = entry.group(2) == null ? "" : entry.group(2);
    boolean versioned = VERSION.matcher(rest).matches();
    String name = entry.group(1).toLowerCase(Locale.ROOT);
    List<Term> terms = vocabulary.terms(name);
    boolean runtime = terms.stream().anyMatch(term -> term.kind() == Kind.RUNTIME);
    boolean known =
        vocabulary.ecosystem(name).isPresent()
            || terms.stream().anyMatch(t -> t.kind() == Kind.PACKAGE || t.kind() == Kind.TOOL);
    return versioned && (known || runtime) || runtime && rest.isEmpty();
  }
}
