package app.satchel.cli;

import app.satchel.assembly.WorksHere;
import app.satchel.catalog.CatalogPage;
import app.satchel.cli.Terminal.Tone;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code satchel search QUERY}: the answers of all marketplaces as one list. */
@Command(name = "search")
final class SearchCommand extends SatchelCommand {
  /** What a marketplace gives in one answer at most. */
  private static final int PAGE = 100;

  private static final int MAX_LIMIT = 10_000;

  @Parameters(paramLabel = "QUERY", arity = "1..*", descriptionKey = "search.query")
  List<String> query = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "search.limit")
  int limit;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      descriptionKey = "search.sort")
  Sort sort;

  @Option(names = "--works", descriptionKey = "search.works")
  boolean works;

  @Override
  int run(Session session) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw usage(session.text("usage.limit", MAX_LIMIT));
    }
    CatalogPage page = search(session);
    if (page.skills().isEmpty() && !page.failures().isEmpty() && !page.complete()) {
      throw new ProblemException(page.failures().getFirst().problem());
    }
    Map<Listing, WorksHere.Answer> known = works ? works(session, page) : Map.of();
    session.json().line(json(page, known));
    show(session, page, known);
    return ExitCode.OK;
  }

  /** Whether each works where the person uses skills; a marketplace does not know that. */
  private static Map<Listing, WorksHere.Answer> works(Session session, CatalogPage page) {
    Map<Listing, WorksHere.Answer> known = new ConcurrentHashMap<>();
    session.assembly().worksHere().ask(page.skills(), session.cancellation(), known::put);
    return known;
  }

  /** Pages until there are enough rows; rows may repeat between pages, and totals may shrink. */
  private CatalogPage search(Session session) {
    String text = String.join(" ", query).strip();
    long start = System.nanoTime();
    List<Listing> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    CatalogPage page;
    int offset = 0;
    do {
      int wanted = Math.min(PAGE, limit - rows.size());
      page =
          session
              .assembly()
              .catalog()
              .search(new SearchQuery(text, sort, wanted, offset), session.cancellation());
      int before = rows.size();
      for (Listing row : page.skills()) {
        if (rows.size() < limit && seen.add(List.of(row.source(), row.namespace()))) {
          rows.add(row);
        }
      }
      if (rows.size() == before && !page.skills().isEmpty()) {
        break; // a server that gives the same page again would do so for ever
      }
      offset += wanted;
    } while (rows.size() < limit && page.more() && offset < MAX_LIMIT);
    return new CatalogPage(
        rows,
        Math.max(page.total(), rows.size()),
        page.complete(),
        java.time.Duration.ofNanos(System.nanoTime() - start),
        page.failures(),
        page.more());
  }

  private ObjectNode json(CatalogPage page, Map<Listing, WorksHere.Answer> known) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("query", String.join(" ", query).strip());
    node.put("total", page.total());
    node.put("complete", page.complete());
    node.put("tookMs", page.took().toMillis());
    node.set("skills", JsonShapes.array(page.skills(), row -> row(row, known.get(row))));
    return node;
  }

  private static ObjectNode row(Listing listing, WorksHere.Answer answer) {
    ObjectNode node = JsonShapes.listing(listing);
    if (answer != null) {
      node.put("works", answer.verdict().word());
      node.put("missing", answer.missing());
    }
    return node;
  }

  private void show(Session session, CatalogPage page, Map<Listing, WorksHere.Answer> known) {
    Terminal terminal = session.terminal();
    page.failures()
        .forEach(
            failure ->
                terminal.note(
                    session.text(
                        "search.failure", failure.source(), failure.problem().sentence())));
    if (page.skills().isEmpty()) {
      terminal.line(session.text("search.none"));
      terminal.note(session.text("search.none.next"));
      return;
    }
    for (Listing skill : page.skills()) {
      terminal.line(
          terminal.in(Tone.STRONG, terminal.cut(skill.name(), 60))
              + "  "
              + terminal.in(Tone.QUIET, Terminal.clean(skill.namespace().toString())));
      if (skill.description() != null && !skill.description().isBlank()) {
        terminal.line("  " + terminal.cut(skill.description(), 96));
      }
      terminal.line("  " + terminal.in(Tone.QUIET, figures(session, skill)));
      WorksHere.Answer answer = known.get(skill);
      if (answer != null) {
        terminal.line("  " + works(session, answer));
      }
    }
    terminal.line();
    terminal.line(
        session.text("search.total", page.skills().size(), page.total(), page.took().toMillis()));
  }

  private static String works(Session session, WorksHere.Answer answer) {
    Terminal terminal = session.terminal();
    return switch (answer.verdict()) {
      case WORKS ->
          terminal.sign(Tone.GOOD)
              + " "
              + session.text(answer.asksForNothing() ? "works.nothing" : "works.works");
      case MISSING ->
          terminal.sign(Tone.WARNING) + " " + session.text("works.missing", answer.missing());
      case CANNOT_TELL -> terminal.sign(Tone.QUIET) + " " + session.text("works.cannot-tell");
    };
  }

  private static String figures(Session session, Listing skill) {
    List<String> figures = new ArrayList<>();
    if (skill.stars() != null) {
      figures.add(session.text("search.stars", skill.stars()));
    }
    if (skill.installs() != null) {
      figures.add(session.text("search.installs", skill.installs()));
    }
    figures.add(session.text("search.from", skill.source()));
    return String.join(", ", figures);
  }
}
