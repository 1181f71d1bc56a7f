package app.satchel.check.dependency;

import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skills in marketplaces. Answers are kept for this object's life, so one is made per question (one
 * delivery, one check). A marketplace that does not answer is asked once and then passed over; one
 * that answers one sort of question with an error is spared that sort only, because servers exist
 * that search well and cannot list a repository.
 */
public final class MarketplaceWorld implements SkillWorld {
  /** Rows of a search that are looked through for an exact name. */
  private static final int SEARCH_ROWS = 50;

  /** Questions on their way at a time, so that many dependencies are no burst of requests. */
  private static final int AT_ONCE = 8;

  /** Texts fetched at most while looking for a renamed skill. */
  static final int RENAME_TEXTS = 16;

  /**
   * Problems of a marketplace that is there and answers at once, if not what was hoped for; what it
   * has in the cache may be had offline.
   */
  private static final Set<String> ANSWERED =
      Set.of(
          "answer-refused",
          "marketplace-error",
          "offline",
          "server-error",
          "unexpected-web-page",
          "unreadable-answer");

  private static final Logger LOG = LoggerFactory.getLogger(MarketplaceWorld.class);

  private final List<Marketplace> marketplaces;
  private final Predicate<String> installed;
  private final Cancellation cancellation;
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final Set<Failed> failed = ConcurrentHashMap.newKeySet();
  private final Map<String, List<KnownSkill>> resolved = new ConcurrentHashMap<>();
  private final Map<Namespace, FutureTask<Optional<SkillMd>>> texts = new ConcurrentHashMap<>();
  private final Map<String, List<KnownSkill>> searched = new ConcurrentHashMap<>();
  private final Map<Namespace, String> descriptions = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Namespace> gone = ConcurrentHashMap.newKeySet();

  private enum Question {
    RESOLVE,
    SEARCH,
    SKILL
  }

  /** A sort of question that a marketplace does not answer; null stands for all of them. */
  private record Failed(String marketplace, Question question) {}

  /**
   * @param marketplaces in the order of preference
   * @param installed whether the target has a skill of a name
   * @param cancellation ends waiting calls with a {@code CancellationException}
   */
  public MarketplaceWorld(
      List<Marketplace> marketplaces, Predicate<String> installed, Cancellation cancellation) {
    this.marketplaces = List.copyOf(marketplaces);
    this.installed = Objects.requireNonNull(installed);
    this.cancellation = Objects.requireNonNull(cancellation);
  }

  /** A skill that was asked for, as this world knows it. */
  public static KnownSkill known(Listing listing) {
    return new KnownSkill(
        listing.namespace(),
        listing.name(),
        Objects.requireNonNullElse(listing.directoryPath(), listing.namespace().skill()),
        listing.source());
  }

  @Override
  public List<KnownSkill> beside(KnownSkill skill) {
    return List.of(); // A marketplace delivers one skill at a time: nothing comes along.
  }

  @Override
  public List<KnownSkill> repository(KnownSkill skill) {
    return resolve(skill.namespace().repository()).stream()
        .filter(other -> !other.namespace().equals(skill.namespace()))
        .filter(other -> sameRepository(other.namespace(), skill.namespace()))
        .toList();
  }

  @Override
  public List<KnownSkill> ofOwner(KnownSkill skill, String name) {
    return resolve(skill.namespace().owner()).stream()
        .filter(other -> other.namespace().owner().equalsIgnoreCase(skill.namespace().owner()))
        .filter(other -> !sameRepository(other.namespace(), skill.namespace()))
        .filter(other -> other.isCalled(name))
        .toList();
  }

  private static boolean sameRepository(Namespace left, Namespace right) {
    return left.repository().equalsIgnoreCase(right.repository());
  }

  @Override
  public List<KnownSkill> anywhere(String name) {
    return searched.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> search(name));
  }

  private List<KnownSkill> search(String name) {
    SearchQuery query = new SearchQuery(name, Sort.RELEVANCE, SEARCH_ROWS, 0);
    Map<Namespace, Listing> rows = new LinkedHashMap<>();
    for (Marketplace marketplace : marketplaces) {
      ask(marketplace, Question.SEARCH, one -> one.search(query, cancellation).skills())
          .ifPresent(
              found -> found.forEach(listing -> rows.putIfAbsent(listing.namespace(), listing)));
    }
    rows.values().forEach(this::remember);
    return rows.values().stream()
        .filter(listing -> known(listing).isCalled(name))
        .sorted(Comparator.comparingInt(MarketplaceWorld::weight).reversed())
        .map(MarketplaceWorld::known)
        .toList();
  }

  /** Installs count more than stars, because stars belong to a whole repository. */
  private static int weight(Listing listing) {
    int installs = Objects.requireNonNullElse(listing.installs(), 0);
    int stars = Objects.requireNonNullElse(listing.stars(), 0);
    return Math.clamp(installs * 10L + stars, 0, Integer.MAX_VALUE);
  }

  @Override
  public Optional<KnownSkill> find(Namespace namespace) {
    for (Marketplace marketplace : marketplaces) {
      Optional<Listing> listing =
          ask(marketplace, Question.SKILL, one -> one.skill(namespace, cancellation))
              .flatMap(Function.identity());
      if (listing.isPresent()) {
        remember(listing.get());
        return listing.map(MarketplaceWorld::known);
      }
    }
    return Optional.empty();
  }

  private void remember(Listing listing) {
    if (listing.description() != null) {
      descriptions.putIfAbsent(listing.namespace(), listing.description());
    }
  }

  /** As listed: the listing knows it even when the skill itself has gone. */
  @Override
  public Optional<String> description(KnownSkill skill) {
    String known = descriptions.get(skill.namespace());
    if (known == null) {
      Optional<String> read = text(skill).flatMap(SkillMd::description);
      return read.or(() -> Optional.ofNullable(descriptions.get(skill.namespace())));
    }
    return Optional.of(known);
  }

  @Override
  public boolean gone(KnownSkill skill) {
    return text(skill).isEmpty() && gone.contains(skill.namespace());
  }

  @Override
  public Optional<SkillMd> text(KnownSkill skill) {
    FutureTask<Optional<SkillMd>> fresh = new FutureTask<>(() -> fetch(skill));
    FutureTask<Optional<SkillMd>> asked = texts.putIfAbsent(skill.namespace(), fresh);
    if (asked == null) {
      fresh.run();
      asked = fresh;
    }
    try {
      return asked.get();
    } catch (ExecutionException e) {
      cancellation.throwIfCancelled();
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private Optional<SkillMd> fetch(KnownSkill skill) {
    for (Marketplace marketplace : marketplaces) {
      if (!marketplace.name().equals(skill.source())) {
        continue;
      }
      return ask(marketplace, Question.SKILL, one -> read(one, skill))
          .flatMap(Function.identity())
          .map(SkillMd::parse);
    }
    return Optional.empty();
  }

  private Optional<byte[]> read(Marketplace marketplace, KnownSkill skill) {
    Optional<Listing> listing = marketplace.skill(skill.namespace(), cancellation);
    listing.ifPresent(this::remember);
    Optional<byte[]> text = listing.flatMap(one -> marketplace.skillMd(one, cancellation));
    if (listing.isPresent() && text.isEmpty()) {
      gone.add(skill.namespace());
    }
    return text;
  }

  @Override
  public int textsForRename() {
    return RENAME_TEXTS;
  }

  @Override
  public boolean installed(String name) {
    return installed.test(name);
  }

  @Override
  public List<String> unreachable() {
    return unreachable.stream().sorted().toList();
  }

  private List<KnownSkill> resolve(String target) {
    return resolved.computeIfAbsent(
        target.toLowerCase(Locale.ROOT),
        _ -> {
          Map<Namespace, KnownSkill> skills = new LinkedHashMap<>();
          for (Marketplace marketplace : marketplaces) {
            ask(marketplace, Question.RESOLVE, one -> one.resolve(target, cancellation))
                .ifPresent(
                    found ->
                        found.forEach(
                            one -> skills.putIfAbsent(one.namespace(), of(one, marketplace))));
          }
          return List.copyOf(new LinkedHashSet<>(skills.values()));
        });
  }

  private static KnownSkill of(ResolvedSkill skill, Marketplace marketplace) {
    return new KnownSkill(skill.namespace(), skill.name(), skill.directory(), marketplace.name());
  }

  private <T> Optional<T> ask(
      Marketplace marketplace, Question sort, Function<Marketplace, T> question) {
    cancellation.throwIfCancelled();
    String name = marketplace.name();
    if (failed.contains(new Failed(name, null)) || failed.contains(new Failed(name, sort))) {
      return Optional.empty();
    }
    places.acquireUninterruptibly();
    try {
      return Optional.ofNullable(question.apply(marketplace));
    } catch (ProblemException e) {
      LOG.info("{} could not be asked: {}", name, e.problem().code());
      unreachable.add(name);
      failed.add(new Failed(name, ANSWERED.contains(e.problem().code()) ? sort : null));
      return Optional.empty();
    } finally {
      places.release();
    }
  }
}
