package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.Requirement.Place;
import app.satchel.check.requirement.TextSections.Passage;
import app.satchel.check.requirement.ValueReader.Found;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.FrontmatterValue.Style;
import app.satchel.skill.SkillMd;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a skill says it needs: the prose of {@code compatibility} in any place and shape, and
 * its structured kin. Reading runs nothing, takes time linear in the part of the text that is read,
 * and reads at most some thousands of characters and some hundreds of entries of any value; what is
 * not understood is left out rather than guessed. Thread-safe.
 */
public final class RequirementReader {
  /** More than any person would read; real skills name up to a dozen. */
  static final int MOST_REQUIREMENTS = 100;

  private static final int LONGEST_WORDS = 300;
  private static final int MOST_JSON_ITEMS = 400;
  private static final int DEEPEST_JSON = 8;

  /** Keys that are read, at top level, under {@code metadata} and under its vendor maps. */
  private static final Set<String> FIELDS =
      Set.of(
          "compatibility",
          "requires",
          "requirements",
          "prerequisites",
          "dependencies",
          "platforms",
          "platform",
          "os",
          "runtime",
          "systemrequirements",
          "requiredenvironmentvariables",
          "envvars",
          "bins",
          "requiredtools");

  /** Keys that list skills; of packages among them only this class knows what to do. */
  private static final Set<String> SKILL_LISTS = Set.of("dependson", "dependon");

  /** Maps under {@code metadata} that products put their own keys into. */
  private static final Set<String> VENDORS =
      Set.of("openclaw", "clawdbot", "moltbot", "clawdis", "hermes");

  private final Vocabulary vocabulary;

  /** A reader with the vocabulary that ships with Satchel. */
  public RequirementReader() {
    this(Vocabulary.load());
  }

  RequirementReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * A field that is read, with its place.
   *
   * @param key the key whose meaning its value has
   */
  private record Field(Place place, String key, FrontmatterValue value) {}

  /** Everything a skill declares, strongest statement once, in the order written. */
  public List<Requirement> read(SkillMd skill) {
    List<Field> fields = new ArrayList<>();
    Frontmatter frontmatter = skill.frontmatter();
    collect("", frontmatter.root(), fields);
    frontmatter
        .metadata()
        .ifPresent(
            metadata -> {
              collect("metadata.", metadata, fields);
              for (Entry entry : metadata.entries()) {
                if (VENDORS.contains(entry.key()) && entry.value() instanceof Mapping vendor) {
                  collect("metadata." + entry.key() + ".", vendor, fields);
                }
              }
            });
    List<Placed> found = new ArrayList<>();
    int groups = 0;
    for (Field field : fields) {
      ValueReader reader = new ValueReader(vocabulary);
      reader.startGroupsAt(groups);
      reader
          .read(field.key(), field.value())
          .forEach(each -> found.add(new Placed(each, field.place())));
      groups = reader.groups();
    }
    return requirements(found);
  }

  private void collect(String prefix, Mapping map, List<Field> fields) {
    for (Entry entry : map.entries()) {
      String key = ValueReader.plainKey(entry.key());
      Place place = new Place(prefix + entry.key(), entry.line());
      if (FIELDS.contains(key)) {
        fields.add(new Field(place, prefix + entry.key(), entry.value()));
      } else if (SKILL_LISTS.contains(key)) {
        FrontmatterValue packages = new PackageEntries(vocabulary).of(entry.value());
        fields.add(new Field(place, "dependencies", packages));
      }
    }
  }

  /**
   * What the text itself says is needed, in sections with a heading such as "Prerequisites". Kept
   * apart from what is declared, because such sections are written for the agent and also describe
   * projects, examples and other people's machines. Only names of the vocabulary count here.
   *
   * @return without what {@code declared} says already
   */
  public List<Requirement> readText(SkillMd skill, List<Requirement> declared) {
    List<Placed> found = new ArrayList<>();
    int groups = 0;
    for (Passage passage : TextSections.of(skill, vocabulary)) {
      Prose prose = new Prose(vocabulary);
      Place place = new Place(passage.heading(), passage.line());
      for (Mention mention : prose.read(passage.text(), groups, false)) {
        if (passage.optional() && mention.level == Level.REQUIRED) {
          mention.level = Level.OPTIONAL;
        }
        found.add(new Placed(new Found(mention, passage.text().replace("`", "")), place));
      }
      groups = prose.groups();
    }
    return requirements(found).stream()
        .filter(each -> declared.stream().noneMatch(known -> saysAsMuch(known, each)))
        .toList();
  }

  private static boolean saysAsMuch(Requirement known, Requirement each) {
    return known.kind() == each.kind()
        && known.name().equals(each.name())
        && (each.version() == null || each.version().equals(known.version()));
  }

  /**
   * What one field says.
   *
   * @param field the key as written, with dots for maps ({@code metadata.openclaw.requires}); it
   *     says how untyped lists are meant
   */
  public List<Requirement> readValue(String field, FrontmatterValue value) {
    Place place = new Place(field, null);
    return requirements(
        new ValueReader(vocabulary)
            .read(field, value).stream().map(each -> new Placed(each, place)).toList());
  }

  /** The same for a value given as JSON. */
  public List<Requirement> readValue(String field, JsonNode value) {
    return readValue(field, fromJson(value, 0));
  }

  private static FrontmatterValue fromJson(JsonNode node, int depth) {
    if (node.isArray() && depth < DEEPEST_JSON) {
      List<FrontmatterValue> items = new ArrayList<>();
      for (JsonNode item : node) {
        if (items.size() == MOST_JSON_ITEMS) {
          break;
        }
        items.add(fromJson(item, depth + 1));
      }
      return new Sequence(items, true);
    }
    if (node.isObject() && depth < DEEPEST_JSON) {
      List<Entry> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (entries.size() == MOST_JSON_ITEMS) {
          break;
        }
        entries.add(new Entry(entry.getKey(), fromJson(entry.getValue(), depth + 1), 0, 0, 0, 0));
      }
      return new Mapping(entries, true);
    }
    FrontmatterValue.Kind kind =
        node.isNull() || node.isMissingNode()
            ? FrontmatterValue.Kind.NULL
            : node.isBoolean()
                ? FrontmatterValue.Kind.BOOLEAN
                : node.isNumber() ? FrontmatterValue.Kind.DECIMAL : FrontmatterValue.Kind.STRING;
    String text = kind == FrontmatterValue.Kind.NULL ? "" : node.asText();
    return new Scalar(text, Style.DOUBLE_QUOTED, kind);
  }

  /** Something found, and where. */
  private record Placed(Found found, Place place) {
    Mention mention() {
      return found.mention();
    }
  }

  /** Says everything once, groups lettered in order. */
  private static List<Requirement> requirements(List<Placed> found) {
    List<Placed> kept = new ArrayList<>();
    for (Placed each : found) {
      if (kept.size() < MOST_REQUIREMENTS && kept.stream().noneMatch(k -> covers(k, each))) {
        kept.add(each);
      }
      kept.stream()
          .filter(k -> lacksVersion(k, each))
          .forEach(k -> k.mention().version = each.mention().version);
    }
    group(kept, Kind.OS);
    group(kept, Kind.AGENT);
    Map<Integer, Set<String>> names = new HashMap<>();
    for (Placed each : kept) {
      Mention mention = each.mention();
      names
          .computeIfAbsent(mention.group, _ -> new java.util.HashSet<>())
          .add(mention.kind + " " + mention.name + " " + mention.version);
    }
    Map<Integer, String> labels = new HashMap<>();
    List<Requirement> requirements = new ArrayList<>();
    for (Placed each : kept) {
      Mention mention = each.mention();
      String label = null;
      if (mention.group != 0 && names.get(mention.group).size() > 1) {
        label = labels.computeIfAbsent(mention.group, _ -> label(labels.size()));
      }
      requirements.add(
          new Requirement(
              mention.kind,
              mention.name,
              mention.version,
              mention.level,
              label,
              cut(each.found().text()),
              each.place()));
    }
    return List.copyOf(requirements);
  }

  /** {@code bins: [node]}, and further on {@code node: ">=18"}: said once, with its version. */
  private static boolean lacksVersion(Placed kept, Placed each) {
    Mention a = kept.mention();
    Mention b = each.mention();
    return a.kind == b.kind && a.name.equals(b.name) && a.version == null && a.level == b.level;
  }

  /** Whether one of two fields already says what another says. */
  private static boolean covers(Placed kept, Placed each) {
    Mention a = kept.mention();
    Mention b = each.mention();
    boolean same = a.kind == b.kind && a.name.equals(b.name);
    boolean choice = a.group != 0 && a.group == b.group;
    if (!same || choice && !java.util.Objects.equals(a.version, b.version)) {
      return false;
    }
    boolean part = b.level == Level.CONDITIONAL && a.level == Level.REQUIRED;
    if (part && a.version == null && b.version != null) {
      return false; // "Acme; the examples need Acme 3+"
    }
    boolean floors = a.version != null && b.version != null && !a.version.equals(b.version);
    return !floors || a.level == b.level && a.level != Level.CONDITIONAL;
  }

  /** Systems and products named one by one in a list are alternatives as in prose. */
  private static void group(List<Placed> found, Kind kind) {
    List<Placed> placed =
        found.stream()
            .filter(p -> p.mention().kind == kind && p.mention().level == Level.REQUIRED)
            .toList();
    List<Mention> all = placed.stream().map(Placed::mention).toList();
    boolean sentence = placed.stream().map(p -> p.found().text()).distinct().count() == 1;
    if (all.size() > 1 && !Prose.grouped(all) && !(sentence && Prose.oneInTheOther(all))) {
      int group = -1 - kind.ordinal();
      all.forEach(mention -> mention.group = group);
    }
  }

  private static String label(int number) {
    StringBuilder label = new StringBuilder();
    int rest = number;
    do {
      label.insert(0, (char) ('a' + rest % 26));
      rest = rest / 26 - 1;
    } while (rest >= 0);
    return label.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS) + "…";
  }
}
