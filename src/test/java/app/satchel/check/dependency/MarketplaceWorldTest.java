package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchPage;
import app.satchel.marketplace.SearchQuery;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketplaceWorldTest {
  private final FakeMarketplace shop = new FakeMarketplace("shop");
  private final Listing me = shop.add("@ada/tools/me", "name: me", null);

  private List<Dependency> resolve(String names, Marketplace... marketplaces) {
    MarketplaceWorld world =
        new MarketplaceWorld(
            List.of(marketplaces), name -> name.equals("at-home"), Cancellation.none());
    return new DependencyResolver(world)
        .resolve(
            MarketplaceWorld.known(me),
            SkillMd.parse("---\nname: me\ndepends-on: [" + names + "]\n---\n"),
            Cancellation.none());
  }

  @Test
  void repositoryOwnerAndWholeMarketplaceAreAskedInThisOrder() {
    shop.add("@ada/tools/here", "name: here", null);
    shop.add("@eve/x/here", "name: here", 9_000);
    shop.add("@ada/more/same-owner", "name: same-owner", null);
    shop.add("@eve/x/same-owner", "name: same-owner", 9_000);
    shop.add("@eve/x/stranger", "name: stranger", 5);
    assertThat(resolve("here, same-owner, stranger, nobody, at-home", shop))
        .extracting(one -> one.status() + " " + one.namespace())
        .containsExactly(
            "AVAILABLE @ada/tools/here",
            "AVAILABLE @ada/more/same-owner",
            "AVAILABLE @eve/x/stranger",
            "MISSING null",
            "INSTALLED null");
  }

  @Test
  void candidatesAreOrderedByInstalls() {
    shop.add("@eve/x/pdf-maker", "name: pdf-maker", 3);
    shop.add("@bob/y/pdf-maker", "name: pdf-maker", 70);
    shop.add("@bob/y/pdf-maker-two", "name: pdf-maker-two", 900);
    Dependency dependency = resolve("pdf-maker", shop).getFirst();
    assertThat(dependency.status()).isEqualTo(Status.AMBIGUOUS);
    assertThat(dependency.candidates())
        .extracting(Namespace::toString)
        .containsExactly("@bob/y/pdf-maker", "@eve/x/pdf-maker");
  }

  @Test
  void aSkillInTheRepositoryThatSaysItsOldNameIsFetchedAndRead() {
    shop.add("@ada/tools/lists", "name: lists\nmetadata:\n  formerly: todo-extractor", null);
    assertThat(resolve("todo-extractor", shop))
        .extracting(one -> one.status() + " " + one.namespace())
        .containsExactly("RENAMED @ada/tools/lists");
  }

  @Test
  void aMarketplaceThatFailsIsAskedOnceAndNamed() {
    FakeMarketplace broken = new FakeMarketplace("broken");
    broken.fails = true;
    shop.add("@ada/tools/here", "name: here", null);
    MarketplaceWorld world =
        new MarketplaceWorld(List.of(broken, shop), _ -> false, Cancellation.none());
    List<Dependency> found =
        new DependencyResolver(world)
            .resolve(
                MarketplaceWorld.known(me),
                SkillMd.parse("---\ndepends-on: [here, gone-one, gone-two]\n---\n"),
                Cancellation.none());
    assertThat(found)
        .extracting(Dependency::status)
        .containsExactly(Status.AVAILABLE, Status.MISSING, Status.MISSING);
    assertThat(world.unreachable()).containsExactly("broken");
    assertThat(broken.asked).isEqualTo(1);
  }

  @Test
  void aServerThatCannotListARepositoryIsStillSearched() {
    shop.cannotResolve = true;
    shop.add("@ada/tools/here", "name: here", null);
    shop.add("@eve/x/here", "name: here", 9_000);
    MarketplaceWorld world = new MarketplaceWorld(List.of(shop), _ -> false, Cancellation.none());
    List<Dependency> found =
        new DependencyResolver(world)
            .resolve(
                MarketplaceWorld.known(me),
                SkillMd.parse("---\ndepends-on: [here, gone-one]\n---\n"),
                Cancellation.none());
    assertThat(found)
        .extracting(one -> one.status() + " " + one.namespace())
        .as("the skill's own repository comes first")
        .containsExactly("AVAILABLE @ada/tools/here", "MISSING null");
    assertThat(world.unreachable()).containsExactly("shop");
    assertThat(shop.asked).as("one refusal to list, two searches").isEqualTo(3);
  }

  /** A marketplace in memory. */
  private static final class FakeMarketplace implements Marketplace {
    private final String name;
    private final Map<Listing, String> skills = new LinkedHashMap<>();
    private boolean fails;
    private boolean cannotResolve;
    private int asked;

    FakeMarketplace(String name) {
      this.name = name;
    }

    Listing add(String namespace, String frontmatter, Integer installs) {
      Namespace identity = Namespace.parse(namespace).orElseThrow();
      Listing listing =
          new Listing(
              identity,
              identity.skill(),
              null,
              null,
              null,
              null,
              installs,
              null,
              null,
              null,
              "skills/" + identity.skill(),
              List.of(),
              name);
      skills.put(listing, "---\n" + frontmatter + "\n---\n");
      return listing;
    }

    private void ask() {
      asked++;
      if (fails) {
        throw new ProblemException(new Problem(ProblemKind.NETWORK, "down", "Down.", "", "", ""));
      }
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public URI address() {
      return URI.create("https://shop.example.org");
    }

    @Override
    public boolean countsDownloads() {
      return false;
    }

    @Override
    public SearchPage search(SearchQuery query, Cancellation cancellation) {
      ask();
      List<Listing> rows =
          skills.keySet().stream().filter(one -> one.name().contains(query.text())).toList();
      return new SearchPage(rows, rows.size(), null);
    }

    @Override
    public Optional<Listing> skill(Namespace namespace, Cancellation cancellation) {
      ask();
      return skills.keySet().stream().filter(one -> one.namespace().equals(namespace)).findFirst();
    }

    @Override
    public List<ResolvedSkill> resolve(String target, Cancellation cancellation) {
      ask();
      if (cannotResolve) {
        throw new ProblemException(
            new Problem(ProblemKind.NETWORK, "server-error", "Trouble.", "", "", ""));
      }
      List<ResolvedSkill> found = new ArrayList<>();
      for (Listing one : skills.keySet()) {
        if ((one.namespace() + "/").startsWith("@" + target + "/")) {
          found.add(new ResolvedSkill(one.namespace(), one.name(), one.directoryPath(), null));
        }
      }
      return found;
    }

    @Override
    public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
      ask();
      return Optional.ofNullable(skills.get(listing))
          .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Path> download(
        Listing listing, Path target, Progress progress, Cancellation cancellation) {
      throw new UnsupportedOperationException();
    }
  }
}
