import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Gathers the licence notices of the libraries that Satchel carries: {@code java
 * installer/ThirdParty.java BOM.xml LIB-FOLDER LICENCES-FOLDER TARGET.txt}. Names and licences are
 * those of the bill of materials, which has them from the libraries' POMs; texts come out of the
 * jars, and where a jar has none, from the folder of licences. Ends with 1 and says why when a
 * library has no known licence or none that {@code rules.txt} allows, and when the bill and the
 * folder of jars do not name the same. Asks no network.
 */
final class ThirdParty {
  private static final String OWN = "satchel.jar";
  private static final int LONGEST_TEXT = 200_000;
  private static final Pattern NOTICE =
      Pattern.compile("(?i)(.*/)?(licen[cs]e|notice|copying|ofl)([-.][^/]*)?");

  private final Rules rules;
  private final List<String> problems = new ArrayList<>();

  private ThirdParty(Rules rules) {
    this.rules = rules;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println(
          "usage: java installer/ThirdParty.java BOM.xml LIB-FOLDER LICENCES-FOLDER TARGET.txt");
      System.exit(2);
    }
    if (Files.notExists(Path.of(args[0]))) {
      System.err.println(
          "ThirdParty: there is no bill of materials at "
              + args[0]
              + "; its plugin writes it only while Maven is online, so build once without -o");
      System.exit(1);
    }
    Path licences = Path.of(args[2]);
    ThirdParty gathering = new ThirdParty(Rules.read(licences.resolve("rules.txt")));
    List<Library> libraries = gathering.libraries(Path.of(args[0]));
    gathering.compare(libraries, Path.of(args[1]));
    libraries.forEach(gathering::judge);
    if (!gathering.problems.isEmpty()) {
      gathering.problems.forEach(problem -> System.err.println("ThirdParty: " + problem));
      System.exit(1);
    }
    Path target = Path.of(args[3]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, gathering.notices(libraries, Path.of(args[1]), licences));
  }

  /** One library of the bill of materials. */
  private record Library(
      String group, String name, String version, String jar, Set<String> licences, String place) {
    String id() {
      return group + ":" + name;
    }
  }

  /** What {@code rules.txt} says. */
  private record Rules(
      Set<String> allowed, Map<String, String> names, Map<String, Set<String>> also) {
    static Rules read(Path file) throws IOException {
      Rules rules = new Rules(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
      for (String line : Files.readAllLines(file)) {
        String[] sides = line.replaceFirst("^\\w+ ", "").split(" = ", 2);
        switch (line.split(" ", 2)[0]) {
          case "allow" -> rules.allowed.add(sides[0].strip());
          case "means" -> rules.names.put(sides[0].strip(), sides[1].strip());
          case "also" ->
              rules.also.computeIfAbsent(sides[0].strip(), k -> new TreeSet<>()).add(sides[1]);
          case "", "#" -> {}
          default -> throw new IOException(file + " has a line that is not understood: " + line);
        }
      }
      return rules;
    }
  }

  // ---- the bill of materials

  private List<Library> libraries(Path bill) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(bill.toFile())
            .getDocumentElement();
    List<Library> libraries = new ArrayList<>();
    for (Element component : children(child(root, "components"), "component")) {
      String name = text(component, "name");
      String version = text(component, "version");
      Matcher classifier = Pattern.compile("classifier=([^&]+)").matcher(text(component, "purl"));
      String jar = name + "-" + version + (classifier.find() ? "-" + classifier.group(1) : "");
      libraries.add(
          new Library(
              text(component, "group"),
              name,
              version,
              jar + ".jar",
              licences(component),
              place(component)));
    }
    libraries.sort((a, b) -> a.jar.compareTo(b.jar));
    return libraries;
  }

  private Set<String> licences(Element component) {
    Set<String> licences = new LinkedHashSet<>();
    Element told = child(component, "licenses");
    if (told != null) {
      for (Element licence : children(told, "license")) {
        String name = text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id");
        licences.add(rules.names.getOrDefault(name, name));
      }
      for (Element expression : children(told, "expression")) {
        licences.add(expression.getTextContent().strip());
      }
    }
    licences.remove("");
    return licences;
  }

  /** Where the source is, or else the home page. */
  private static String place(Element component) {
    Element references = child(component, "externalReferences");
    Map<String, String> places = new TreeMap<>();
    if (references != null) {
      children(references, "reference")
          .forEach(place -> places.putIfAbsent(place.getAttribute("type"), text(place, "url")));
    }
    return places.getOrDefault("vcs", places.getOrDefault("website", ""));
  }

  private void compare(List<Library> libraries, Path folder) throws IOException {
    Set<String> jars = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).forEach(jars::add);
    }
    jars.remove(OWN);
    Set<String> told = new TreeSet<>();
    libraries.forEach(library -> told.add(library.jar));
    for (String jar : jars) {
      if (!told.contains(jar)) {
        problems.add(jar + " lies in " + folder + " and is not in the bill of materials");
      }
    }
    for (String jar : told) {
      if (!jars.contains(jar)) {
        problems.add(jar + " is in the bill of materials and not in " + folder);
      }
    }
  }

  private void judge(Library library) {
    if (library.licences.isEmpty()) {
      problems.add(library.id() + " tells no licence; look it up before it is carried");
    } else if (library.licences.stream().noneMatch(rules.allowed::contains)) {
      problems.add(library.id() + " is under " + library.licences + ", none of which is allowed");
    }
    for (String also : rules.also.getOrDefault(library.id(), Set.of())) {
      if (!rules.allowed.contains(also)) {
        problems.add(library.id() + " holds something under " + also + ", which is not allowed");
      }
    }
  }

  // ---- the notices

  private String notices(List<Library> libraries, Path folder, Path licences) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("The libraries that Satchel carries, all unchanged, and their licences.\n\n");
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Set<String> standard = new TreeSet<>();
    for (Library library : libraries) {
      List<String> names = new ArrayList<>(library.licences);
      out.append(library.jar).append("\n    ").append(String.join(" or ", names));
      rules
          .also
          .getOrDefault(library.id(), Set.of())
          .forEach(also -> out.append("; ").append(also));
      out.append('\n');
      if (!library.place.isEmpty()) {
        out.append("    ").append(library.place).append('\n');
      }
      Map<String, String> own = texts(folder.resolve(library.jar));
      own.values()
          .forEach(text -> texts.computeIfAbsent(text, k -> new TreeSet<>()).add(library.jar));
      standard.addAll(rules.also.getOrDefault(library.id(), Set.of()));
      // What lies deeper in a jar is of something in it.
      if (own.keySet().stream().noneMatch(name -> name.matches("(META-INF/)?[^/]+"))) {
        out.append("    Copyright the authors of ").append(library.name).append('\n');
        names.stream().filter(rules.allowed::contains).forEach(standard::add);
      }
    }
    for (Map.Entry<String, Set<String>> text : texts.entrySet()) {
      heading(out, "In " + String.join(", ", text.getValue()));
      out.append(text.getKey()).append('\n');
    }
    for (String id : standard) {
      Path text = licences.resolve(id + ".txt");
      if (Files.exists(text)) {
        heading(out, id + ", for the libraries under it whose jar has no text of its own");
        out.append(Files.readString(text));
      }
    }
    return out.toString();
  }

  private static void heading(StringBuilder out, String words) {
    out.append("\n").append("-".repeat(80)).append("\n").append(words).append("\n\n");
  }

  private static Map<String, String> texts(Path jar) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry :
          (Iterable<ZipEntry>) () -> zip.stream().map(e -> (ZipEntry) e).iterator()) {
        if (!entry.isDirectory()
            && !entry.getName().endsWith(".class")
            && NOTICE.matcher(entry.getName()).matches()) {
          try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
            texts.put(entry.getName(), text.replace("\r\n", "\n").strip());
          }
        }
      }
    }
    return texts;
  }

  // ---- XML

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.getTextContent().strip();
  }
}
