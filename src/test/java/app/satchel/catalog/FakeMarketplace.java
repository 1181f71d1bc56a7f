package app.satchel.catalog;

import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchPage;
import app.satchel.marketplace.SearchQuery;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** A marketplace of a few rows, that may also fail or stay silent until cancelled. */
final class FakeMarketplace implements Marketplace {
  private final String name;
  private final List<Listing> rows;
  final CountDownLatch asked = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  private boolean failing;
  private boolean silent;
  byte[] zip;

  FakeMarketplace(String name, Listing... rows) {
    this.name = name;
    this.rows = List.of(rows);
  }

  static FakeMarketplace failing(String name) {
    FakeMarketplace marketplace = new FakeMarketplace(name);
    marketplace.failing = true;
    return marketplace;
  }

  static FakeMarketplace silent(String name) {
    FakeMarketplace marketplace = new FakeMarketplace(name);
    marketplace.silent = true;
    return marketplace;
  }

  static Listing row(String source, String namespace, Integer stars) {
    Namespace parsed = Namespace.parse(namespace).orElseThrow();
    return new Listing(
        parsed,
        parsed.skill(),
        null,
        null,
        null,
        stars,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        source);
  }

  private void behave(Cancellation cancellation) {
    asked.countDown();
    if (failing) {
      throw new ProblemException(
          new Problem(ProblemKind.NETWORK, "down-" + name, "Down.", null, null, null));
    }
    if (silent) {
      cancellation.onCancel(cancelled::countDown);
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new CancellationException();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI address() {
    return URI.create("https://" + name + ".example.org");
  }

  @Override
  public boolean countsDownloads() {
    return false;
  }

  @Override
  public SearchPage search(SearchQuery query, Cancellation cancellation) {
    behave(cancellation);
    int from = Math.min(query.offset(), rows.size());
    int to = Math.min(from + query.limit(), rows.size());
    return new SearchPage(rows.subList(from, to), rows.size(), to < rows.size() ? to : null);
  }

  @Override
  public Optional<Listing> skill(Namespace namespace, Cancellation cancellation) {
    behave(cancellation);
    return rows.stream().filter(row -> row.namespace().equals(namespace)).findFirst();
  }

  @Override
  public List<ResolvedSkill> resolve(String target, Cancellation cancellation) {
    behave(cancellation);
    return rows.stream()
        .filter(row -> row.namespace().repository().equals(target))
        .map(row -> new ResolvedSkill(row.namespace(), name, ".", null))
        .toList();
  }

  @Override
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    behave(cancellation);
    return Optional.of(name.getBytes());
  }

  @Override
  public Optional<Path> download(
      Listing listing, Path target, Progress progress, Cancellation cancellation) {
    behave(cancellation);
    if (zip == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.write(target, zip));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
