package app.satchel.marketplace;

import app.satchel.disk.Placement;
import app.satchel.http.Expected;
import app.satchel.http.HttpAccess;
import app.satchel.http.HttpAnswer;
import app.satchel.http.HttpProblems;
import app.satchel.http.WebAddress;
import app.satchel.marketplace.RowReader.Envelope;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A marketplace with the protocol of claude-plugins.dev: the public one, or a private one at an
 * address of its own ({@link FolderMarketplaceServer} among them). The protocol is undocumented in
 * places; what is relied on was gathered from its published sources, read 2026-01 to 2026-07.
 *
 * <p>The server has no order by date. {@link Sort#UPDATED} takes blocks of 100 rows in the order of
 * relevance and sorts each block here: the newest among the most relevant, not the newest of all.
 */
public final class ClaudePluginsMarketplace implements Marketplace {
  private static final Logger LOG = LoggerFactory.getLogger(ClaudePluginsMarketplace.class);
  private static final Words WORDS = Words.of(ClaudePluginsMarketplace.class);

  /** Most skills of one owner that are read: 50 pages. */
  private static final int MAX_RESOLVED = 5_000;

  private static final int PAGE = 100;

  private final MarketplaceConfig config;
  private final HttpAccess http;
  private final RowReader rows;
  private final SearchPages pages;

  /** A marketplace as configured. */
  public ClaudePluginsMarketplace(MarketplaceConfig config, HttpAccess http) {
    this(config, http, config.ownOrigins());
  }

  private ClaudePluginsMarketplace(MarketplaceConfig config, HttpAccess http, List<URI> vouched) {
    this.config = config;
    this.http = http.reaching(vouched);
    this.rows = new RowReader(16L << 20);
    this.pages = new SearchPages(config, this.http, rows);
  }

  /**
   * A marketplace at an address that somebody else named and nobody vouches for: it must not lead
   * into a private network. This computer itself may be reached, where the address says so.
   */
  public static ClaudePluginsMarketplace named(String name, URI address, HttpAccess http) {
    MarketplaceConfig config = MarketplaceConfig.at(name, address);
    return new ClaudePluginsMarketplace(
        config, http, WebAddress.onThisComputer(address) ? config.ownOrigins() : List.of());
  }

  /**
   * A marketplace from its parts.
   *
   * @param zipMaker the service that zips a GitHub folder, or null
   */
  public ClaudePluginsMarketplace(
      String name, URI site, URI registry, URI zipMaker, HttpAccess http) {
    this(new MarketplaceConfig(name, site, registry, zipMaker), http);
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public URI address() {
    return config.site();
  }

  @Override
  public boolean countsDownloads() {
    return config.isPublicService();
  }

  @Override
  public SearchPage search(SearchQuery query, Cancellation cancellation) {
    return pages.search(query, cancellation);
  }

  @Override
  public Optional<Listing> skill(Namespace namespace, Cancellation cancellation) {
    // Clients of the registry send the owner with and without the sign; it accepts both.
    HttpAnswer answer = http.get(skillAddress("@", namespace), Expected.JSON, cancellation);
    if (unknown(answer)) {
      answer = http.get(skillAddress("", namespace), Expected.JSON, cancellation);
    }
    if (unknown(answer)) {
      return Optional.empty();
    }
    require(answer);
    try {
      return rows.readObject(answer.body())
          .map(object -> object.path("skill").isObject() ? object.get("skill") : object)
          .flatMap(row -> listing(row, namespace))
          .filter(listing -> same(listing.namespace(), namespace));
    } catch (IOException e) {
      throw unreadable(answer, answer.address(), e);
    }
  }

  private Optional<Listing> listing(JsonNode row, Namespace asked) {
    return rows.listing(row, row.has("name") ? asked : null, config.registry(), name());
  }

  private static boolean same(Namespace found, Namespace asked) {
    return found.toString().equalsIgnoreCase(asked.toString());
  }

  private URI skillAddress(String sign, Namespace namespace) {
    return WebAddress.at(config.registry())
        .path("/api/skills")
        .segment(sign + namespace.owner())
        .segment(namespace.repo())
        .segment(namespace.skill())
        .uri();
  }

  /** A registry also calls a name it cannot read a bad request. */
  private static boolean unknown(HttpAnswer answer) {
    return answer.missing() || answer.status() == 400 || answer.status() == 422;
  }

  private static void require(HttpAnswer answer) {
    if (!answer.ok()) {
      throw HttpProblems.unexpectedStatus(answer);
    }
  }

  private ProblemException unreadable(HttpAnswer answer, URI cacheKey, IOException cause) {
    http.forget(cacheKey);
    return HttpProblems.unreadable(answer.address(), shortened(cause.getMessage()), cause);
  }

  private static String shortened(String message) {
    String text = String.valueOf(message);
    return text.substring(0, Math.min(text.length(), 300));
  }

  @Override
  public List<ResolvedSkill> resolve(String target, Cancellation cancellation) {
    Map<Namespace, ResolvedSkill> found = new LinkedHashMap<>();
    for (int offset = 0; offset < MAX_RESOLVED; ) {
      Resolved page = resolvePage(target.strip(), offset, cancellation);
      page.skills().forEach(skill -> found.putIfAbsent(skill.namespace(), skill));
      if (!page.more() || page.rows() == 0) {
        break;
      }
      offset += page.rows();
    }
    return List.copyOf(found.values());
  }

  private record Resolved(List<ResolvedSkill> skills, int rows, boolean more) {
    static Resolved nothing() {
      return new Resolved(List.of(), 0, false);
    }
  }

  private Resolved resolvePage(String target, int offset, Cancellation cancellation) {
    URI address = WebAddress.at(config.registry()).path("/api/v2/skills/resolve").uri();
    URI cacheKey =
        WebAddress.at(address)
            .query("target", target)
            .query("limit", PAGE)
            .query("offset", offset)
            .uri();
    HttpAnswer answer = http.ask(address, cacheKey, question(target, offset), cancellation);
    if (unknown(answer)) {
      return Resolved.nothing();
    }
    require(answer);
    List<ResolvedSkill> skills = new ArrayList<>();
    int[] seen = {0};
    try {
      Envelope envelope =
          rows.read(
              answer.body(),
              Set.of("status", "error", "page"),
              row -> {
                seen[0]++;
                rows.resolved(row).ifPresent(skills::add);
              });
      if ("error".equals(envelope.field("status").asText())) {
        return failed(answer, envelope.field("error").asText());
      }
      if (!envelope.hasRows()) {
        throw new IOException("no list of skills");
      }
      return new Resolved(skills, seen[0], envelope.field("page").path("hasMore").asBoolean());
    } catch (IOException e) {
      throw unreadable(answer, cacheKey, e);
    }
  }

  private byte[] question(String target, int offset) {
    try {
      return rows.write(Map.of("target", target, "limit", PAGE, "offset", offset));
    } catch (IOException e) {
      throw new IllegalStateException("three plain values can be written", e);
    }
  }

  /** An error told with status 200: "there is none" is an answer, anything else is trouble. */
  private static Resolved failed(HttpAnswer answer, String error) {
    String plain = error.toLowerCase(Locale.ROOT);
    if (plain.contains("not found") || plain.contains("no skill") || plain.contains("unknown")) {
      return Resolved.nothing();
    }
    throw ProblemException.of(
        WORDS,
        ProblemKind.NETWORK,
        "marketplace-error",
        WebAddress.withoutQuery(answer.address()) + ": " + shortened(error),
        answer.address().getHost());
  }

  @Override
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    Optional<URI> address =
        Optional.ofNullable(listing.rawFileUrl()).or(() -> RawAddress.of(listing));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    HttpAnswer answer = http.get(address.get(), Expected.TEXT, cancellation);
    if (answer.missing()) {
      return Optional.empty();
    }
    require(answer);
    return Optional.of(answer.body());
  }

  @Override
  public Optional<Path> download(
      Listing listing, Path target, Progress progress, Cancellation cancellation) {
    URI offered =
        WebAddress.at(config.site())
            .path("/api/download")
            .query("namespace", listing.namespace())
            .uri();
    Optional<URI> second = zipMakerAddress(listing);
    try {
      Optional<Path> first = fetch(offered, target, progress, cancellation);
      if (first.isPresent() || second.isEmpty()) {
        return first;
      }
    } catch (ProblemException e) {
      if (second.isEmpty() || e.problem().kind() == ProblemKind.DISK || http.offline()) {
        throw e;
      }
      LOG.info("Download of {} failed ({})", listing.namespace(), e.problem().code());
      return fetchOr(e, second.get(), target, progress, cancellation);
    }
    return fetchOr(null, second.get(), target, progress, cancellation);
  }

  /** The second way; when it fails too, what the first way said counts. */
  private Optional<Path> fetchOr(
      ProblemException before,
      URI address,
      Path target,
      Progress progress,
      Cancellation cancellation) {
    ProblemException problem = before;
    try {
      Optional<Path> second = fetch(address, target, progress, cancellation);
      if (second.isPresent()) {
        return second;
      }
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.DISK) {
        throw e;
      }
      if (problem != null) {
        problem.addSuppressed(e);
      }
    }
    if (problem != null) {
      throw problem;
    }
    return Optional.empty();
  }

  @Override
  public Optional<Path> downloadUncounted(
      Listing listing, Path target, Progress progress, Cancellation cancellation) {
    if (!countsDownloads()) {
      return download(listing, target, progress, cancellation);
    }
    Optional<URI> address = zipMakerAddress(listing);
    return address.isEmpty()
        ? Optional.empty()
        : fetch(address.get(), target, progress, cancellation);
  }

  /**
   * Adds one to the skill's install count at the marketplace. Never called without the person's
   * yes, and not after a download from a marketplace that {@link #countsDownloads}. Sent once,
   * whatever comes back.
   *
   * @return whether the marketplace took it
   */
  public boolean reportInstall(Namespace namespace, Cancellation cancellation) {
    URI address = WebAddress.at(skillAddress("", namespace)).path("/install").uri();
    return http.tell(address, cancellation).ok();
  }

  private Optional<URI> zipMakerAddress(Listing listing) {
    if (config.zipMaker() == null || listing.sourceUrl() == null) {
      return Optional.empty();
    }
    return Optional.of(
        WebAddress.at(config.zipMaker()).path("/zip").query("source", listing.sourceUrl()).uri());
  }

  private Optional<Path> fetch(
      URI address, Path target, Progress progress, Cancellation cancellation) {
    Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      int status = http.download(address, part, progress, cancellation);
      if (status == 404 || status == 410) {
        return Optional.empty();
      }
      if (status < 200 || status >= 300) {
        throw HttpProblems.unexpectedStatus(new HttpAnswer(status, new byte[0], address));
      }
      Placement.replace(part, target);
      return Optional.of(target);
    } catch (IOException e) {
      throw HttpProblems.disk(target, e);
    } finally {
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("Left behind: {}", part, e);
    }
  }

  @Override
  public String toString() {
    return name() + " at " + address();
  }
}
