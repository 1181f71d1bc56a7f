package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchPage;
import app.satchel.marketplace.SearchQuery;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A marketplace in a folder, without a network. */
final class FakeSupply implements SkillSupply, Marketplace {
  private final Path folder;
  private final List<String> fetched = new ArrayList<>();
  private final Set<String> failing = new HashSet<>();
  private final Set<String> silent = new HashSet<>();
  private boolean counting;

  FakeSupply(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path folder() {
    return folder;
  }

  void counting(boolean counts) {
    counting = counts;
  }

  void failing(String name) {
    failing.add(name);
  }

  /** The marketplace does not answer when it is asked for the row of this skill. */
  void silent(String name) {
    silent.add(name);
  }

  List<String> fetched() {
    return fetched;
  }

  Listing listing(String name) {
    return new Listing(
        new Namespace("owner", "repo", name),
        name,
        "Does one thing well.",
        null,
        null,
        null,
        null,
        null,
        null,
        URI.create("http://127.0.0.1/raw/" + name),
        "skills/" + name,
        List.of(),
        name());
  }

  @Override
  public Optional<Listing> find(Namespace namespace, String source, Cancellation cancellation) {
    if (silent.contains(namespace.skill())) {
      throw new ProblemException(
          new Problem(ProblemKind.NETWORK, "test-silence", "It said nothing.", "", "", ""));
    }
    return skill(namespace, cancellation);
  }

  @Override
  public Optional<SkillMd> text(Listing listing, Cancellation cancellation) {
    return skillMd(listing, cancellation).map(SkillMd::parse);
  }

  @Override
  public FetchedSkill fetch(Listing listing, Progress progress, Cancellation cancellation) {
    if (failing.contains(listing.name())) {
      throw new ProblemException(
          new Problem(ProblemKind.NETWORK, "test-failure", "It broke.", "", "", ""));
    }
    fetched.add(listing.name());
    Path place = folder.resolve(listing.name());
    return new FetchedSkill(listing, SkillFolder.read(place), place, null);
  }

  @Override
  public Optional<FetchedSkill> fetchUncounted(Listing listing, Cancellation cancellation) {
    return counting
        ? Optional.empty()
        : Optional.of(fetch(listing, Progress.silent(), cancellation));
  }

  @Override
  public boolean counts(String source) {
    return counting;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1/");
  }

  @Override
  public boolean countsDownloads() {
    return counting;
  }

  @Override
  public SearchPage search(SearchQuery query, Cancellation cancellation) {
    List<Listing> all = all().stream().filter(one -> one.name().contains(query.text())).toList();
    return new SearchPage(all, all.size(), null);
  }

  private List<Listing> all() {
    try (Stream<Path> places = Files.list(folder)) {
      return places.map(place -> listing(place.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Listing> skill(Namespace namespace, Cancellation cancellation) {
    return all().stream().filter(one -> one.namespace().equals(namespace)).findFirst();
  }

  @Override
  public List<ResolvedSkill> resolve(String target, Cancellation cancellation) {
    return all().stream()
        .map(one -> new ResolvedSkill(one.namespace(), one.name(), one.directoryPath(), null))
        .toList();
  }

  @Override
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(listing.name()).resolve("SKILL.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Path> download(
      Listing listing, Path target, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }
}
