package app.satchel.workspace;

import app.satchel.http.FormPart;
import app.satchel.http.HttpAccess;
import app.satchel.http.KeyedAccess;
import app.satchel.http.RequestHeaders;
import app.satchel.http.ServiceAnswer;
import app.satchel.http.WebAddress;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillName;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import app.satchel.workspace.ApiProblems.Asked;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The custom skills of a developer workspace: the Agent Skills API, generally available since
 * 2026-08-20 (documentation read 2026-11). Every key of a workspace reads, uses and deletes the
 * skills in it; claude.ai is another world and sees none of them.
 *
 * <p>All methods block. Each throws a {@link ProblemException}: INPUT {@code api-key-refused},
 * {@code api-forbidden}, {@code api-refused}; NETWORK {@code api-rate-limited}, {@code
 * api-unavailable}, {@code api-unexpected}, {@code api-unreadable}, and what {@link KeyedAccess}
 * throws; and a {@link CancellationException} when cancelled. Thread-safe.
 */
public final class SkillsApi {
  /** Where the API is unless somebody says otherwise. */
  public static final URI DEFAULT_BASE = URI.create("https://api.anthropic.com");

  private static final Words WORDS = Words.of(SkillsApi.class);
  private static final String VERSION = "2023-06-01";
  private static final int PAGE = 100;
  private static final int MAX_PAGES = 20;
  private static final int MAX_SKILLS = PAGE * MAX_PAGES;

  /** Most skills whose name is asked for one by one. */
  private static final int MAX_LOOKS = 100;

  private static final int MAX_DISPLAY_NAME = 255;

  private final HttpAccess http;
  private final URI base;
  private final AnswerReader reader = new AnswerReader();
  private final ApiProblems problems = new ApiProblems(reader);

  /**
   * The API at an address.
   *
   * @param base as {@link #DEFAULT_BASE}, or a gateway's
   * @throws ProblemException INPUT {@code api-address-malformed} unless it is https, or http on
   *     this computer
   */
  public SkillsApi(HttpAccess http, URI base) {
    this.http = http;
    this.base = usable(base);
  }

  /**
   * Reads an address as the official SDKs take it from {@code ANTHROPIC_BASE_URL}.
   *
   * @param text null or blank for {@link #DEFAULT_BASE}
   * @throws ProblemException as the constructor
   */
  public static URI base(String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_BASE;
    }
    return usable(WebAddress.parse(text, null).orElseThrow(SkillsApi::malformed));
  }

  private static URI usable(URI base) {
    boolean safe =
        "https".equalsIgnoreCase(base.getScheme())
            || ("http".equalsIgnoreCase(base.getScheme()) && WebAddress.onThisComputer(base));
    if (!safe || base.getHost() == null || base.getUserInfo() != null) {
      throw malformed();
    }
    return base;
  }

  private static ProblemException malformed() {
    return problem("api-address-malformed", "ANTHROPIC_BASE_URL");
  }

  /**
   * All custom skills, as far as Satchel reads them ({@value #MAX_PAGES} pages). Rows tell no
   * names, only what the console shows.
   */
  public WorkspaceSkills list(ApiKey key, Cancellation cancellation) {
    List<WorkspaceSkill> skills = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    String page = null;
    for (int pages = 0; pages < MAX_PAGES && skills.size() < MAX_SKILLS; pages++) {
      WebAddress address =
          WebAddress.at(base).path("/v1/skills").query("source", "custom").query("limit", PAGE);
      if (page != null) {
        address.query("page", page);
      }
      ServiceAnswer answer = ask(address.uri(), Asked.LIST, key, cancellation);
      AnswerReader.Page read = read(answer, Asked.LIST, reader::page);
      skills.addAll(read.skills());
      page = read.next();
      if (page == null) {
        return new WorkspaceSkills(skills, true);
      }
      if (!asked.add(page)) {
        throw problems.unreadable(
            answer, Asked.LIST, new IOException("pages go round in a circle"));
      }
    }
    return new WorkspaceSkills(skills.subList(0, Math.min(skills.size(), MAX_SKILLS)), false);
  }

  /**
   * The skill that a SKILL.md of this name is a version of. Only versions tell a skill's name, so
   * each candidate costs one look; those that are shown under the name come first.
   *
   * @throws ProblemException UNAVAILABLE {@code api-too-many-skills} when it was not found among
   *     those that were looked at, and there are more
   */
  public Optional<WorkspaceSkill> find(ApiKey key, String name, Cancellation cancellation) {
    WorkspaceSkills all = list(key, cancellation);
    List<WorkspaceSkill> candidates =
        all.skills().stream()
            .sorted(Comparator.comparingInt(skill -> distance(skill, name)))
            .toList();
    int looks = 0;
    for (WorkspaceSkill skill : candidates) {
      if (skill.name() == null && ++looks > MAX_LOOKS) {
        throw tooMany(name);
      }
      String its = skill.name() == null ? nameOf(skill, key, cancellation) : skill.name();
      if (name.equals(its)) {
        return Optional.of(skill.named(name));
      }
    }
    if (!all.complete()) {
      throw tooMany(name);
    }
    return Optional.empty();
  }

  private static int distance(WorkspaceSkill skill, String name) {
    if (name.equals(skill.name()) || name.equals(skill.displayName())) {
      return 0;
    }
    String shown = skill.displayName() == null ? "" : skill.displayName();
    return SkillName.slug(shown).filter(name::equals).isPresent() ? 1 : 2;
  }

  private static ProblemException tooMany(String name) {
    return ProblemException.of(WORDS, ProblemKind.UNAVAILABLE, "api-too-many-skills", "", name);
  }

  /** Null when it has been deleted meanwhile, or the API does not tell. */
  private String nameOf(WorkspaceSkill skill, ApiKey key, Cancellation cancellation) {
    WebAddress address = versions(skill.id());
    boolean one = skill.versionId() != null;
    // All versions of a skill have the same name, so any will do.
    URI uri = one ? address.segment(skill.versionId()).uri() : address.query("limit", 1).uri();
    try {
      ServiceAnswer answer = ask(uri, Asked.ONE, key, cancellation);
      return read(
          answer,
          Asked.ONE,
          body -> one ? reader.version(body, skill.id()).name() : reader.nameOfFirst(body));
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  /**
   * Makes a skill of its first version.
   *
   * @param skill sent whole, as it is; its files below a folder of the skill's name
   * @param displayName what the console shall show, one line of at most 255 characters; null or
   *     blank for none
   * @param progress in bytes
   * @return with the name of SKILL.md
   * @throws ProblemException further: INPUT {@code api-skill-refused} with the API's own sentence,
   *     {@code api-skill-too-large}, {@code api-name-missing}, {@code api-display-name-malformed},
   *     {@code api-file-unusable}; CONFLICT {@code api-conflict}; NETWORK {@code upload-unclear}
   *     when it may have been made; DISK {@code upload-not-read}
   */
  public WorkspaceSkill create(
      ApiKey key,
      SkillFolder skill,
      String displayName,
      Progress progress,
      Cancellation cancellation) {
    List<FormPart> form = new ArrayList<>();
    if (displayName != null && !displayName.isBlank()) {
      form.add(FormPart.text("display_name", displayName(displayName.strip())));
    }
    form.addAll(parts(skill));
    URI address = WebAddress.at(base).path("/v1/skills").uri();
    ServiceAnswer answer = send(address, form, Asked.CREATE, key, progress, cancellation);
    return read(answer, Asked.CREATE, reader::skill).named(name(skill));
  }

  /**
   * Adds a version to a skill: a complete snapshot, in place of everything before.
   *
   * @param skillId of a skill with the same name
   * @return with the id and the moment of the new version
   * @throws ProblemException as {@link #create}, and NOT_FOUND {@code api-skill-gone}
   */
  public WorkspaceSkill addVersion(
      ApiKey key, String skillId, SkillFolder skill, Progress progress, Cancellation cancellation) {
    ServiceAnswer answer =
        send(versions(skillId).uri(), parts(skill), Asked.ADD, key, progress, cancellation);
    return read(answer, Asked.ADD, body -> reader.version(body, skillId)).named(name(skill));
  }

  private WebAddress versions(String skillId) {
    return WebAddress.at(base).path("/v1/skills").segment(skillId).path("/versions");
  }

  /** Whether the console can show a text as a skill's name: one line, not too long. */
  public static boolean showable(String text) {
    return text.codePointCount(0, text.length()) <= MAX_DISPLAY_NAME
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  private static String displayName(String text) {
    if (!showable(text)) {
      throw problem("api-display-name-malformed", "", DEFAULT_BASE.getHost());
    }
    return text;
  }

  private static String name(SkillFolder skill) {
    return skill.skillMd().name().orElseThrow(() -> problem("api-name-missing", ""));
  }

  /** The folder has the skill's name: the beta insists on it, the API does not mind. */
  private static List<FormPart> parts(SkillFolder skill) {
    String folder = name(skill);
    List<FormPart> parts = new ArrayList<>();
    for (SkillFile file : skill.files()) {
      String path = folder + "/" + file.path();
      if (file.type() != SkillFile.Type.REGULAR || !FormPart.sendable(path)) {
        throw problem("api-file-unusable", file.path(), file.path());
      }
      parts.add(FormPart.file("files[]", path, file.bytes(), file.content()::open));
    }
    return parts;
  }

  private static ProblemException problem(String code, String details, Object... args) {
    return ProblemException.of(WORDS, ProblemKind.INPUT, code, details, args);
  }

  private ServiceAnswer ask(URI address, Asked asked, ApiKey key, Cancellation cancellation) {
    return accepted(access(key).get(address, cancellation), asked, key);
  }

  private ServiceAnswer send(
      URI address,
      List<FormPart> form,
      Asked asked,
      ApiKey key,
      Progress progress,
      Cancellation cancellation) {
    return accepted(access(key).post(address, form, progress, cancellation), asked, key);
  }

  private KeyedAccess access(ApiKey key) {
    return http.keyed(
        base,
        RequestHeaders.none()
            .with("anthropic-version", VERSION)
            .withSecret("x-api-key", key.secret()));
  }

  private ServiceAnswer accepted(ServiceAnswer answer, Asked asked, ApiKey key) {
    if (!answer.ok()) {
      throw problems.of(answer, asked, key);
    }
    return answer;
  }

  private <T> T read(ServiceAnswer answer, Asked asked, Reading<T> reading) {
    try {
      return reading.of(answer.body());
    } catch (IOException e) {
      throw problems.unreadable(answer, asked, e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(byte[] body) throws IOException;
  }
}
