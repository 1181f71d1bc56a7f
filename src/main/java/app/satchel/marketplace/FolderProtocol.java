package app.satchel.marketplace;

import app.satchel.archive.ZipBuilder;
import app.satchel.http.WebAddress;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claude-plugins.dev protocol for a folder: search, one skill, resolve, the ZIP, single files,
 * and an install counter that lives as long as the server. Knows no HTTP library.
 */
final class FolderProtocol {
  private static final Logger LOG = LoggerFactory.getLogger(FolderProtocol.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json; charset=utf-8";
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final long MAX_RAW_BYTES = 16L << 20;

  private final ServedFolder folder;
  private final URI base;
  private final Map<Namespace, Integer> installs = new ConcurrentHashMap<>();

  FolderProtocol(ServedFolder folder, URI base) {
    this.folder = folder;
    this.base = base;
  }

  FolderResponse answer(FolderRequest request) {
    try {
      return route(request);
    } catch (ProblemException e) {
      LOG.info("Not served: {}", e.problem().report());
      return error(502, "Failed to fetch zip file");
    } catch (IOException | RuntimeException e) {
      LOG.warn("Not served", e);
      return error(500, "Internal server error");
    }
  }

  private FolderResponse route(FolderRequest request) throws IOException {
    if (!request.local()) {
      return error(403, "Only for programs on this computer");
    }
    boolean get = request.method().equals("GET");
    if (!get && !request.method().equals("POST")) {
      return error(405, "Method not allowed").with("Allow", "GET, POST");
    }
    if (request.body() == null) {
      return error(413, "Request too large");
    }
    List<String> path = request.path();
    if (path == null) {
      return error(400, "Invalid path");
    }
    return switch (path.size() < 2 ? String.join("/", path) : path.get(0) + "/" + path.get(1)) {
      case "" -> get ? health() : notAllowed("GET");
      case "api/skills" -> skills(request, get, path.subList(2, path.size()));
      case "api/v2" ->
          path.equals(List.of("api", "v2", "skills", "resolve"))
              ? get ? notAllowed("POST") : resolve(request)
              : error(404, "Not found");
      case "api/download" -> get ? download(request) : notAllowed("GET");
      default ->
          path.getFirst().equals("raw") && get
              ? raw(request, path.subList(1, path.size()))
              : error(404, "Not found");
    };
  }

  private FolderResponse skills(FolderRequest request, boolean get, List<String> rest)
      throws IOException {
    if (rest.isEmpty() || rest.equals(List.of("search"))) {
      return get ? search(request) : notAllowed("GET");
    }
    if (rest.size() == 3) {
      return get ? one(rest) : notAllowed("GET");
    }
    if (rest.size() == 4 && rest.getLast().equals("install")) {
      return get ? notAllowed("POST") : install(rest);
    }
    return error(404, "Not found");
  }

  private FolderResponse health() {
    ObjectNode body = JSON.createObjectNode().put("status", "ok").put("name", "satchel");
    body.put("skills", folder.index().size());
    body.putArray("endpoints")
        .add("GET /api/skills")
        .add("GET /api/skills/search")
        .add("GET /api/skills/{owner}/{repo}/{skill}")
        .add("POST /api/skills/{owner}/{repo}/{skill}/install")
        .add("POST /api/v2/skills/resolve")
        .add("GET /api/download?namespace=");
    return json(200, body);
  }

  private FolderResponse search(FolderRequest request) {
    int limit = Math.clamp(number(request.query().get("limit"), DEFAULT_LIMIT), 1, MAX_LIMIT);
    int offset = Math.max(0, number(request.query().get("offset"), 0));
    List<FolderSkill> found = folder.index().find(request.query().getOrDefault("q", ""));
    if ("downloads".equals(request.query().get("orderBy"))) {
      Comparator<FolderSkill> byInstalls = Comparator.comparingInt(this::installs);
      boolean rising = "asc".equals(request.query().get("order"));
      found = found.stream().sorted(rising ? byInstalls : byInstalls.reversed()).toList();
    }
    ObjectNode body = JSON.createObjectNode();
    ArrayNode rows = body.putArray("skills");
    found.stream().skip(offset).limit(limit).map(this::row).forEach(rows::add);
    body.put("total", found.size()).put("limit", limit).put("offset", offset);
    return json(200, body).validated(request.ifNoneMatch());
  }

  private static int number(String text, int otherwise) {
    boolean plain = text != null && text.matches("[0-9]{1,9}");
    return plain ? Integer.parseInt(text) : otherwise;
  }

  private FolderResponse one(List<String> names) {
    return skill(names)
        .map(skill -> json(200, row(skill)))
        .orElseGet(() -> error(404, "Skill not found"));
  }

  private FolderResponse install(List<String> names) {
    Optional<FolderSkill> skill = skill(names);
    if (skill.isEmpty()) {
      return error(404, "Skill not found");
    }
    int total = installs.merge(skill.get().namespace(), 1, Integer::sum);
    return json(200, JSON.createObjectNode().put("total", total));
  }

  private FolderResponse resolve(FolderRequest request) {
    JsonNode question;
    try {
      question = JSON.readTree(request.body());
    } catch (IOException e) {
      LOG.debug("Question not read", e);
      return error(400, "Invalid JSON");
    }
    String target = question.path("target").asText("");
    Optional<FolderIndex.Resolution> found = folder.index().resolve(target);
    if (target.isBlank() || found.isEmpty()) {
      return error(400, "Invalid target");
    }
    if (found.get().skills().isEmpty()) {
      return error(404, "No skills found");
    }
    int limit = Math.clamp(question.path("limit").asInt(DEFAULT_LIMIT), 1, MAX_LIMIT);
    int offset = Math.max(0, question.path("offset").asInt(0));
    List<FolderSkill> all = found.get().skills();
    ObjectNode body = JSON.createObjectNode().put("status", "success");
    body.putObject("query")
        .put("target", target)
        .put("kind", found.get().kind())
        .put("normalized", found.get().normalized());
    ArrayNode rows = body.putArray("skills");
    all.stream()
        .skip(offset)
        .limit(limit)
        .forEach(
            skill ->
                rows.addObject()
                    .put("namespace", skill.namespace().toString())
                    .put("name", skill.name())
                    .put("relDir", skill.relDir())
                    .putNull("sourceUrl"));
    body.putObject("page")
        .put("limit", limit)
        .put("offset", offset)
        .put("hasMore", (long) offset + rows.size() < all.size() && !rows.isEmpty())
        .put("total", all.size());
    return json(200, body);
  }

  private FolderResponse download(FolderRequest request) throws IOException {
    String text = request.query().get("namespace");
    if (text == null || text.isBlank()) {
      return error(400, "Missing namespace parameter");
    }
    Optional<Namespace> namespace = Namespace.parse(text);
    if (namespace.isEmpty()) {
      return error(400, "Invalid namespace format");
    }
    Optional<FolderSkill> skill = folder.index().skill(namespace.get());
    if (skill.isEmpty()) {
      return error(404, "Skill not found");
    }
    SkillFolder files = folder.files(skill.get());
    String name = files.folderName().isEmpty() ? skill.get().name() : files.folderName();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ZipBuilder.write(files.named(name), zip);
    String fileName = name.replaceAll("[^A-Za-z0-9._-]", "-");
    return FolderResponse.of(200, "application/zip", zip.toByteArray())
        .with("Content-Disposition", "attachment; filename=\"" + fileName + ".zip\"")
        .with("Cache-Control", "no-cache");
  }

  /** {@code owner/repo/skill/path}: a file that was found in that skill, by its exact path. */
  private FolderResponse raw(FolderRequest request, List<String> path) throws IOException {
    Optional<FolderSkill> skill = path.size() < 4 ? Optional.empty() : skill(path);
    String file = path.size() < 4 ? "" : String.join("/", path.subList(3, path.size()));
    Optional<byte[]> bytes =
        skill.isEmpty() ? Optional.empty() : folder.file(skill.get(), file, MAX_RAW_BYTES);
    if (bytes.isEmpty()) {
      byte[] words = "404: Not Found".getBytes(StandardCharsets.UTF_8);
      return FolderResponse.of(404, "text/plain; charset=utf-8", words);
    }
    String type = file.endsWith(".md") ? "text/plain; charset=utf-8" : "application/octet-stream";
    return FolderResponse.of(200, type, bytes.get()).validated(request.ifNoneMatch());
  }

  private Optional<FolderSkill> skill(List<String> names) {
    return Namespace.parse(String.join("/", names.subList(0, 3)))
        .flatMap(namespace -> folder.index().skill(namespace));
  }

  private int installs(FolderSkill skill) {
    return installs.getOrDefault(skill.namespace(), 0);
  }

  private ObjectNode row(FolderSkill skill) {
    Namespace namespace = skill.namespace();
    ObjectNode row = JSON.createObjectNode();
    row.put("id", Hashes.sha256(namespace.toString().getBytes(StandardCharsets.UTF_8)));
    row.put("name", skill.name());
    row.put("namespace", namespace.toString());
    row.putNull("sourceUrl");
    row.put("description", skill.description());
    row.put("version", skill.version());
    skill.dependencies().forEach(row.putArray("dependencies")::add);
    row.put("author", skill.author() == null ? namespace.owner() : skill.author());
    row.putNull("stars");
    row.put("installs", installs(skill));
    row.putObject("metadata")
        .put("repoOwner", namespace.owner())
        .put("repoName", namespace.repo())
        .put("directoryPath", skill.relDir())
        .put("rawFileUrl", rawAddress(skill).toString());
    row.put("createdAt", skill.updatedAt().toString());
    row.put("updatedAt", skill.updatedAt().toString());
    return row;
  }

  private URI rawAddress(FolderSkill skill) {
    return WebAddress.at(base)
        .path("/raw")
        .segment(skill.namespace().owner())
        .segment(skill.namespace().repo())
        .segment(skill.namespace().skill())
        .segment(skill.fileName())
        .uri();
  }

  private static FolderResponse notAllowed(String method) {
    return error(405, "Method not allowed").with("Allow", method);
  }

  private static FolderResponse error(int status, String words) {
    return json(status, JSON.createObjectNode().put("error", words));
  }

  private static FolderResponse json(int status, ObjectNode body) {
    try {
      return FolderResponse.of(status, JSON_TYPE, JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }
}
