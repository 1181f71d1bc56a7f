package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the files of a skill ones that a ZIP may carry: names, links, by-products, the folder. */
final class FileRepair {
  /** A link may stand for a folder; more than this is not what its author meant. */
  private static final int MAX_LINKED = 200;

  private final UploadRules rules;
  private final Draft draft;

  FileRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
  }

  /** By-products of tools; said once for each folder of them. */
  void leaveOutJunk() {
    Set<String> told = new LinkedHashSet<>();
    List<SkillFile> kept = new ArrayList<>();
    for (SkillFile file : draft.files()) {
      if (!rules.junk().matches(file.path())) {
        kept.add(file);
      } else if (told.add(FileRules.outermostJunk(rules, file.path()))) {
        String path = FileRules.outermostJunk(rules, file.path());
        draft.offer("leave-out-junk", Consent.SAFE, file.path(), null, path, "", path);
      }
    }
    if (kept.size() != draft.files().size()) {
      draft.files(kept);
    }
  }

  void run() {
    pluginManifest();
    spelling();
    // With too many files it is refused whatever they are called; that is told instead.
    if (FileRules.entries(draft.files()) <= rules.limits().entries()) {
      links();
      nested();
      paths();
    }
    folder();
  }

  private void pluginManifest() {
    List<SkillFile> kept = new ArrayList<>();
    boolean told = false;
    for (SkillFile file : draft.files()) {
      if (!FileRules.inPluginManifest(rules, file.path())) {
        kept.add(file);
      } else if (!told) {
        told = true;
        draft.offer("leave-out-plugin-manifest", Consent.SAFE, file.path(), null, file.path(), "");
      }
    }
    if (told) {
      draft.files(kept);
    }
  }

  /** A link to something inside the skill becomes a copy of it; any other is left out. */
  private void links() {
    for (SkillFile link : List.copyOf(draft.files())) {
      if (link.type() == SkillFile.Type.REGULAR) {
        continue;
      }
      List<SkillFile> copies =
          link.type() == SkillFile.Type.LINK ? Links.copies(link, draft.files()) : List.of();
      List<SkillFile> files = new ArrayList<>(draft.files());
      files.remove(link);
      if (!copies.isEmpty() && copies.size() <= MAX_LINKED) {
        draft.offer(
            "copy-linked-file",
            Consent.SAFE,
            link.path(),
            null,
            link.path() + " -> " + Links.target(link),
            link.path());
        files.addAll(copies);
        draft.files(files);
      } else if (draft.offer(
          "leave-out-link",
          Consent.PROPOSAL,
          link.path(),
          null,
          link.path() + " -> " + Links.target(link),
          "")) {
        draft.files(files);
      }
    }
  }

  private void spelling() {
    String path = draft.mdPath();
    if (!path.equals("SKILL.md")) {
      draft.offer("spell-skill-md", Consent.SAFE, path, null, path, "SKILL.md");
      draft.files(
          draft.files().stream()
              .map(file -> file.path().equals(path) ? file.at("SKILL.md") : file)
              .toList());
    }
  }

  /** A second SKILL.md gets the name of its folder. */
  private void nested() {
    for (SkillFile file : List.copyOf(draft.files())) {
      if (file.path().equals("SKILL.md") || !FileRules.isSkillMd(file)) {
        continue;
      }
      String path = file.path();
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      String last =
          folder.isEmpty()
              ? "other"
              : folder.substring(
                  folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1);
      rename(file, folder + last + "-skill.md", "rename-inner-skill-md");
    }
  }

  private void paths() {
    for (SkillFile file : List.copyOf(draft.files())) {
      if (!FileRules.isPlain(rules, file.path())) {
        rename(file, plain(file.path()), "rename-file");
      }
    }
    Set<String> folded = new HashSet<>();
    for (SkillFile file : List.copyOf(draft.files())) {
      if (!folded.add(file.path().toLowerCase(Locale.ROOT))) {
        rename(file, file.path(), "rename-same-but-case");
      }
    }
  }

  /** Accents taken off, anything else that does not fit replaced by a hyphen. */
  private String plain(String path) {
    StringBuilder result = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      String bare = Normalizer.normalize(segment, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
      StringBuilder plain = new StringBuilder();
      for (int c : bare.codePoints().toArray()) {
        boolean fits = c < 128 && rules.pathAlphabet().indexOf(c) >= 0;
        boolean repeats = !plain.isEmpty() && plain.charAt(plain.length() - 1) == '-';
        if (fits) {
          plain.append((char) c);
        } else if (!repeats) {
          plain.append('-');
        }
      }
      String trimmed = plain.toString().replaceAll("^-+|-+$", "").replaceAll("-+\\.", ".");
      boolean lostItsStem =
          trimmed.isEmpty() || trimmed.startsWith(".") && !segment.startsWith(".");
      result.append(result.isEmpty() ? "" : "/").append(lostItsStem ? "file" : "").append(trimmed);
    }
    return result.toString();
  }

  private void rename(SkillFile file, String wanted, String id) {
    String to = free(wanted);
    int mentions = References.count(draft, file.path());
    if (draft.offer(id, Consent.PROPOSAL, file.path(), null, file.path(), to, to, mentions)) {
      List<SkillFile> files = new ArrayList<>(draft.files());
      files.set(files.indexOf(file), file.at(to));
      draft.files(files);
      References.rename(draft, file.path(), to);
    }
  }

  /** A path that no other file or folder has, not even in another casing. */
  private String free(String wanted) {
    Set<String> taken = new HashSet<>();
    for (SkillFile file : draft.files()) {
      String path = file.path().toLowerCase(Locale.ROOT);
      taken.add(path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        taken.add(path.substring(0, slash));
      }
    }
    int dot = wanted.lastIndexOf('.');
    int stem = dot > wanted.lastIndexOf('/') + 1 ? dot : wanted.length();
    String path = wanted;
    for (int i = 2; taken.contains(path.toLowerCase(Locale.ROOT)); i++) {
      path = wanted.substring(0, stem) + "-" + i + wanted.substring(stem);
    }
    return path;
  }

  private void folder() {
    String folder = draft.folderName();
    Optional<String> name = draft.md().name().filter(SkillName::isPortable);
    // Without a name that is settled nobody knows what the folder is to be called.
    String wanted = name.orElse(folder.isEmpty() ? "my-skill" : folder);
    if (!wanted.equals(folder)) {
      draft.offer("rename-folder", Consent.SAFE, "", null, folder, wanted, wanted);
      draft.folderName(wanted);
    }
  }
}
